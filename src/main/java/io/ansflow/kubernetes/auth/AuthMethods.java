package io.ansflow.kubernetes.auth;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ways to authenticate that this installation knows. */
@Component
public class AuthMethods {
    private final List<AuthMethod> methods;

    /** @param methods in the order in which they are offered */
    public AuthMethods(List<AuthMethod> methods) {
        this.methods = List.copyOf(methods);
    }

    public List<AuthMethod> all() {
        return methods;
    }

    public Optional<AuthMethod> find(String id) {
        return methods.stream().filter(method -> method.id().equals(id)).findFirst();
    }
}
