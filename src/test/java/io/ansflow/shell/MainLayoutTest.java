package io.ansflow.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.ansflow.base.Messages;
import io.ansflow.security.Role;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainLayoutTest extends UiTest {

    @Test
    void the_address_without_a_path_leads_to_the_clusters() {
        logIn(Role.VIEWER);

        UI.getCurrent().navigate("");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("clusters");
    }

    @Test
    void offers_only_what_the_role_may_see() {
        logIn(Role.VIEWER);
        UI.getCurrent().navigate("");
        assertThat(navigation()).contains("Clusters", "Resources").doesNotContain("Jobs");
    }

    @Test
    void offers_the_jobs_to_administrators() {
        logIn(Role.ADMINISTRATOR);
        UI.getCurrent().navigate("");
        assertThat(navigation()).contains("Clusters", "Resources", "Jobs");
    }

    @Test
    void says_who_is_logged_in_and_as_what() {
        logIn(Role.OPERATOR);
        UI.getCurrent().navigate("");

        assertThat(Screen.text(_get(UserMenu.class))).contains("somebody", "Operator", "Change password", "Log out");
    }

    @Test
    void speaks_chinese() {
        logIn(Role.ADMINISTRATOR);
        speak(Messages.CHINESE);
        UI.getCurrent().navigate("");

        assertThat(navigation()).contains("集群", "资源", "作业");
        assertThat(Screen.text(_get(UserMenu.class))).contains("管理员", "修改密码", "退出登录");
    }

    private static List<String> navigation() {
        return _find(SideNavItem.class).stream().map(SideNavItem::getLabel).toList();
    }
}
