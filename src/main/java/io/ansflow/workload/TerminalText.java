package io.ansflow.workload;

import java.util.regex.Pattern;

/** Text as programs write it for a terminal, without what only a terminal understands. */
final class TerminalText {
    /** Control sequences, titles and hyperlinks, and the short ones (ECMA-48). */
    private static final Pattern ESCAPE = Pattern.compile("\\u001B(?:\\[[0-?]*+[ -/]*+[@-~]"
            + "|[\\]PX^_][^\\u0007\\u001B]*+(?:\\u0007|\\u001B\\\\)?"
            + "|[ -/]*+[0-~])");

    /** What remains of the control characters; a tab is text. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t]]");

    private TerminalText() {}

    static String plain(String line) {
        return CONTROL.matcher(ESCAPE.matcher(line).replaceAll("")).replaceAll("");
    }
}
