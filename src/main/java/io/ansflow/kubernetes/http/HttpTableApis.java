package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.TableApis;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Opens connections to the collections of real API servers. */
@Component
@Fallback
@EnableConfigurationProperties(TableLimits.class)
class HttpTableApis implements TableApis {
    private final HttpLimits connections;
    private final TableLimits limits;
    private final AddressGuard guard;

    HttpTableApis(HttpLimits connections, TableLimits limits) {
        this.connections = connections;
        this.limits = limits;
        this.guard = new AddressGuard(connections);
    }

    @Override
    public TableApi open(ClusterAccess access) {
        Patience patience = Patience.each(limits.timeout());
        HttpLimits listing = connections.withReadTimeout(limits.readTimeout());
        return new HttpTableApi(
                connected -> Transport.forMuch(access, listing, guard, connected, patience),
                new SharedConnection(connected -> Transport.shared(access, connections, guard, connected, patience)),
                limits);
    }
}
