package io.ansflow.kubernetes.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/** Looks names up in bounded time, which the platform does not offer. The message of a failure is the name. */
record TimedDns(Duration timeout) implements Dns {

    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        var lookup = new FutureTask<>(() -> InetAddress.getAllByName(name));
        Thread.ofVirtual().name("dns-" + name).start(lookup);
        try {
            return List.of(lookup.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new LookupTimeout(name);
        } catch (ExecutionException e) {
            throw new UnknownHostException(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(name);
        }
    }

    /** The name servers did not answer in time. */
    static final class LookupTimeout extends UnknownHostException {
        LookupTimeout(String name) {
            super(name);
        }
    }
}
