package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;

/** The list of clusters, with the figures above it. */
public final class ClusterListPage {
    /** A row's cells live in the table, what is in them beside it. */
    private static final String ROW_TEXT = """
            (grid, name) => {
              const cell = [...grid.querySelectorAll('.cluster-name')]
                  .filter(found => found.textContent === name)
                  .map(found => found.closest('vaadin-grid-cell-content'))
                  .find(found => found.assignedSlot);
              return cell
                  ? [...cell.assignedSlot.closest('tr').querySelectorAll('slot')]
                      .map(slot => slot.assignedElements()[0]?.innerText ?? '').join('\\n')
                  : '';
            }""";

    private final Visitor visitor;

    ClusterListPage(Visitor visitor) {
        this.visitor = visitor;
        assertThat(visitor.heading("Clusters")).isVisible();
    }

    /** The names in the list, in its order. */
    public List<String> names() {
        return grid().locator("vaadin-grid-cell-content:visible .cluster-name").allInnerTexts();
    }

    /** Waits until the list shows exactly these, in any order. */
    public void shows(String... names) {
        eventually(() -> assertThat(names()).containsExactlyInAnyOrder(names));
    }

    /** Waits until the cluster's row says all of this. */
    public void shows(String name, List<String> texts) {
        eventually(() -> assertThat(row(name)).contains(texts));
    }

    /** All that the cluster's row says; empty if there is none. */
    public String row(String name) {
        return String.valueOf(grid().evaluate(ROW_TEXT, name));
    }

    /** A figure above the list. */
    public Locator tile(String name) {
        return visitor.page()
                .locator(".tile")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page()
                                .locator(
                                        ".tile-name",
                                        new com.microsoft.playwright.Page.LocatorOptions().setHasText(name))));
    }

    /** A filter, by the word on it. */
    public Locator chip(String word) {
        return visitor.page().locator("vaadin-button.chip").filter(new Locator.FilterOptions().setHasText(word));
    }

    public void search(String text) {
        visitor.field("Search name, address, version …").fill(text);
    }

    public void checkNow(String name) {
        visitor.button("Check " + name + " now").click();
    }

    public void openDetails(String name) {
        visitor.button("Details of " + name).click();
    }

    public ClusterFormPage add() {
        visitor.button("Add cluster").first().click();
        return new ClusterFormPage(visitor);
    }

    public ClusterFormPage edit(String name) {
        visitor.button("Edit " + name).click();
        return new ClusterFormPage(visitor);
    }

    /** Deletes a cluster, whose name has to be typed. */
    public void delete(String name) {
        visitor.button("Delete " + name).click();
        assertThat(visitor.dialogButton("Delete")).isDisabled();
        visitor.dialog().getByLabel("Type the name " + name + " to confirm").fill(name);
        visitor.dialogButton("Delete").click();
    }

    private Locator grid() {
        return visitor.page().locator("vaadin-grid");
    }

    private static void eventually(Runnable assertion) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMillis(Chromium.PATIENCE_MILLIS))
                .untilAsserted(assertion::run);
    }
}
