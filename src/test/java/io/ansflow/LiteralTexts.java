package io.ansflow;

import java.util.List;
import java.util.regex.Pattern;

/** Finds texts for people that stand in the code of a view or a command, where nobody can translate them. */
final class LiteralTexts {
    /** Calls whose first argument people read or hear. */
    private static final Pattern SHOWN = Pattern.compile("(?s).*\\b("
            + "(set\\w*(Text|Label|Placeholder|Title|Caption|Message|Tooltip|Header|Footer|Description|Summary|HelperText))"
            + "|new (Button|Span|Paragraph|H[1-6]|Anchor|Tab|NativeLabel|Text|\\w*Field|TextArea|Select|ComboBox|Checkbox"
            + "|RadioButtonGroup|RouterLink|Details|Card|Badge|Pre|Emphasis|ListItem)"
            + "|addItem|show|success|error|warning|print|println|printf|tell"
            + ")\\(\\s*");

    /** What nobody but programmers and logs reads. */
    private static final Pattern NOT_SHOWN = Pattern.compile(
            "(?s).*(\\blog\\.\\w+\\(|new \\w*(Exception|Error)\\(|^@\\w+\\(|\\.ofPattern\\(|Pattern\\.compile\\(|cookie\\.setAttribute\\(|\\.setFilter\\().*");

    private static final Pattern SENTENCE = Pattern.compile("(?s).*(\\p{L}{2,}[,:.]? \\p{L}+|\\p{IsHan}).*");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{Ll}+.*");
    private static final Pattern LETTER = Pattern.compile("(?s).*\\p{L}.*");

    private LiteralTexts() {}

    /** The literals of the source that look like texts for people. */
    static List<String> in(JavaSource source) {
        return source.literals().stream()
                .filter(LiteralTexts::looksShown)
                .map(JavaSource.Literal::text)
                .toList();
    }

    private static boolean looksShown(JavaSource.Literal literal) {
        String text = literal.text().replace("AnsFlow", "").replace("Java ", "");
        if (NOT_SHOWN.matcher(literal.before()).matches()) {
            return false;
        }
        return SENTENCE.matcher(text).matches()
                || CAPITALISED.matcher(text).matches()
                || (SHOWN.matcher(literal.before()).matches()
                        && LETTER.matcher(text).matches());
    }
}
