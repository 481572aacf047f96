package io.ansflow.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where AnsFlow keeps what must survive a restart and is not in the database: keys, and the embedded database itself.
 *
 * @param path the directory ({@code ansflow.data})
 */
@ConfigurationProperties("ansflow")
public record DataDirectory(@Name("data") Path path) {

    /**
     * Writes a new file that only the owner of this process can read.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file
     */
    public static void createPrivateFile(Path file, byte[] content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            createPrivateDirectory(directory);
        }
        if (Files.getFileStore(file.toAbsolutePath().getRoot()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.write(file, content);
    }

    /** Creates the directory, for its owner alone, unless it is there. */
    public static void createPrivateDirectory(Path directory) {
        try {
            if (Files.isDirectory(directory)) {
                return;
            }
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null && Files.getFileStore(existing(parent)).supportsFileAttributeView("posix")) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory cannot be created: " + directory, e);
        }
    }

    private static Path existing(Path directory) {
        Path path = directory;
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
