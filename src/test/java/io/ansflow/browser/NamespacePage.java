package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** The page of one namespace. */
public final class NamespacePage {
    private final Visitor visitor;
    private final String name;

    NamespacePage(Visitor visitor, String name) {
        this.visitor = visitor;
        this.name = name;
        assertThat(visitor.heading(name)).isVisible();
    }

    /** How much of what a quota limits is used: the limited resource with its numbers. */
    public Locator limit(String resource) {
        return visitor.page().locator(".quota-bar").filter(new Locator.FilterOptions().setHasText(resource));
    }

    /** How far its deletion is, and what holds it. */
    public Locator end() {
        return visitor.page().locator(".rollout");
    }

    /** Deletes it; the name has to be typed, and nothing happens before. */
    public NamespacePage delete() {
        visitor.button("Delete").click();
        assertThat(visitor.dialogButton("Delete")).isDisabled();
        visitor.dialog().getByLabel("To confirm, type \"" + name + "\"").fill(name);
        visitor.dialogButton("Delete").click();
        return this;
    }
}
