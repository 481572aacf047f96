package io.ansflow.audit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.page.WindowSize;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.ansflow.audit.AuditEntry;
import io.ansflow.audit.AuditEntry.Outcome;
import io.ansflow.audit.AuditLog;
import io.ansflow.audit.AuditQuery;
import io.ansflow.base.ClusterId;
import io.ansflow.base.Text;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

class AuditViewTest extends UiTest {
    @MockitoBean
    private AuditLog log;

    private final List<AuditEntry> entries = new ArrayList<>();
    private AuditQuery asked = AuditQuery.ALL;

    @BeforeEach
    void answerFromMemory() {
        when(log.read(any(), anyLong(), anyInt())).thenAnswer(call -> {
            asked = call.getArgument(0);
            long before = call.getArgument(1);
            int limit = call.getArgument(2);
            return entries.stream()
                    .filter(entry -> entry.id() < before)
                    .limit(limit)
                    .toList();
        });
        logIn(Role.OPERATOR);
    }

    @Test
    void says_who_did_what_to_which_object_and_how_it_ended() {
        entries.add(entry(2, Outcome.FAILED, Text.of("failure.NOT_FOUND.message", "shop/deployments/web")));
        entries.add(entry(1, Outcome.SUCCEEDED, null));

        UI.getCurrent().navigate("audit");

        String first = row(0);
        assertThat(first)
                .contains(
                        "lilei", "Scaled", "shop/deployments/web", "replicas 2 → 5", "生产", "Failed", "does not exist");
        assertThat(row(1)).contains("Succeeded");
    }

    @Test
    void markup_from_outside_is_shown_as_text() {
        entries.add(new AuditEntry(
                1,
                Instant.now(),
                null,
                "lilei",
                "workload.apply",
                7L,
                "<b>c</b>",
                "<img onerror=alert(1)>",
                "",
                Outcome.STARTED,
                null));

        UI.getCurrent().navigate("audit");

        assertThat(row(0)).contains("<img onerror=alert(1)>", "<b>c</b>", "Begun");
    }

    @Test
    void older_entries_are_added_on_request_until_there_are_none() {
        LongStream.rangeClosed(1, AuditView.STEP + 20)
                .forEach(i -> entries.addFirst(entry(i, Outcome.SUCCEEDED, null)));

        UI.getCurrent().navigate("audit");
        assertThat(GridKt._size(grid())).isEqualTo(AuditView.STEP);

        _click(_get(Button.class, spec -> spec.withText("Show older")));
        assertThat(GridKt._size(grid())).isEqualTo(AuditView.STEP + 20);
        assertThat(offered("Show older")).isFalse();
    }

    @Test
    void what_is_searched_for_stands_in_the_address() {
        UI.getCurrent().navigate("audit", QueryParameters.fromString("cluster=7&outcome=failed&q=web"));
        assertThat(asked).isEqualTo(new AuditQuery(Optional.of(new ClusterId(7)), Set.of(Outcome.FAILED), "web"));
        assertThat(_get(TextField.class).getValue()).isEqualTo("web");
        assertThat(Screen.text(grid())).contains("Nothing matches");

        _click(_get(Button.class, spec -> spec.withText("Show all clusters")));
        assertThat(asked.cluster()).isEmpty();
        assertThat(offered("Show all clusters")).isFalse();
    }

    @Test
    void an_address_that_makes_no_sense_shows_everything() {
        UI.getCurrent().navigate("audit", QueryParameters.fromString("cluster=x&outcome=perhaps"));
        assertThat(asked).isEqualTo(AuditQuery.ALL);
        assertThat(Screen.text(grid())).contains("Nothing on record yet");
    }

    @Test
    void typing_searches() {
        UI.getCurrent().navigate("audit");
        Input.type(_get(TextField.class), "han");
        assertThat(asked.text()).isEqualTo("han");
    }

    @Test
    void narrow_windows_show_everything_in_one_column() {
        entries.add(entry(1, Outcome.FAILED, Text.of("failure.NOT_FOUND.message", "shop/deployments/web")));
        UI.getCurrent().navigate("audit");

        grid().fit(new WindowSize(390, 844));

        assertThat(grid().getColumns().stream().filter(Grid.Column::isVisible)).hasSize(1);
        assertThat(row(0))
                .contains(
                        "lilei", "Scaled", "shop/deployments/web", "replicas 2 → 5", "生产", "Failed", "does not exist");
    }

    @Test
    void viewers_have_no_business_here() {
        logIn(Role.VIEWER);
        UI.getCurrent().navigate("audit");
        assertThat(_find(AuditGrid.class)).isEmpty();
    }

    private static boolean offered(String button) {
        return !_find(Button.class, spec -> spec.withText(button)).isEmpty();
    }

    private static AuditGrid grid() {
        return _get(AuditGrid.class);
    }

    private static String row(int row) {
        return String.join(
                "\n", Screen.row(grid(), row).stream().map(Screen::text).toList());
    }

    private static AuditEntry entry(long id, Outcome outcome, @Nullable Text why) {
        return new AuditEntry(
                id,
                Instant.now(),
                Instant.now(),
                "lilei",
                "workload.scale",
                7L,
                "生产",
                "shop/deployments/web",
                "replicas 2 → 5",
                outcome,
                why);
    }
}
