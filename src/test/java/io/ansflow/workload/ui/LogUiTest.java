package io.ansflow.workload.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.security.Role;
import io.ansflow.workload.PodSummary;
import io.ansflow.workload.PodSummary.Container;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Looks at the logs of pods that a test lets speak. */
abstract class LogUiTest extends WorkloadUiTest {
    Component tab = new Div();

    @BeforeEach
    void prepare() {
        logIn(Role.VIEWER);
        pods.pods(pod("web-1"), pod("web-2"));
    }

    void open(String kind) {
        tab = show(application.getBean(LogsTab.class).content(resource(kind, "web")));
        eventually(() -> assertThat(_find(tab, LogSearch.class)).hasSize(1));
    }

    TextField search() {
        return _get(tab, TextField.class);
    }

    String shown() {
        return _get(tab, LogScreen.class).getElement().getTextRecursively();
    }

    List<String> hits() {
        return _find(tab, Span.class, spec -> spec.withClasses("log-hit")).stream()
                .map(Span::getText)
                .toList();
    }

    @SuppressWarnings("unchecked") // of whatever it is that is chosen from
    <T> Select<T> select(String label) {
        return (Select<T>) _get(tab, Component.class, spec -> spec.withLabel(label));
    }

    static PodSummary pod(String name) {
        return new PodSummary(
                "shop",
                name,
                "uid-" + name,
                "Running",
                "node-7",
                "10.1.2.3",
                null,
                List.of(
                        new Container("prepare", "shop:1", Container.Role.INIT, true, "Completed", 0),
                        new Container("app", "shop:1", Container.Role.APP, true, "Running", 0),
                        new Container("debugger", "shop:1", Container.Role.DEBUG, true, "Running", 0)));
    }
}
