package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Simulated clusters without the application, whose clock a test moves. */
public final class Simulated {
    private final TestClock clock;
    private final SimulatedClusters clusters;

    public Simulated() {
        this(new TestClock());
    }

    Simulated(TestClock clock) {
        this.clock = clock;
        this.clusters = new SimulatedClusters(clock);
    }

    public TestClock clock() {
        return clock;
    }

    /** The access of a cluster's administrator. */
    public ClusterAccess access(SimulatedAddress address) {
        return access(address, "kube-system", "ansflow", Duration.ofDays(30));
    }

    /** The access of a service account. */
    public ClusterAccess access(SimulatedAddress address, String namespace, String account, Duration life) {
        MadeUpAuthority authority = new MadeUpAuthority(address, clock.instant());
        return new ClusterAccess(
                address.uri(),
                new ServerTrust(List.of(certificate(authority.certificate())), null, true),
                null,
                new ClientIdentity(
                        Map.of("Authorization", "Bearer " + authority.token(namespace, account, life)),
                        null,
                        clock.instant().plus(life)));
    }

    public ClusterApi check(ClusterAccess access) {
        return check(access, CheckProgress.NONE);
    }

    public ClusterApi check(ClusterAccess access, CheckProgress progress) {
        return new SimulatedClusterApi(connection(access), progress, Duration.ofSeconds(20));
    }

    public TableApi tables(ClusterAccess access) {
        return new SimulatedTableApi(connection(access));
    }

    public ObjectApi objects(ClusterAccess access) {
        return new SimulatedObjectApi(connection(access));
    }

    Connection connection(ClusterAccess access) {
        SimulatedAddress address = SimulatedAddress.of(access.server()).orElseThrow();
        return new Connection(address, access, clusters, true, clock);
    }

    static PrivateKey key(String pem) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
