package io.ansflow.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.ansflow.base.Messages;
import io.ansflow.base.ui.Notifications;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What Vaadin itself says to users, in their language: lost connections, ended sessions, errors. */
@Component
class ShellListener implements VaadinServiceInitListener {
    private static final Logger log = LoggerFactory.getLogger(ShellListener.class);

    private final transient Messages messages;

    ShellListener(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(this::systemMessages);
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(ShellListener::tell));
        event.getSource().addUIInitListener(init -> connectionTexts(init.getUI()));
    }

    private SystemMessages systemMessages(SystemMessagesInfo info) {
        Locale locale = info.getLocale();
        CustomizedSystemMessages texts = new CustomizedSystemMessages();
        texts.setSessionExpiredNotificationEnabled(true);
        texts.setSessionExpiredCaption(messages.get(locale, "session.expired.title"));
        texts.setSessionExpiredMessage(messages.get(locale, "session.expired.text"));
        texts.setInternalErrorCaption(messages.get(locale, "session.error.title"));
        texts.setInternalErrorMessage(messages.get(locale, "session.error.text"));
        texts.setCookiesDisabledCaption(messages.get(locale, "session.cookies.title"));
        texts.setCookiesDisabledMessage(messages.get(locale, "session.cookies.text"));
        texts.setSyncErrorCaption(messages.get(locale, "session.sync.title"));
        texts.setSyncErrorMessage(messages.get(locale, "session.sync.text"));
        return texts;
    }

    private static void connectionTexts(UI ui) {
        ui.getReconnectDialogConfiguration().setDialogText(ui.getTranslation("connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(ui.getTranslation("connection.gone"));
        ui.getPage()
                .executeJs(
                        "if (window.Vaadin?.connectionIndicator) window.Vaadin.connectionIndicator.onlineText = $0",
                        ui.getTranslation("connection.back"));
    }

    /** For errors outside of navigation, where the view is still there. */
    private static void tell(ErrorEvent event) {
        Throwable problem = met(event.getThrowable());
        UI ui = UI.getCurrent();
        if (problem instanceof AccessDeniedException && ui != null) {
            Notifications.error(ui.getTranslation("error.denied.text"));
            return;
        }
        if (problem instanceof IOException) {
            log.debug("The browser went away: {}", problem.toString());
            return;
        }
        String number = Incident.log(problem);
        if (ui != null) {
            Notifications.error(ui.getTranslation("error.failure.text", number));
        }
    }

    /** What was thrown when the outcome of work in the background was brought to its view comes wrapped. */
    private static Throwable met(Throwable problem) {
        return problem instanceof ExecutionException && problem.getCause() != null ? problem.getCause() : problem;
    }
}
