package io.ansflow.kubernetes.auth;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A kubeconfig, pasted or uploaded; of several contexts one is chosen, and only that one is kept. */
@Component
@Order(2)
class KubeconfigMethod implements AuthMethod {
    private static final AuthField KUBECONFIG =
            new AuthField("kubeconfig", AuthField.Kind.KUBECONFIG, true, "--kubeconfig");
    private static final AuthField CONTEXT = new AuthField("context", AuthField.Kind.CHOICE, false, "--context");

    @Override
    public String id() {
        return "kubeconfig";
    }

    @Override
    public List<AuthField> fields() {
        return List.of(KUBECONFIG, CONTEXT);
    }

    @Override
    public boolean asksForServer() {
        return false;
    }

    @Override
    public List<String> choices(AuthField field, Map<String, String> values) {
        try {
            return field.equals(CONTEXT) ? read(values).contexts() : List.of();
        } catch (Refusal e) {
            return List.of();
        }
    }

    @Override
    public Map<String, String> toStore(Map<String, String> values) {
        try {
            KubeconfigContext context = context(values);
            return Map.of(KUBECONFIG.name(), KubeconfigWriter.write(context), CONTEXT.name(), context.name());
        } catch (Refusal e) {
            throw new IllegalArgumentException("Only a valid kubeconfig can be stored: " + e.getMessage());
        }
    }

    @Override
    public Answer<ClusterAccess> access(AuthInput input) {
        return Refusal.answer(() ->
                Refusal.blaming(KUBECONFIG.name(), () -> context(input.values()).access(input.verifyTls())));
    }

    private static KubeconfigContext context(Map<String, String> values) throws Refusal {
        Kubeconfig kubeconfig = read(values);
        String chosen = values.get(CONTEXT.name());
        return chosen == null
                ? kubeconfig.context(kubeconfig.currentContext())
                : Refusal.blaming(CONTEXT.name(), () -> kubeconfig.context(chosen));
    }

    private static Kubeconfig read(Map<String, String> values) throws Refusal {
        return KubeconfigReader.read(values.getOrDefault(KUBECONFIG.name(), ""));
    }
}
