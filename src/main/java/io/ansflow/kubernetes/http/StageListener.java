package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.Stage;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;

/** Knows the stage that a connection has come to, and tells of it. */
final class StageListener extends EventListener {
    private final CheckProgress progress;
    private volatile Stage stage = Stage.ADDRESS;

    StageListener(CheckProgress progress) {
        this.progress = progress;
    }

    Stage stage() {
        return stage;
    }

    void entered(Stage next) {
        stage = next;
        progress.entered(next);
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        entered(Stage.DNS);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress inetSocketAddress, Proxy proxy) {
        entered(Stage.TCP);
    }

    @Override
    public void secureConnectStart(Call call) {
        entered(Stage.TLS);
    }

    @Override
    public void requestHeadersStart(Call call) {
        entered(Stage.HTTP);
    }
}
