package io.ansflow.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.shared.Registration;
import io.ansflow.base.Text;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment as its distance from now ("3 min ago", "in 40 s"), which stays true by itself; exact for those who point at it. */
@Tag("time")
public class RelativeAge extends Component implements HasText, HasStyle {
    private final Instant at;
    private final @Nullable String sentence;
    private @Nullable Registration pulse;

    public RelativeAge(Instant at) {
        this(at, null);
    }

    /** @param sentence key of a text with the distance as its one placeholder, or null for the distance alone */
    public RelativeAge(Instant at, @Nullable String sentence) {
        this.at = at;
        this.sentence = sentence;
        getElement().setAttribute("datetime", at.toString());
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
        Text age = Times.age(Duration.between(at, Instant.now()));
        String distance = getTranslation(age.key(), age.arguments().toArray());
        setText(sentence == null ? distance : getTranslation(sentence, distance));
    }
}
