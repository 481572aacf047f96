package io.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.Text;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Reachability;
import java.time.Instant;
import java.util.regex.Pattern;

/** What failed, what to do about it, and the code to search for. */
public class FailureText extends Div {
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

    public FailureText(ClusterFailure failure) {
        boolean limited = failure.code().reachability() == Reachability.LIMITED;
        Span message = new Span(message(failure));
        message.addClassName("failure-message");
        Paragraph remedy = new Paragraph(remedy(failure));
        Code code = new Code(failure.code().name());
        add((limited ? Icon.WARNING : Icon.X_CIRCLE).create(), new Div(message, remedy, code));
        addClassNames("failure", (limited ? Tone.WARNING : Tone.ERROR).className());
    }

    /** One sentence that says what failed. */
    public static String message(ClusterFailure failure) {
        return inLocalTime(failure.message());
    }

    /** One sentence that says what to do about it. */
    public static String remedy(ClusterFailure failure) {
        return inLocalTime(failure.remedy());
    }

    /** Failures tell moments in ISO 8601 and UTC; people read them on their own clock. */
    private static String inLocalTime(Text text) {
        Object[] arguments = text.arguments().stream()
                .map(argument -> argument instanceof String string
                                && MOMENT.matcher(string).matches()
                        ? Times.exact(Instant.parse(string))
                        : argument)
                .toArray();
        return Translated.of(text.key(), arguments);
    }
}
