package io.ansflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source file of the program, for rules about what stands in string literals.
 *
 * @param code without comments
 */
record JavaSource(String name, String code) {
    private static final Path ROOT = Path.of("src/main/java");
    private static final String TEXT_BLOCK = "\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*\"\"\"";
    private static final String STRING = "\"(?:[^\"\\\\\\n]|\\\\.)*\"";
    private static final Pattern COMMENT_OR_LITERAL =
            Pattern.compile("(?s)(//[^\\n]*|/\\*.*?\\*/)|'(?:[^'\\\\]|\\\\.[^']*)'|" + TEXT_BLOCK + "|" + STRING);
    private static final Pattern LITERAL = Pattern.compile("(?s)" + TEXT_BLOCK + "|" + STRING);

    /** A string literal without its quotes, and the statement's code before it. */
    record Literal(String text, String before) {}

    static JavaSource of(String name, String source) {
        String code = COMMENT_OR_LITERAL
                .matcher(source)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) == null ? match.group() : ""));
        return new JavaSource(name, code);
    }

    /** The whole program. */
    static List<JavaSource> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(JavaSource::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file writes what people read: views, the frame, the command line. */
    boolean speaksToPeople() {
        return name.matches(".*/(ui|shell|cli)/[^/]*\\.java");
    }

    List<Literal> literals() {
        return LITERAL.matcher(code).results().map(this::literal).toList();
    }

    private Literal literal(MatchResult match) {
        String all = match.group();
        int quotes = all.startsWith("\"\"\"") ? 3 : 1;
        String before = code.substring(0, match.start());
        int statement = Math.max(before.lastIndexOf(';'), Math.max(before.lastIndexOf('{'), before.lastIndexOf('}')));
        return new Literal(
                all.substring(quotes, all.length() - quotes),
                before.substring(statement + 1).strip());
    }

    @Override
    public String toString() {
        return name;
    }

    private static JavaSource read(Path file) {
        try {
            return of(ROOT.relativize(file).toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
