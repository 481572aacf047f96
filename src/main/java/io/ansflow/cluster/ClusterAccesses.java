package io.ansflow.cluster;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.auth.AuthField;
import io.ansflow.kubernetes.auth.AuthInput;
import io.ansflow.kubernetes.auth.AuthMethod;
import io.ansflow.kubernetes.auth.AuthMethods;
import io.ansflow.security.UndecryptableSecret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sets up connections: from what a person described, from what is stored, or from both. */
@Component
class ClusterAccesses {
    private final AuthMethods methods;
    private final CredentialStore credentials;
    private final ClusterRepository clusters;

    ClusterAccesses(AuthMethods methods, CredentialStore credentials, ClusterRepository clusters) {
        this.methods = methods;
        this.credentials = credentials;
        this.clusters = clusters;
    }

    /**
     * A description that can be connected with.
     *
     * @param toStore the credentials to keep, by field
     */
    record Prepared(ClusterAccess access, Map<String, String> toStore) {
        @Override
        public String toString() {
            return "Prepared[" + access + "]";
        }
    }

    /** The access to a registered cluster. */
    Answer<ClusterAccess> of(ClusterEntity cluster) {
        Optional<AuthMethod> method = methods.find(cluster.authMethod);
        if (method.isEmpty()) {
            return Answer.failed(ClusterFailure.because(FailureCode.CREDENTIAL_INVALID, "method", cluster.authMethod));
        }
        try {
            Map<String, String> values = credentials.get(new ClusterId(cluster.id));
            return method.get().access(new AuthInput(cluster.server, values, cluster.verifyTls));
        } catch (UndecryptableSecret e) {
            return Answer.failed(ClusterFailure.because(FailureCode.CREDENTIAL_INVALID, "undecryptable"));
        }
    }

    /**
     * The access that a draft describes.
     *
     * @param existing the cluster it changes, whose stored credentials fill in what the draft leaves out
     * @throws InvalidCluster if it describes none
     */
    Prepared prepare(ClusterDraft draft, Optional<ClusterId> existing) {
        AuthMethod method = methods.find(draft.authMethod())
                .orElseThrow(() ->
                        new InvalidCluster("authMethod", Text.of("cluster.invalid.authMethod", draft.authMethod())));
        Optional<ClusterEntity> stored = existing.map(
                        id -> clusters.findById(id.value()).orElseThrow())
                .filter(cluster -> cluster.authMethod.equals(draft.authMethod()));
        Map<String, String> values = new HashMap<>();
        stored.ifPresent(cluster -> values.putAll(readable(cluster)));
        values.putAll(draft.credentials());
        values.values().removeIf(String::isBlank);
        ClusterAccess access = orRefuse(method.access(new AuthInput(draft.server(), values, draft.verifyTls())));
        stored.ifPresent(cluster -> refuseToRedirect(cluster, access, method, draft));
        return new Prepared(access, method.toStore(values));
    }

    /** What cannot be decrypted any more is as if it were not there: whoever edits the cluster enters it again. */
    private Map<String, String> readable(ClusterEntity cluster) {
        try {
            return credentials.get(new ClusterId(cluster.id));
        } catch (UndecryptableSecret e) {
            return Map.of();
        }
    }

    /** Whoever may edit a cluster must not be able to have its stored credential sent somewhere else. */
    private void refuseToRedirect(ClusterEntity cluster, ClusterAccess access, AuthMethod method, ClusterDraft draft) {
        Optional<AuthField> kept = method.fields().stream()
                .filter(field -> field.secret() && !draft.credentials().containsKey(field.name()))
                .findFirst();
        if (kept.isEmpty()) {
            return;
        }
        boolean sameDestination = of(cluster) instanceof Answer.Got<ClusterAccess>(ClusterAccess before)
                && before.server().equals(access.server())
                && before.tls().equals(access.tls())
                && java.util.Objects.equals(before.proxy(), access.proxy());
        if (!sameDestination) {
            throw new InvalidCluster(kept.get().name(), Text.of("cluster.invalid.credentials.again"));
        }
    }

    private static ClusterAccess orRefuse(Answer<ClusterAccess> answer) {
        return switch (answer) {
            case Answer.Got<ClusterAccess>(ClusterAccess access) -> access;
            case Answer.Failed<ClusterAccess>(ClusterFailure failure) -> throw new InvalidCluster(failure);
        };
    }
}
