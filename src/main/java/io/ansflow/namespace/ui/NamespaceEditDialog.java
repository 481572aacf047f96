package io.ansflow.namespace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.namespace.Labels;
import io.ansflow.namespace.NamespaceDetail;
import io.ansflow.namespace.NamespaceEdit;
import io.ansflow.namespace.Namespaces;
import io.ansflow.namespace.Quota;
import io.ansflow.namespace.QuotaUse;
import io.ansflow.operation.InvalidInput;
import io.ansflow.operation.ui.ActionDialog;
import io.ansflow.operation.ui.TakeOver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes labels, annotations and the quota of a namespace; only what was changed is written. */
class NamespaceEditDialog extends ActionDialog {
    private final transient NamespacePlace place;
    private final transient Namespaces namespaces;
    private final transient Consumer<NamespaceDetail> done;
    private final TextPairs labels = new TextPairs("namespace.labels.add", Labels::valueProblem, this::judge);
    private final TextPairs annotations =
            new TextPairs("namespace.annotations.add", value -> Optional.empty(), this::judge);
    private final QuotaFields quota = new QuotaFields(this::judge);
    private final TakeOver takeOver = new TakeOver();
    private final Div fields = new Div();
    private transient @Nullable NamespaceDetail seen;
    private transient @Nullable Quota quotaBefore;

    /** @param done told how it is then */
    NamespaceEditDialog(NamespacePlace place, String uid, Namespaces namespaces, Consumer<NamespaceDetail> done) {
        super("namespace.edit", place.subject(uid), Tone.INFO);
        this.place = place;
        this.namespaces = namespaces;
        this.done = done;
        fields.addClassName("namespace-edit");
        show(fields, takeOver);
    }

    @Override
    protected void opened() {
        read(() -> namespaces.find(place.cluster().id(), place.name()), this::fill);
    }

    @Override
    protected void confirmed() {
        NamespaceDetail before = Objects.requireNonNull(seen);
        Map<String, String> wanted = new HashMap<>(labels.value());
        ownName(before).ifPresent(own -> wanted.put(NamespaceCells.OWN_NAME, own));
        Quota now = quota.value();
        Optional<Quota> changed = quotaBefore == null || quotaBefore.equals(now) ? Optional.empty() : Optional.of(now);
        NamespaceEdit edit = new NamespaceEdit(before, wanted, annotations.value(), changed, takeOver.getValue());
        change(() -> namespaces.edit(place.cluster().id(), edit), done);
    }

    @Override
    protected void failed(ClusterFailure failure) {
        super.failed(failure);
        takeOver.offer(failure);
    }

    @Override
    protected void refused(InvalidInput input) {
        Map<String, TextPairs> pairs = Map.of("labels", labels, "annotations", annotations);
        @Nullable TextPairs blamed = pairs.get(input.field());
        Optional<AmountField> amount = quota.field(input.field());
        if (blamed != null) {
            blamed.blame(Optional.of(input.text()));
        } else if (amount.isPresent()) {
            amount.get().setErrorMessage(Translated.of(input.text()));
            amount.get().setInvalid(true);
        } else {
            super.refused(input);
        }
    }

    private void fill(NamespaceDetail now) {
        seen = now;
        Map<String, String> own = new HashMap<>(now.labels());
        own.remove(NamespaceCells.OWN_NAME);
        labels.show(own);
        annotations.show(now.annotations());
        fields.removeAll();
        fields.add(
                heading("namespaces.column.labels"),
                labels,
                heading("namespace.annotations"),
                annotations,
                heading("namespace.quota"));
        switch (now.quotas()) {
            case Answer.Got<List<QuotaUse>>(List<QuotaUse> quotas) -> {
                quotaBefore = ours(quotas);
                quota.show(quotaBefore);
                fields.add(quota);
            }
            case Answer.Failed<List<QuotaUse>>(ClusterFailure failure) -> fields.add(new FailureText(failure));
        }
        judge();
    }

    /** Nothing wrong is written; the service has the last word. */
    private void judge() {
        acceptable(seen != null
                && Stream.of(labels.check(), annotations.check(), quota.check()).allMatch(good -> good));
    }

    private static Optional<String> ownName(NamespaceDetail detail) {
        return Optional.ofNullable(detail.labels().get(NamespaceCells.OWN_NAME));
    }

    private static Quota ours(List<QuotaUse> quotas) {
        Map<String, Quantity> hard = new HashMap<>();
        quotas.stream()
                .filter(QuotaUse::ours)
                .flatMap(quota -> quota.lines().stream())
                .forEach(line -> hard.put(line.resource(), line.hard()));
        return new Quota(
                hard.get("requests.cpu"), hard.get("requests.memory"), hard.get("requests.storage"), hard.get("pods"));
    }

    private static H3 heading(String key) {
        return new H3(Translated.of(key));
    }
}
