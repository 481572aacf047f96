package io.ansflow.kubernetes.auth;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import java.util.List;
import java.util.Map;

/**
 * A way to authenticate to a cluster. Adding one is adding a bean: form, command line, API and validation are made from
 * what it says of itself. Its texts are {@code auth.<id>.name} and {@code auth.field.<field>.label}. Stateless, with a
 * constructor without parameters.
 */
public interface AuthMethod {

    /** Stored with the cluster and typed on the command line: short, lower case, never changed. */
    String id();

    /** What a person has to give, in the order of the form. */
    List<AuthField> fields();

    /** Whether the person gives the server's address; otherwise it is read from the fields. */
    default boolean asksForServer() {
        return true;
    }

    /** The values to choose from, the default first, for a field of kind {@link AuthField.Kind#CHOICE}, as far as the input tells. */
    default List<String> choices(AuthField field, Map<String, String> values) {
        return List.of();
    }

    /**
     * What to keep of valid input, field by field: no more than a connection takes.
     */
    default Map<String, String> toStore(Map<String, String> values) {
        return Map.copyOf(values);
    }

    /**
     * Validates the input and sets up the connection. Starts no process, opens no file and no connection.
     *
     * @return the access; or a failure of code {@code CREDENTIAL_INVALID}, {@code KUBECONFIG_REFUSED} or
     *     {@code ADDRESS_NOT_ALLOWED} that names the field to blame
     */
    Answer<ClusterAccess> access(AuthInput input);
}
