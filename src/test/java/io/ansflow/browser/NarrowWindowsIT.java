package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.ansflow.testing.Needs;
import io.ansflow.testing.Needs.Part;
import io.ansflow.testing.RealCluster;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in a window of the width of a telephone. */
@Needs({Part.BROWSER, Part.CLUSTER})
@TestInstance(Lifecycle.PER_CLASS)
class NarrowWindowsIT {
    @RegisterExtension
    static final AnsFlow ansflow = AnsFlow.shared();

    private static final int WIDTH = 390;

    @SuppressWarnings("NullAway.Init")
    private Visitor admin;

    @BeforeAll
    void narrowWindow() {
        ansflow.addCluster("for-narrow-windows", RealCluster.first());
        admin = ansflow.administrator();
        admin.page().setViewportSize(WIDTH, 844);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "resources", "resources?kind=pods", "namespaces", "audit"})
    void nothing_sticks_out(String path) {
        Page page = admin.open(path).page();
        assertThat(page.locator("vaadin-grid").first()).hasClass(Pattern.compile("\\bcards\\b"));

        List<?> sticksOut = (List<?>) page.evaluate("""
                width => [...document.querySelectorAll('main header, main vaadin-grid, main vaadin-text-field, main .badge')]
                    .filter(element => element.getBoundingClientRect().right > width)
                    .map(element => element.localName + ': ' + element.textContent)""", WIDTH);

        assertThat(sticksOut).isEmpty();
    }
}
