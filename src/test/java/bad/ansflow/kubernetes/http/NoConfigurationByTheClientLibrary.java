package bad.ansflow.kubernetes.http;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.Configuration;
import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.Config;
import io.kubernetes.client.util.KubeConfig;
import java.io.IOException;
import java.io.Reader;

class NoConfigurationByTheClientLibrary {
    Object kubeconfig(Reader untrusted) {
        return KubeConfig.loadKubeConfig(untrusted);
    }

    ApiClient config() throws IOException {
        return Config.defaultClient();
    }

    ClientBuilder standard() throws IOException {
        return ClientBuilder.standard();
    }

    void global(ApiClient client) {
        Configuration.setDefaultApiClient(client);
    }
}
