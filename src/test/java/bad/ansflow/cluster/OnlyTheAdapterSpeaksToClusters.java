package bad.ansflow.cluster;

import io.kubernetes.client.openapi.ApiClient;

class OnlyTheAdapterSpeaksToClusters {
    ApiClient connect() {
        return new ApiClient();
    }
}
