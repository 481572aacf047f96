package io.ansflow.operation;

import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.kubernetes.object.AccessQuestion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What credentials may do by a test's word: everything that was not denied. */
public class FakePermissions implements Permissions {
    private final Set<String> denied = ConcurrentHashMap.newKeySet();

    public void clear() {
        denied.clear();
    }

    /** The verb is not allowed from now on. */
    public void deny(String verb) {
        denied.add(verb);
    }

    @Override
    public Map<AccessQuestion, Permission> of(ClusterId cluster, Collection<AccessQuestion> questions) {
        Map<AccessQuestion, Permission> answers = new LinkedHashMap<>();
        questions.forEach(question -> answers.put(
                question,
                denied.contains(question.verb())
                        ? new Permission.Denied(Text.of("operation.denied", question.verb(), question.plural()))
                        : new Permission.Granted()));
        return answers;
    }
}
