package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectApis;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Opens connections to the objects of real API servers. */
@Component
@Fallback
class HttpObjectApis implements ObjectApis {
    private final HttpLimits limits;
    private final AddressGuard guard;

    HttpObjectApis(HttpLimits limits) {
        this.limits = limits;
        this.guard = new AddressGuard(limits);
    }

    @Override
    public ObjectApi open(ClusterAccess access) {
        Patience patience = Patience.each(limits.callTimeout());
        return new HttpObjectApi(new Transport(access, limits, guard, CheckProgress.NONE, patience), limits);
    }
}
