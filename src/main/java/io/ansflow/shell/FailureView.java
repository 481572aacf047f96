package io.ansflow.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.ansflow.base.ui.Icon;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Shown when a view could not be made; the number in it finds the reason in the log. */
@ParentLayout(MainLayout.class)
@PermitAll
class FailureView extends ErrorPage implements HasErrorParameter<Exception> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String number = Incident.log(parameter.getException());
        show(Icon.WARNING, "error.failure", number);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
