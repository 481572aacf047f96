package io.ansflow.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.shared.Registration;
import io.ansflow.base.Text;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment as its distance from now ("3 min ago", "in 40 s"), which stays true by itself; exact for those who point at it. */
@Tag("time")
public class RelativeAge extends Component implements HasText, HasStyle {
    private final Instant at;
    private final SerializableFunction<Duration, Text> wording;
    private final @Nullable String sentence;
    private @Nullable Registration pulse;

    /** Its distance from now, either way. */
    public RelativeAge(Instant at) {
        this(at, Times::distance, null);
    }

    private RelativeAge(Instant at, SerializableFunction<Duration, Text> wording, @Nullable String sentence) {
        this.at = at;
        this.wording = wording;
        this.sentence = sentence;
        getElement().setAttribute("datetime", at.toString());
    }

    /**
     * For how long something lasts that began then.
     *
     * @param sentence key of a text with the length as its one placeholder
     */
    public static RelativeAge lasting(Instant since, String sentence) {
        return new RelativeAge(since, Times::lasting, sentence);
    }

    /**
     * How far ahead something is that is planned for then; it is never late, only about to happen.
     *
     * @param sentence key of a text with the distance as its one placeholder
     */
    public static RelativeAge planned(Instant at, String sentence) {
        return new RelativeAge(at, Times::ahead, sentence);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setAttribute("title", Times.exact(at));
        refresh();
        pulse = ComponentUtil.addListener(event.getUI(), Pulse.Beat.class, beat -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (pulse != null) {
            pulse.remove();
            pulse = null;
        }
    }

    private void refresh() {
        Text age = wording.apply(Duration.between(at, Instant.now()));
        String distance = getTranslation(age.key(), age.arguments().toArray());
        setText(sentence == null ? distance : getTranslation(sentence, distance));
    }
}
