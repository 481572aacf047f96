package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.SyncStatus;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells of what is not known as it should be: why, how old it is, and when it will be removed. */
class TroubleNotice extends Div {
    private static final int MOST_NAMES = 4;

    /**
     * A notice in one cluster.
     *
     * @param where the cluster
     * @param kinds names of kinds
     */
    TroubleNotice(Trouble trouble, Component where, Function<KindId, String> kinds) {
        Div text = new Div(sentence(what(trouble, kinds)));
        if (trouble.failure() != null) {
            text.add(sentence(FailureText.message(trouble.failure())));
        }
        if (trouble.asOf() != null) {
            Span age = sentence(Translated.of("sync.trouble.asof", trouble.rows()));
            age.add(new RelativeAge(trouble.asOf()));
            text.add(age);
        }
        if (trouble.removedAt() != null) {
            text.add(sentence(Translated.of("sync.trouble.removed", Times.exact(trouble.removedAt()))));
        }
        text.addClassName("trouble-text");
        boolean refused = trouble.status() == SyncStatus.FORBIDDEN || trouble.status() == SyncStatus.ABSENT;
        add((refused ? Icon.LOCK : Icon.CLOCK).create(), where, text);
        addClassNames("trouble", (trouble.status() == SyncStatus.FAILED ? Tone.ERROR : Tone.WARNING).className());
    }

    private static String what(Trouble trouble, Function<KindId, String> kinds) {
        String names = trouble.kinds().stream().limit(MOST_NAMES).map(kinds).collect(Collectors.joining(", "));
        int others = trouble.kinds().size() - MOST_NAMES;
        return Translated.of(
                "sync.trouble." + trouble.status(),
                others > 0 ? Translated.of("sync.trouble.others", names, others) : names);
    }

    private static Span sentence(String text) {
        Span sentence = new Span(text);
        sentence.addClassName("sentence");
        return sentence;
    }
}
