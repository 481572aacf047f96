package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.auth.AuthInput;
import io.ansflow.kubernetes.auth.AuthMethod;
import io.ansflow.kubernetes.auth.AuthMethods;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How to get into a cluster: the method of authentication, and exactly the fields that it asks for. */
class ConnectionFields extends Div {
    static final String SERVER = "server";

    final RadioButtonGroup<AuthMethod> method = new RadioButtonGroup<>();
    final TextField server = new TextField(Translated.of("cluster.field.server"));
    final TlsSwitch tls;
    private final Div credentials = new Div();
    private final transient List<CredentialField> fields = new ArrayList<>();
    private final transient @Nullable Cluster existing;
    private final transient Runnable changed;

    ConnectionFields(AuthMethods methods, @Nullable Cluster existing, Runnable changed) {
        this.existing = existing;
        this.changed = changed;
        this.tls = new TlsSwitch(existing == null || existing.verifyTls(), this::edited);
        method.setLabel(Translated.of("cluster.field.authMethod"));
        method.setItems(methods.all());
        method.setItemLabelGenerator(offered -> Translated.of("auth." + offered.id() + ".name"));
        server.setWidthFull();
        server.setManualValidation(true);
        server.setPlaceholder(Translated.of("cluster.field.server.example"));
        server.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                edited();
            }
        });
        method.setValue(Optional.ofNullable(existing)
                .flatMap(cluster -> methods.find(cluster.authMethod()))
                .orElse(methods.all().getFirst()));
        method.addValueChangeListener(change -> {
            build();
            edited();
        });
        add(method, server, credentials, tls);
        build();
        addClassName("connection-fields");
    }

    /** The address as typed; null where the method reads it from its fields. */
    @Nullable
    String server() {
        return method.getValue().asksForServer() ? server.getValue().strip() : null;
    }

    /** What was entered, by field; an empty value removes what is stored. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        boolean anew = fields.stream().anyMatch(field -> !field.value().isBlank());
        for (CredentialField field : fields) {
            boolean outdated = anew && field instanceof ChoiceInput;
            if (!field.value().isBlank() || field.removed() || outdated) {
                values.put(field.field().name(), field.value());
            }
        }
        return values;
    }

    Stream<CredentialField> credentials() {
        return fields.stream();
    }

    /** Marks what is missing or cannot be used, as far as that can be seen without asking the cluster. */
    boolean check() {
        clearBlame();
        boolean addressed = server() == null || !server().isEmpty();
        if (!addressed) {
            blameServer(Translated.of("cluster.field.required"));
        }
        fields.stream()
                .filter(CredentialField::missing)
                .forEach(field -> field.blame(Optional.of(Translated.of("cluster.field.required"))));
        return addressed && fields.stream().noneMatch(CredentialField::missing) && examine();
    }

    void blameServer(String why) {
        server.setErrorMessage(why);
        server.setInvalid(true);
    }

    /** Moves the focus to what is marked, the topmost if that is several fields: it may be out of sight. */
    void focusMarked() {
        if (server.isInvalid()) {
            server.focus();
            return;
        }
        fields.stream().filter(CredentialField::marked).findFirst().ifPresent(CredentialField::focus);
    }

    private void edited() {
        offerChoices();
        clearBlame();
        examine();
        changed.run();
    }

    /** Looks at the input as the method would use it, once it is there in full; nothing is connected. */
    private boolean examine() {
        boolean complete = fields.stream()
                        .noneMatch(field ->
                                field.field().required() && field.value().isBlank())
                && (server() == null || !server().isEmpty());
        if (!complete) {
            return true;
        }
        Map<String, String> values = values();
        values.values().removeIf(String::isBlank);
        return switch (method.getValue().access(new AuthInput(server(), values, tls.verified()))) {
            case Answer.Got<ClusterAccess>(ClusterAccess access) -> {
                describe(access);
                yield true;
            }
            case Answer.Failed<ClusterAccess>(ClusterFailure failure) -> {
                blame(failure);
                yield false;
            }
        };
    }

    private void describe(ClusterAccess access) {
        if (server() == null) {
            server.setValue(access.server().toString());
            server.setVisible(true);
        }
        Instant end = access.client().expiresAt();
        server.setHelperText(end == null ? "" : Translated.of("cluster.field.expires", Times.exact(end)));
    }

    private void blame(ClusterFailure failure) {
        String why = Translated.of("cluster.field.refused", FailureText.message(failure), FailureText.remedy(failure));
        fields.stream()
                .filter(field -> field.field().name().equals(failure.field()))
                .findFirst()
                .ifPresentOrElse(field -> field.blame(Optional.of(why)), () -> blameServer(why));
    }

    private void clearBlame() {
        server.setInvalid(false);
        fields.forEach(field -> field.blame(Optional.empty()));
    }

    private void build() {
        AuthMethod chosen = method.getValue();
        boolean stored = existing != null && existing.authMethod().equals(chosen.id());
        fields.clear();
        chosen.fields().stream()
                .map(field -> CredentialField.of(
                        field,
                        stored
                                && existing != null
                                && existing.storedCredentials().contains(field.name()),
                        this::edited))
                .forEach(fields::add);
        credentials.removeAll();
        fields.forEach(credentials::add);
        boolean asked = chosen.asksForServer();
        server.setReadOnly(!asked);
        server.setRequiredIndicatorVisible(asked);
        server.setHelperText("");
        server.setValue(
                existing != null && (asked || stored) ? existing.server().toString() : "");
        server.setVisible(asked || stored);
        remove(server);
        addComponentAtIndex(asked ? 1 : 2, server);
        offerChoices();
    }

    private void offerChoices() {
        Map<String, String> values = values();
        fields.stream()
                .filter(ChoiceInput.class::isInstance)
                .map(ChoiceInput.class::cast)
                .forEach(choice -> choice.offer(method.getValue().choices(choice.field(), values)));
    }
}
