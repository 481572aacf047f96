package io.ansflow.security.ui;

import com.vaadin.flow.component.UI;

/** The ways to this feature's views. */
public final class SecurityNavigation {
    private SecurityNavigation() {}

    /** Goes to where people change their own password. */
    public static void changePassword(UI ui) {
        ui.navigate(ChangePasswordView.class);
    }
}
