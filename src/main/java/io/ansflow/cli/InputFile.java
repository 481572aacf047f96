package io.ansflow.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files that options name: credentials, all of them small. */
final class InputFile {
    /** Four times what the largest of them may have. */
    private static final int MAX_BYTES = 1024 * 1024;

    private InputFile() {}

    /**
     * The file as UTF-8 text. May be a pipe, as of {@code --token-file /dev/stdin}.
     *
     * @throws Problem if it cannot be read, or is larger than 1 MiB
     */
    static String read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new Problem("cli.error.file.large", file.toString(), MAX_BYTES / 1024);
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Problem("cli.error.file", file.toString(), e.getClass().getSimpleName());
        }
    }
}
