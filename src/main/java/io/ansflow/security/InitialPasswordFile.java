package io.ansflow.security;

import io.ansflow.base.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Keeps the administrator's random first password, for its owner's eyes only, until another one was chosen. */
@Component
class InitialPasswordFile {
    private final Path file;

    InitialPasswordFile(DataDirectory data) {
        this.file = data.path().resolve("initial-admin-password");
    }

    /** Writes the password and returns where. */
    Path write(String password) {
        try {
            Files.deleteIfExists(file);
            DataDirectory.createPrivateFile(file, (password + "\n").getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the file once the first administrator has chosen a password. */
    void forget(UserName name) {
        if (name.equals(FirstAdministrator.NAME)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
