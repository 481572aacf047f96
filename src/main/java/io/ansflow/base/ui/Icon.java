package io.ansflow.base.ui;

import com.vaadin.flow.component.icon.SvgIcon;

/** The application's icons, drawn in {@code frontend/images/icons.svg}, a symbol each. */
public enum Icon {
    AUTOSCALE,
    CHECK,
    CHECK_CIRCLE,
    CHEVRON,
    CLOCK,
    CLOSE,
    CLUSTER,
    DOT,
    DOWNLOAD,
    EDIT,
    FILE,
    FLASK,
    HISTORY,
    INFO,
    JOBS,
    KEY,
    LANGUAGE,
    LOCK,
    LOGOUT,
    MOON,
    NODE,
    PARTIAL,
    PAUSE,
    PLAY,
    PLUG,
    PLUS,
    POD,
    NAMESPACE,
    QUESTION,
    REFRESH,
    RESOURCES,
    SCALE,
    SCREEN,
    SEARCH,
    SHIELD,
    SHIELD_OFF,
    STAR,
    SUN,
    TRASH,
    UPLOAD,
    USER,
    WARNING,
    X_CIRCLE;

    private static final String SPRITE = "images/icons.svg";

    /** A new icon, hidden from screen readers: a word or a label always stands beside it. */
    public SvgIcon create() {
        SvgIcon icon = new SvgIcon(SPRITE, symbol());
        icon.addClassName("icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** The symbol's id in the sprite. */
    String symbol() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
