package io.ansflow.operation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.BackgroundTask;
import io.ansflow.base.ui.Notifications;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.operation.InvalidInput;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Asks a person before something is done to an object: shows where it would happen, reads first what the person has to
 * know, does it in the background, and stays open with the reason if it fails. It cannot be closed while the change is on
 * its way: nobody would learn what came of it.
 */
public abstract class ActionDialog extends Dialog {
    private final String key;
    private final transient Subject subject;
    private final Div content = new Div();
    private final Div outcome = new Div();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button(Translated.of("operation.dialog.cancel"), click -> close());
    private final Button confirm = new Button();
    private boolean acceptable = true;

    /**
     * @param key of the texts {@code .title}, {@code .yes} and {@code .done}; the first and last take the object's name
     * @param tone {@link Tone#ERROR} where it takes something away
     */
    protected ActionDialog(String key, Subject subject, Tone tone) {
        this.key = key;
        this.subject = subject;
        setHeaderTitle(Translated.of(key + ".title", subject.target().name()));
        setWidth("34rem");
        setCloseOnOutsideClick(false);
        addClassName("action-dialog");
        content.addClassName("action-content");
        outcome.addClassName("action-outcome");
        progress.setIndeterminate(true);
        progress.setVisible(false);
        confirm.setText(Translated.of(key + ".yes"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        if (tone == Tone.ERROR) {
            confirm.addThemeVariants(ButtonVariant.ERROR);
        }
        confirm.addClickListener(click -> confirmed());
        add(new Whereabouts(subject), content, outcome, progress);
        getFooter().add(cancel, confirm);
    }

    /** A person has confirmed. */
    protected abstract void confirmed();

    /** The dialog is on the page: read what the person has to know. */
    protected void opened() {}

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        opened();
    }

    protected Subject subject() {
        return subject;
    }

    protected void show(Component... components) {
        content.add(components);
    }

    protected void explain(String text) {
        content.add(new Paragraph(text));
    }

    /** Whether what stands in the dialog may be confirmed. */
    protected void acceptable(boolean now) {
        acceptable = now;
        confirm.setEnabled(now);
    }

    /** Reads something first; nothing can be confirmed until it is there. */
    protected <T> void read(Callable<Answer<T>> question, Consumer<T> got) {
        outcome.removeAll();
        acceptable(false);
        Calls.ask(this, progress::setVisible, question, got, this::failed);
    }

    /** Does it, and closes once it is done. */
    protected <T> void change(Callable<Answer<T>> work, Consumer<T> done) {
        outcome.removeAll();
        busy(true);
        BackgroundTask.start(
                this,
                Calls.toItsEnd(work),
                answer -> {
                    busy(false);
                    switch (answer) {
                        case Answer.Got<T>(T value) -> {
                            close();
                            Notifications.success(Translated.of(
                                    key + ".done",
                                    subject.target().name(),
                                    subject.cluster().name()));
                            done.accept(value);
                        }
                        case Answer.Failed<T>(ClusterFailure failure) -> failed(failure);
                    }
                },
                problem -> {
                    busy(false);
                    if (!(problem instanceof InvalidInput refused)) {
                        throw Calls.unforeseen(problem);
                    }
                    refused(refused);
                });
    }

    /** The cluster said no, or nothing. */
    protected void failed(ClusterFailure failure) {
        outcome.removeAll();
        outcome.add(new FailureText(failure));
    }

    /** What was entered makes no sense. */
    protected void refused(InvalidInput input) {
        outcome.removeAll();
        outcome.add(new Paragraph(Translated.of(input.text())));
    }

    private void busy(boolean now) {
        progress.setVisible(now);
        cancel.setEnabled(!now);
        confirm.setEnabled(!now && acceptable);
        setCloseOnEsc(!now);
    }
}
