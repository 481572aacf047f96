package io.ansflow.base.ui;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import io.ansflow.base.Messages;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a browser keeps of its user's taste, in cookies: language and colour scheme. */
final class Preferences {
    private static final String LANGUAGE = "ansflow-language";
    private static final String COLORS = "ansflow-colors";
    private static final Duration KEPT = Duration.ofDays(365);

    private Preferences() {}

    /** The chosen language; empty if none was, so that the browser's own language decides. */
    static Optional<Locale> language(VaadinRequest request) {
        return cookie(request, LANGUAGE)
                .flatMap(tag -> Messages.LANGUAGES.stream()
                        .filter(language -> language.getLanguage().equals(tag))
                        .findFirst());
    }

    static void rememberLanguage(Locale language) {
        remember(LANGUAGE, language.getLanguage());
    }

    /** The chosen colours; those of the operating system if none were. */
    static ColorScheme.Value colors(@Nullable VaadinRequest request) {
        return Optional.ofNullable(request)
                .flatMap(present -> cookie(present, COLORS))
                .flatMap(name -> Arrays.stream(ColorScheme.Value.values())
                        .filter(value -> value.name().equals(name))
                        .findFirst())
                .orElse(ColorScheme.Value.SYSTEM);
    }

    static void rememberColors(ColorScheme.Value colors) {
        remember(COLORS, colors.name());
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static void remember(String name, String value) {
        VaadinResponse response = VaadinResponse.getCurrent();
        if (response == null) {
            return;
        }
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
