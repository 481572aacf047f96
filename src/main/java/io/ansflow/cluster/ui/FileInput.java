package io.ansflow.cluster.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.auth.AuthField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes the content of a file, pasted or uploaded. What was uploaded stays on the server: the browser is shown its name
 * and size only.
 */
class FileInput extends CredentialField {
    /** Larger than any kubeconfig or chain of certificates that is accepted. */
    private static final int MAX_BYTES = 256 * 1024;

    private final TextArea input = new TextArea();
    private final Upload upload = new Upload();
    private final Div uploaded = new Div();
    private final Runnable changed;
    private String content = "";

    FileInput(AuthField field, boolean stored, Runnable changed) {
        super(field, stored);
        this.changed = changed;
        input.setLabel(label());
        input.setHelperText(help());
        input.setPlaceholder(stored ? placeholder() : Translated.of("cluster.field.paste." + field.kind()));
        input.setRequiredIndicatorVisible(field.required());
        input.setManualValidation(true);
        input.setWidthFull();
        input.setMinRows(4);
        input.setMaxRows(10);
        input.addClassName("mono-area");
        input.getElement().setAttribute("spellcheck", "false").setAttribute("autocomplete", "off");
        input.addValueChangeListener(change -> changed.run());
        Button choose = new Button(Translated.of("cluster.field.upload"), Icon.UPLOAD.create());
        choose.setAriaLabel(Translated.of("cluster.field.upload.of", label()));
        upload.setI18n(UploadTexts.make());
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(Translated.of("cluster.field.drop")));
        upload.setDropLabelIcon(new Span());
        upload.setUploadHandler(this::receive);
        uploaded.addClassName("uploaded");
        uploaded.setVisible(false);
        add(input, uploaded, upload);
        addClassName("file-input");
    }

    @Override
    String value() {
        return content.isEmpty() ? input.getValue() : content;
    }

    @Override
    void blame(Optional<String> why) {
        input.setErrorMessage(why.orElse(""));
        input.setInvalid(why.isPresent());
    }

    @Override
    boolean marked() {
        return input.isInvalid();
    }

    @Override
    void focus() {
        input.focus();
    }

    /** Takes an uploaded file, as far as it can be one. */
    void take(String fileName, byte[] bytes) {
        upload.clearFileList();
        if (bytes.length > MAX_BYTES) {
            blame(Optional.of(Translated.of("cluster.field.toolarge", MAX_BYTES / 1024)));
            return;
        }
        content = new String(bytes, StandardCharsets.UTF_8);
        input.clear();
        input.setReadOnly(true);
        input.setPlaceholder("");
        Button remove = new Button(Icon.CLOSE.create(), click -> forget());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(Translated.of("cluster.field.upload.remove"));
        Span size = new Span(Translated.of("cluster.field.size", Math.max(1, bytes.length / 1024)));
        size.addClassName("secondary");
        uploaded.removeAll();
        uploaded.add(Icon.FILE.create(), new Span(fileName), size, remove);
        uploaded.setVisible(true);
        upload.setVisible(false);
        changed.run();
    }

    private void forget() {
        content = "";
        input.setReadOnly(false);
        input.setPlaceholder(placeholder());
        uploaded.setVisible(false);
        upload.setVisible(true);
        changed.run();
    }

    private void receive(UploadEvent event) throws IOException {
        byte[] bytes;
        try (var stream = event.getInputStream()) {
            bytes = stream.readNBytes(MAX_BYTES + 1);
        }
        var _ = event.getUI().access(() -> take(event.getFileName(), bytes));
    }
}
