package io.ansflow.namespace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.ansflow.base.Text;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ui.ClusterTag;
import io.ansflow.namespace.Labels;
import io.ansflow.namespace.NamespaceDraft;
import io.ansflow.namespace.NamespaceName;
import io.ansflow.operation.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that a person says about a new namespace. */
class NamespaceForm extends Div {
    private final transient Runnable changed;
    private final MultiSelectComboBox<Cluster> clusters = new MultiSelectComboBox<>();
    private final TextField name = new TextField(Translated.of("namespace.form.name"));
    private final TextPairs labels;
    private final TextPairs annotations;
    private final QuotaFields quota;
    private final LimitFields limits;

    /** @param changed called when a person changed something */
    NamespaceForm(List<Cluster> registered, Runnable changed) {
        this.changed = changed;
        labels = new TextPairs("namespace.labels.add", Labels::valueProblem, changed);
        annotations = new TextPairs("namespace.annotations.add", value -> Optional.empty(), changed);
        quota = new QuotaFields(changed);
        limits = new LimitFields(changed);
        prepareClusters(registered);
        prepareName();
        Div what = new Div(clusters, name);
        what.addClassName("namespace-what");
        addClassName("cluster-form");
        add(
                section("namespace.form.what", what),
                section("namespaces.column.labels", labels),
                section("namespace.annotations", annotations),
                section("namespace.quota", help("namespace.quota.help"), quota),
                section("namespace.limits", help("namespace.limits.help"), limits));
    }

    /** In which clusters it is wanted, in the order in which they are registered. */
    List<Cluster> clusters() {
        return clusters.getListDataView()
                .getItems()
                .filter(clusters.getValue()::contains)
                .toList();
    }

    /** What was entered; empty if something is missing or cannot be used, which is then marked. */
    Optional<NamespaceDraft> draft() {
        clusters.setErrorMessage(Translated.of("namespace.form.clusters.none"));
        clusters.setInvalid(clusters.getValue().isEmpty());
        boolean named = checkName();
        boolean usable = Stream.of(labels.check(), annotations.check(), quota.check(), limits.check())
                .allMatch(good -> good);
        if (clusters.isInvalid()) {
            clusters.focus();
        } else if (!named) {
            name.focus();
        }
        return named && usable && !clusters.isInvalid()
                ? Optional.of(new NamespaceDraft(
                        new NamespaceName(name.getValue()),
                        labels.value(),
                        annotations.value(),
                        quota.value(),
                        limits.value()))
                : Optional.empty();
    }

    /** Marks what the service refused. */
    void blame(InvalidInput input) {
        Optional<AmountField> amount = quota.field(input.field()).or(() -> limits.field(input.field()));
        Map<String, TextPairs> pairs = Map.of("labels", labels, "annotations", annotations);
        if (amount.isPresent()) {
            amount.get().setErrorMessage(Translated.of(input.text()));
            amount.get().setInvalid(true);
            amount.get().focus();
        } else if (pairs.containsKey(input.field())) {
            pairs.get(input.field()).blame(Optional.of(input.text()));
        } else {
            name.setErrorMessage(Translated.of(input.text()));
            name.setInvalid(true);
        }
    }

    private void prepareClusters(List<Cluster> registered) {
        clusters.setLabel(Translated.of("namespace.form.clusters"));
        clusters.setItemLabelGenerator(Cluster::name);
        clusters.setRenderer(new ComponentRenderer<>(ClusterTag::new));
        clusters.setItems(registered);
        clusters.setManualValidation(true);
        clusters.setRequiredIndicatorVisible(true);
        clusters.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        clusters.setWidthFull();
        clusters.addValueChangeListener(change -> {
            clusters.setInvalid(false);
            changed.run();
        });
        if (registered.size() == 1) {
            clusters.select(registered);
        }
    }

    private void prepareName() {
        name.setWidthFull();
        name.setManualValidation(true);
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(2 * NamespaceName.MAX_LENGTH);
        name.setHelperText(Translated.of("namespace.form.name.help", NamespaceName.MAX_LENGTH));
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.getElement().setAttribute("autocomplete", "off").setAttribute("spellcheck", "false");
        name.addValueChangeListener(change -> {
            checkName();
            changed.run();
        });
    }

    private boolean checkName() {
        Optional<Text> problem = NamespaceName.problem(name.getValue());
        name.setErrorMessage(problem.map(Translated::of).orElse(""));
        name.setInvalid(problem.isPresent());
        return problem.isEmpty();
    }

    static Paragraph help(String key) {
        Paragraph help = new Paragraph(Translated.of(key));
        help.addClassNames("secondary", "section-help");
        return help;
    }

    static Section section(String title, Component... content) {
        Section section = new Section(new H2(Translated.of(title)));
        section.add(content);
        section.addClassName("form-section");
        return section;
    }
}
