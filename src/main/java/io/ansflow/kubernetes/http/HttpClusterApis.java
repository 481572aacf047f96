package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterApis;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Opens connections to real API servers. */
@Component
@Fallback
@EnableConfigurationProperties(HttpLimits.class)
class HttpClusterApis implements ClusterApis {
    private final HttpLimits limits;
    private final AddressGuard guard;

    HttpClusterApis(HttpLimits limits) {
        this.limits = limits;
        this.guard = new AddressGuard(limits);
    }

    @Override
    public ClusterApi open(ClusterAccess access, CheckProgress progress) {
        return new HttpClusterApi(
                new Transport(access, limits, guard, progress, Patience.together(limits.checkDeadline())),
                limits.maxResponseSize().toBytes());
    }
}
