package io.ansflow.cluster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ClusterName;
import io.ansflow.cluster.ClusterType;
import io.ansflow.cluster.Environment;
import io.ansflow.cluster.InvalidCluster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a cluster is called and what it is for. */
class GeneralFields extends FormLayout {
    private static final int MAX_DESCRIPTION = 500;
    private static final int MAX_NAMESPACE = 63;

    final TextField name = new TextField(Translated.of("cluster.field.name"));
    final TextArea description = new TextArea(Translated.of("cluster.field.description"));
    final Select<ClusterType> type = new Select<>();
    final RadioButtonGroup<Environment> environment = new RadioButtonGroup<>();
    final TextField defaultNamespace = new TextField(Translated.of("cluster.field.defaultNamespace"));
    final Checkbox defaultCluster = new Checkbox(Translated.of("cluster.field.defaultCluster"));

    GeneralFields(@Nullable Cluster existing, Runnable changed) {
        setAutoResponsive(true);
        setExpandFields(true);
        setExpandColumns(true);
        setMaxColumns(2);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setMaxLength(ClusterName.MAX_LENGTH);
        name.setHelperText(Translated.of("cluster.field.name.help"));
        name.addBlurListener(blur -> checkName());
        description.setMaxLength(MAX_DESCRIPTION);
        description.setMaxRows(4);
        description.setManualValidation(true);
        type.setLabel(Translated.of("cluster.field.type"));
        type.setItems(ClusterType.values());
        type.setItemLabelGenerator(value -> Translated.of("cluster.type." + value));
        environment.setLabel(Translated.of("cluster.field.environment"));
        environment.setItems(Environment.values());
        environment.setRenderer(new ComponentRenderer<Component, Environment>(ClusterBadges::environment));
        defaultNamespace.setRequiredIndicatorVisible(true);
        defaultNamespace.setManualValidation(true);
        defaultNamespace.setMaxLength(MAX_NAMESPACE);
        defaultNamespace.setAllowedCharPattern("[a-z0-9-]");
        defaultNamespace.setHelperText(Translated.of("cluster.field.defaultNamespace.help"));
        defaultCluster.setHelperText(Translated.of("cluster.field.defaultCluster.help"));
        fill(existing);
        name.addValueChangeListener(change -> changed.run());
        description.addValueChangeListener(change -> changed.run());
        type.addValueChangeListener(change -> changed.run());
        environment.addValueChangeListener(change -> changed.run());
        defaultNamespace.addValueChangeListener(change -> changed.run());
        defaultCluster.addValueChangeListener(change -> changed.run());
        addFormRow(name, type);
        addFormRow().add(description, 2);
        addFormRow().add(environment, 2);
        addFormRow(defaultNamespace, defaultCluster);
    }

    /** Marks a name that cannot be one; what only the database knows is found out on saving. */
    boolean checkName() {
        Optional<String> refusal = refusal(name.getValue().strip());
        name.setErrorMessage(refusal.orElse(""));
        name.setInvalid(refusal.isPresent());
        return refusal.isEmpty();
    }

    private static Optional<String> refusal(String text) {
        if (text.isEmpty()) {
            return Optional.of(Translated.of("cluster.field.required"));
        }
        try {
            var _ = new ClusterName(text);
            return Optional.empty();
        } catch (InvalidCluster e) {
            return Optional.of(Translated.of(e.text()));
        }
    }

    private void fill(@Nullable Cluster existing) {
        if (existing == null) {
            type.setValue(ClusterType.STANDARD);
            environment.setValue(Environment.DEVELOPMENT);
            defaultNamespace.setValue("default");
            name.setAutofocus(true);
            return;
        }
        name.setValue(existing.name());
        description.setValue(existing.description());
        type.setValue(existing.type());
        environment.setValue(existing.environment());
        defaultNamespace.setValue(existing.defaultNamespace());
        defaultCluster.setValue(existing.defaultCluster());
    }
}
