package io.ansflow.cluster.ui;

import com.vaadin.flow.component.upload.UploadI18N;
import io.ansflow.base.ui.Translated;

/** What an upload says while it runs and when it fails, in the reader's language. */
final class UploadTexts {
    private UploadTexts() {}

    static UploadI18N make() {
        String failed = Translated.of("cluster.upload.failed");
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(Translated.of("cluster.field.upload")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(Translated.of("cluster.field.drop")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(Translated.of("cluster.upload.running"))
                                .setStalled(Translated.of("cluster.upload.stalled"))
                                .setProcessing(Translated.of("cluster.upload.running"))
                                .setHeld(Translated.of("cluster.upload.waiting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(Translated.of("cluster.upload.remaining"))
                                .setUnknown(Translated.of("unknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)))
                .setFile(new UploadI18N.File()
                        .setRetry(Translated.of("cluster.upload.retry"))
                        .setStart(Translated.of("cluster.upload.start"))
                        .setRemove(Translated.of("cluster.field.upload.remove")));
    }
}
