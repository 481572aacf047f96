package io.ansflow.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeResponse;
import com.github.mvysny.kaributesting.v10.ContextMenuKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinServletResponse;
import io.ansflow.base.Messages;
import io.ansflow.testing.UiTest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferencesTest extends UiTest {

    @Test
    void the_language_switch_speaks_the_other_language() {
        UI.getCurrent().add(new LanguageSwitch());
        LanguageSwitch button =
                (LanguageSwitch) UI.getCurrent().getChildren().toList().getLast();
        assertThat(button.getText()).isEqualTo("中文");

        button.click();

        assertThat(UI.getCurrent().getSession().getLocale()).isEqualTo(Messages.CHINESE);
        assertThat(cookies()).anySatisfy(cookie -> {
            assertThat(cookie.getName()).isEqualTo("ansflow-language");
            assertThat(cookie.getValue()).isEqualTo("zh");
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        });
    }

    @Test
    void the_colour_switch_is_remembered() {
        ColorSwitch colors = new ColorSwitch();
        UI.getCurrent().add(colors);

        ContextMenuKt._clickItemWithCaption(colors, "Dark");

        assertThat(cookies()).anySatisfy(cookie -> {
            assertThat(cookie.getName()).isEqualTo("ansflow-colors");
            assertThat(cookie.getValue()).isEqualTo("DARK");
        });
        assertThat(UI.getCurrent().getPage().getColorScheme()).isEqualTo(ColorScheme.Value.DARK);
    }

    private static List<Cookie> cookies() {
        ServletResponse response = VaadinServletResponse.getCurrent();
        while (response instanceof ServletResponseWrapper wrapper) {
            response = wrapper.getResponse();
        }
        return ((FakeResponse) response).getCookies();
    }
}
