package io.ansflow.operation;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.security.CurrentUser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Long work that does what a test tells it to, by the name of the object; what it is not told of is done at once. */
public final class ScriptedKind implements OperationKind {
    private final Map<String, Function<Attempt, Outcome>> script = new ConcurrentHashMap<>();
    private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
    private final List<String> users = Collections.synchronizedList(new ArrayList<>());

    @Override
    public String id() {
        return "test.scripted";
    }

    @Override
    public Outcome perform(String request, Attempt attempt) {
        attempts.add(attempt);
        users.add(new CurrentUser().name());
        return script.getOrDefault(name(attempt), one -> Outcome.done()).apply(attempt);
    }

    void when(String name, Function<Attempt, Outcome> work) {
        script.put(name, work);
    }

    /** Forgets everything. */
    void reset() {
        script.clear();
        attempts.clear();
        users.clear();
    }

    /** All tries of the object, in order. */
    List<Attempt> attempts(String name) {
        return Stream.of(attempts.toArray(Attempt[]::new))
                .filter(attempt -> name(attempt).equals(name))
                .toList();
    }

    /** In whose names it was called. */
    List<String> users() {
        return List.copyOf(users);
    }

    static List<Step> steps(String... names) {
        return Stream.of(names)
                .map(name -> new Step(
                        new Target(new ClusterId(1), "deployments", "shop", name, "uid-" + name),
                        Text.of("operation.denied", name, 5),
                        "input of " + name))
                .toList();
    }

    private static String name(Attempt attempt) {
        return attempt.step().target().name();
    }
}
