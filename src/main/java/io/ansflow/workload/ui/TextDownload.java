package io.ansflow.workload.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Translated;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A text that can be taken home as a file. */
class TextDownload extends Anchor {
    private String fileName;

    /** @param text asked for when somebody wants it, holding the session's lock */
    TextDownload(String fileName, Supplier<String> text) {
        this.fileName = fileName;
        setHref(DownloadHandler.fromInputStream(event -> {
            AtomicReference<byte[]> bytes = new AtomicReference<>();
            AtomicReference<String> name = new AtomicReference<>();
            event.getUI().accessSynchronously(() -> {
                bytes.set(text.get().getBytes(StandardCharsets.UTF_8));
                name.set(this.fileName);
            });
            byte[] body = bytes.get();
            return new DownloadResponse(
                    new ByteArrayInputStream(body), name.get(), "text/plain;charset=utf-8", body.length);
        }));
        getElement().setAttribute("download", fileName);
        Button button = new Button(Translated.of("workload.download"), Icon.DOWNLOAD.create());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setTabIndex(-1);
        add(button);
    }

    /** What the file is called from now on. */
    void call(String name) {
        fileName = name;
        getElement().setAttribute("download", name);
    }
}
