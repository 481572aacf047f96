package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The panel of one resource, with what can be done to it. */
public final class ResourcePage {
    private final Visitor visitor;

    ResourcePage(Visitor visitor, String name) {
        this.visitor = visitor;
        assertThat(panel().getByRole(AriaRole.HEADING).filter(new Locator.FilterOptions().setHasText(name)))
                .isVisible();
    }

    /** The panel as a whole. */
    public Locator panel() {
        return visitor.page().locator(".resource-panel");
    }

    /** What can be done to it. */
    public Locator actions() {
        return panel().locator(".action-bar vaadin-button:visible");
    }

    /** Presses one of them, which asks first. */
    public ResourcePage press(String action) {
        panel().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(action).setExact(true))
                .click();
        assertThat(visitor.dialogButton("Cancel")).isVisible();
        return this;
    }

    public ResourcePage fill(String label, String value) {
        visitor.dialog()
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .fill(value);
        return this;
    }

    /** Chooses the option in the dialog that says so. */
    public ResourcePage choose(String option) {
        visitor.dialog()
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(option))
                .check();
        return this;
    }

    /** Says yes to what the dialog asks. */
    public void confirm(String yes) {
        visitor.dialogButton(yes).click();
        assertThat(visitor.page().locator("vaadin-dialog[opened]")).hasCount(0);
    }

    /** How the last change is carried out. */
    public Locator rollout() {
        return panel().locator(".rollout");
    }

    /** Opens a tab. */
    public void open(String tab) {
        panel().getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(tab))
                .click();
    }

    /** Opens the panel of a resource of the one cluster, namespace and kind that have such a name. */
    static ResourcePage of(Visitor visitor, String kind, String namespace, String name) {
        visitor.open("resources?kind=" + kind + "&q=" + namespace);
        Locator row = visitor.page().locator("vaadin-grid-cell-content a", new Page.LocatorOptions().setHasText(name));
        visitor.button("Sync now").click();
        row.first().click();
        return new ResourcePage(visitor, name);
    }
}
