package io.ansflow.kubernetes.simulated;

import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientCertificate;
import io.ansflow.kubernetes.simulated.api.Caller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a simulated cluster finds out who we are: by a JSON Web Token or a client certificate, either signed by the authority
 * that has its name. It knows that authority from what was registered with it, as its key was made up in that moment.
 */
final class Authentication {
    /** As JDK's name for what RFC 7518 calls ES256. */
    static final String SIGNATURE = "SHA256withECDSAinP1363Format";

    private static final Pattern TOKEN = Pattern.compile("Bearer ([\\w-]+)\\.([\\w-]+)\\.([\\w-]+)");
    private static final String ACCOUNT = "system:serviceaccount:";

    private final @Nullable X509Certificate authority;
    private final Instant now;

    Authentication(SimulatedAddress address, ClusterAccess access, Instant now) {
        this.authority = authority(address, access).orElse(null);
        this.now = now;
    }

    /** The authority of the cluster among those that the access trusts. */
    static Optional<X509Certificate> authority(SimulatedAddress address, ClusterAccess access) {
        return access.tls().authorities().stream()
                .filter(certificate ->
                        certificate.getSubjectX500Principal().getName().equals("CN=" + address.host()))
                .findFirst();
    }

    /** Who asks; empty if the cluster does not know. */
    Optional<Caller> caller(ClusterAccess access) {
        if (authority == null) {
            return Optional.empty();
        }
        String header = access.client().headers().getOrDefault("Authorization", "");
        Optional<Caller> byToken = token(header, authority);
        ClientCertificate certificate = access.client().certificate();
        return byToken.isPresent() || certificate == null || !header.isEmpty()
                ? byToken
                : certificate(certificate.chain().getFirst(), authority);
    }

    private Optional<Caller> token(String header, X509Certificate signer) {
        Matcher token = TOKEN.matcher(header);
        if (!token.matches()) {
            return Optional.empty();
        }
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initVerify(signer.getPublicKey());
            signature.update((token.group(1) + "." + token.group(2)).getBytes(StandardCharsets.US_ASCII));
            JsonNode claims =
                    JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.group(2)));
            boolean valid = signature.verify(Base64.getUrlDecoder().decode(token.group(3)))
                    && claims.path("exp").asLong(0) > now.getEpochSecond();
            return valid ? Optional.of(account(claims.path("sub").asString(""))) : Optional.empty();
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Caller account(String subject) {
        Set<String> groups = new LinkedHashSet<>(List.of(Caller.AUTHENTICATED));
        if (subject.startsWith(ACCOUNT)) {
            String namespace = subject.substring(ACCOUNT.length(), subject.lastIndexOf(':'));
            groups.addAll(List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace));
        }
        return new Caller(subject, groups);
    }

    private Optional<Caller> certificate(X509Certificate certificate, X509Certificate signer) {
        try {
            certificate.verify(signer.getPublicKey());
            certificate.checkValidity(Date.from(now));
            LdapName name = new LdapName(certificate.getSubjectX500Principal().getName());
            Set<String> groups = new LinkedHashSet<>(List.of(Caller.AUTHENTICATED));
            values(name, "O").forEach(groups::add);
            return values(name, "CN").findFirst().map(user -> new Caller(user, groups));
        } catch (GeneralSecurityException | InvalidNameException e) {
            return Optional.empty();
        }
    }

    private static Stream<String> values(LdapName name, String type) {
        return name.getRdns().stream()
                .filter(part -> part.getType().equalsIgnoreCase(type))
                .map(part -> String.valueOf(part.getValue()));
    }
}
