package io.ansflow.security;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.ListenerPriority;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.ansflow.security.ui.ChangePasswordView;
import org.springframework.stereotype.Component;

/** Sends a user who has to choose a password to the one view where that is done, wherever the user wants to go. */
@Component
class PasswordChangeGuard implements VaadinServiceInitListener {
    private final CurrentUser user;

    PasswordChangeGuard(CurrentUser user) {
        this.user = user;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(new Listener(user)));
    }

    /** Before Vaadin's own access control, which would answer "access denied". */
    @ListenerPriority(Integer.MAX_VALUE)
    private record Listener(CurrentUser user) implements BeforeEnterListener {
        @Override
        public void beforeEnter(BeforeEnterEvent event) {
            if (user.mustChangePassword() && event.getNavigationTarget() != ChangePasswordView.class) {
                event.forwardTo(ChangePasswordView.class);
            }
        }
    }
}
