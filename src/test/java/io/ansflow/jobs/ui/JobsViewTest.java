package io.ansflow.jobs.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.IFrame;
import io.ansflow.security.Role;
import io.ansflow.testing.UiTest;
import org.junit.jupiter.api.Test;

class JobsViewTest extends UiTest {

    @Test
    void shows_the_dashboard_within_the_frame_and_leads_to_it_alone() {
        logIn(Role.ADMINISTRATOR);

        UI.getCurrent().navigate("jobs");

        assertThat(_get(IFrame.class).getSrc()).startsWith("/dashboard");
        assertThat(_get(Anchor.class, spec -> spec.withText("Open in a tab of its own"))
                        .getHref())
                .startsWith("/dashboard");
    }
}
