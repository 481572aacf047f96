package io.ansflow.cli;

import io.ansflow.base.Messages;
import io.ansflow.base.Text;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes: results to standard output, everything else to standard error, in one language.
 *
 * @param out results
 * @param err progress and what went wrong
 */
record Terminal(PrintStream out, PrintStream err, Messages messages, Locale language) {
    /** What a cluster's answer could use to take over a terminal. */
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cc}&&[^\\n]]");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /**
     * The process's own. From now on {@link System#out} writes to standard error, so that no library can spoil a result.
     */
    static Terminal ofProcess(Messages messages) {
        Charset charset = System.out.charset();
        // Without a locale, as in most containers, Java would write a question mark for every Chinese character.
        Charset better = charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, better);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, better);
        System.setOut(err);
        System.setErr(err);
        return new Terminal(out, err, messages, language(System.getenv(), Locale.getDefault()));
    }

    /** The language that the environment asks for, in the order of POSIX; where it asks for none, the platform's. */
    static Locale language(Map<String, String> environment, Locale platform) {
        @Nullable
        String asked = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(environment::get)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse(null);
        return Messages.supported(asked == null ? platform : Locale.of(asked.split("[_.@-]", 2)[0]));
    }

    String text(String key, Object... arguments) {
        return messages.get(language, key, arguments);
    }

    String text(Text text) {
        return messages.get(language, text);
    }

    /** A cluster's name, which says so if the cluster is none of reality. */
    String name(String cluster, boolean simulated) {
        return simulated ? cluster + " (" + text("cli.simulated") + ")" : cluster;
    }

    /** The moment in the machine's time zone, to the second; a dash for none. */
    String time(@Nullable Instant moment) {
        return moment == null ? CheckReport.known(null) : TIME.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** Writes a line of a result for people to standard output. */
    void print(String line) {
        out.println(harmless(line));
    }

    /** Writes a line to standard error. */
    void tell(String line) {
        err.println(harmless(line));
    }

    private static String harmless(String line) {
        return CONTROL_CHARACTERS.matcher(line).replaceAll("\uFFFD");
    }
}
