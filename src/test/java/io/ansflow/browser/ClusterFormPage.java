package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The form that adds and edits a cluster, and what a test of the connection found. */
public final class ClusterFormPage {
    private final Visitor visitor;

    ClusterFormPage(Visitor visitor) {
        this.visitor = visitor;
        assertThat(visitor.page().locator(".cluster-form")).isVisible();
    }

    public ClusterFormPage fill(String label, String value) {
        visitor.field(label).fill(value);
        return this;
    }

    /** Chooses one of several: a method, an environment. */
    public ClusterFormPage choose(String option) {
        visitor.page()
                .getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .check();
        return this;
    }

    /** What the chosen method asks for, by label, in its order. */
    public List<String> connectionFields() {
        return visitor
                .page()
                .locator(".connection-fields > :not(vaadin-radio-group) label:visible")
                .allInnerTexts()
                .stream()
                .map(String::strip)
                .toList();
    }

    public ClusterFormPage test() {
        visitor.button("Test connection").click();
        return this;
    }

    public ClusterFormPage save() {
        visitor.button("Save").click();
        return this;
    }

    /** What the test says. */
    public Locator result() {
        return visitor.page().locator(".test-result");
    }

    /** The stage of the test that this word names. */
    public Locator stage(String word) {
        return visitor.page().locator(".stages li").filter(new Locator.FilterOptions().setHasText(word));
    }
}
