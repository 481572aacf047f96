package io.ansflow.workload.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Notifications;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.Permission;
import io.ansflow.operation.Target;
import io.ansflow.operation.ui.ActionButton;
import io.ansflow.operation.ui.Calls;
import io.ansflow.operation.ui.Subject;
import io.ansflow.operation.ui.Whereabouts;
import io.ansflow.workload.Manifests;
import io.ansflow.workload.WorkloadAction;
import io.ansflow.workload.WorkloadActions;

/** An object as YAML, live from its cluster: read, and edited by those who may. */
class YamlPanel extends Div {
    /** The documents of an object without a namespace name none, and need none. */
    private static final String ANY_NAMESPACE = "default";

    private final transient Subject subject;
    private final transient Manifests manifests;
    private final transient WorkloadActions actions;
    private final boolean operator;
    private final ActionButton edit = new ActionButton(Icon.EDIT, Translated.of("workload.yaml.edit"), this::edit);
    private final ActionButton reveal =
            new ActionButton(Icon.KEY, Translated.of("workload.yaml.reveal"), () -> load(true));
    private final ActionButton mask =
            new ActionButton(Icon.LOCK, Translated.of("workload.yaml.mask"), () -> load(false));
    private final ActionButton refresh =
            new ActionButton(Icon.REFRESH, Translated.of("workload.refresh"), this::reload);
    private final TextDownload download;
    private final ProgressBar progress = new ProgressBar();
    private final Div toolbar = new Div();
    private final Div content = new Div();
    private String yaml = "";
    private boolean revealed;

    YamlPanel(Subject subject, Manifests manifests, WorkloadActions actions, boolean operator) {
        this.subject = subject;
        this.manifests = manifests;
        this.actions = actions;
        this.operator = operator;
        this.download = new TextDownload(subject.target().name() + ".yaml", () -> yaml);
        progress.setIndeterminate(true);
        toolbar.addClassName("tab-toolbar");
        toolbar.add(edit, reveal, mask, refresh, download);
        addClassName("yaml-panel");
        add(toolbar, progress, content);
    }

    private record Known(Answer<String> yaml, Permission edit) {}

    @Override
    protected void onAttach(AttachEvent event) {
        load(false);
    }

    private void reload() {
        load(revealed);
    }

    private void load(boolean values) {
        content.removeAll();
        buttons(false, values);
        Target target = subject.target();
        Calls.run(
                this,
                progress::setVisible,
                () -> new Known(values ? manifests.yamlWithValues(target) : manifests.yaml(target), mayEdit()),
                known -> show(known, values));
    }

    private Permission mayEdit() {
        return operator
                ? actions.permitted(subject.target()).getOrDefault(WorkloadAction.EDIT, new Permission.Unknown())
                : new Permission.Unknown();
    }

    private void show(Known known, boolean values) {
        switch (known.yaml()) {
            case Answer.Got<String>(String text) -> {
                yaml = text;
                revealed = values;
                Pre shown = new Pre(text);
                shown.addClassNames("mono", "yaml-text");
                content.add(shown);
                buttons(true, values);
                edit.permit(known.edit());
            }
            case Answer.Failed<String>(ClusterFailure failure) -> content.add(new FailureText(failure));
        }
    }

    private void buttons(boolean loaded, boolean values) {
        boolean secret = operator && subject.target().kind().equals("secrets");
        edit.setVisible(operator && loaded);
        reveal.setVisible(secret && !values);
        mask.setVisible(secret && values);
        download.setVisible(loaded);
    }

    private void edit() {
        String namespace = subject.target().namespace().isEmpty()
                ? ANY_NAMESPACE
                : subject.target().namespace();
        ManifestBench bench = new ManifestBench(manifests, this::applied);
        bench.in(subject.cluster(), namespace);
        bench.edit(yaml);
        Button leave = new Button(Translated.of("workload.yaml.leave"), click -> left());
        bench.addButton(leave);
        toolbar.setVisible(false);
        content.removeAll();
        content.add(new Whereabouts(subject), bench);
    }

    private void applied(boolean all) {
        if (all) {
            Notifications.success(Translated.of(
                    "workload.yaml.applied",
                    subject.target().name(),
                    subject.cluster().name()));
            left();
        }
    }

    private void left() {
        toolbar.setVisible(true);
        reload();
    }
}
