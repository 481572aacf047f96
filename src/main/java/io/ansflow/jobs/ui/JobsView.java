package io.ansflow.jobs.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** JobRunr's dashboard within the application's frame. */
@Route("jobs")
@Menu(title = "jobs.title", icon = "images/icons.svg#jobs", order = 90)
@RolesAllowed("ADMINISTRATOR")
class JobsView extends Main implements HasDynamicTitle {
    private static final String DASHBOARD = "/dashboard/overview";

    JobsView() {
        Anchor alone = new Anchor(DASHBOARD, getTranslation("jobs.open"), AnchorTarget.BLANK);
        alone.setRouterIgnore(true);
        IFrame dashboard = new IFrame(DASHBOARD);
        dashboard.setTitle(getTranslation("jobs.title"));
        add(new Header(new H1(getTranslation("jobs.title")), alone), dashboard);
        addClassName("jobs");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.title", getTranslation("jobs.title"));
    }
}
