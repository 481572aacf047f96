package io.ansflow.kubernetes.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/** Counts the bytes of response bodies as they come over the wire, before they are decompressed. */
final class ReceivedBytes implements Interceptor {
    private final AtomicLong total = new AtomicLong();

    long total() {
        return total.get();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        var counting = new ForwardingSource(body.source()) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                long count = super.read(sink, byteCount);
                total.addAndGet(Math.max(count, 0));
                return count;
            }
        };
        return response.newBuilder()
                .body(ResponseBody.create(Okio.buffer(counting), body.contentType(), body.contentLength()))
                .build();
    }
}
