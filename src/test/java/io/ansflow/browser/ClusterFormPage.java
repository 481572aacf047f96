package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The form that adds and edits a cluster, and what a test of the connection found. */
public final class ClusterFormPage {
    private static final Page.GetByTextOptions EXACT_TEXT = new Page.GetByTextOptions().setExact(true);

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

    /** Waits until the chosen method asks for exactly this, by label, in this order. */
    public ClusterFormPage asksFor(String... labels) {
        assertThat(visitor.page().locator(".connection-fields > :not(vaadin-radio-group) label:visible"))
                .hasText(labels);
        return this;
    }

    /** Gives a file instead of pasting its content. */
    public ClusterFormPage upload(String label, String fileName, String content) {
        visitor.page()
                .locator(".file-input")
                .filter(new Locator.FilterOptions().setHas(visitor.page().getByText(label, EXACT_TEXT)))
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(fileName, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** What a choice offers. */
    public List<String> options(String label) {
        visitor.field(label).click();
        List<String> offered =
                visitor.page().locator("vaadin-select-item:visible").allInnerTexts();
        visitor.page().keyboard().press("Escape");
        return offered;
    }

    /** Takes one of the options of a choice. */
    public ClusterFormPage select(String label, String option) {
        visitor.field(label).click();
        visitor.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
        return this;
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
