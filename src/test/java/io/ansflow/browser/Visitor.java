package io.ansflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Somebody with a browser. What is awaited here is awaited for as long as a busy machine may take. */
public final class Visitor {
    private final BrowserContext context;
    private final Supplier<String> url;
    private final Page page;
    private final List<String> pushed = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context, Supplier<String> url) {
        this.context = context;
        this.url = url;
        context.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(url.get())) {
                problems.add("asked another server: " + request.url());
            }
        });
        this.page = context.newPage();
        page.onPageError(problem -> problems.add("broke: " + problem));
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> pushed.add(String.valueOf(frame.text()))));
        open("");
    }

    /** For what the methods here do not do. */
    public Page page() {
        return page;
    }

    /** Goes to an address within the application, by typing it. */
    public Visitor open(String path) {
        page.navigate(url.get() + path);
        return this;
    }

    /** What the server answers this person at an address within the application, in an HTTP status. */
    public int status(String path) {
        return context.request().get(url.get() + path).status();
    }

    /** Logs in, from wherever one is asked to. */
    public void logIn(String name, String password) {
        field("User name").fill(name);
        field("Password").fill(password);
        button("Log in").click();
        assertThat(page.locator("vaadin-login-form")).hasCount(0);
    }

    /** Logs in for the first time, which asks for a password of one's own. */
    public void logInFirst(String name, String firstPassword, String chosen) {
        logIn(name, firstPassword);
        changePassword(firstPassword, chosen);
        assertThat(heading("Clusters")).isVisible();
    }

    void changePassword(String current, String chosen) {
        field("Current password").fill(current);
        field("New password").fill(chosen);
        field("New password, again").fill(chosen);
        button("Change password").click();
    }

    /** Goes to a view by the navigation, which names it so. */
    public void go(String view) {
        page.locator("vaadin-side-nav-item")
                .filter(new Locator.FilterOptions().setHasText(view))
                .click();
    }

    /** Goes to the list of clusters by the navigation. */
    public ClusterListPage clusters() {
        page.locator("vaadin-side-nav-item[path='clusters']").click();
        return new ClusterListPage(this);
    }

    /** The input with exactly this label. */
    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .and(page.locator(":not([type=radio])"));
    }

    /** The button with exactly this name. */
    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The heading with exactly this text. */
    public Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** What asks a question in front of everything else. */
    public Locator dialog() {
        return page.locator("vaadin-dialog[opened], vaadin-confirm-dialog[opened]")
                .last();
    }

    /** The button with this name in the dialog. */
    public Locator dialogButton(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A short message with this text in it. */
    public Locator notification(String text) {
        return page.locator("vaadin-notification-card").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Remembers the page as it is loaded now; see {@link #pageIsStillTheSame}. */
    public void markPage() {
        page.evaluate("window.marked = true");
    }

    /** What has changed since {@link #markPage} came by itself: the page was not loaded again. */
    public void pageIsStillTheSame() {
        assertThat(page.evaluate("window.marked")).isEqualTo(true);
    }

    /**
     * Nothing that this browser was sent since it was opened, in the page or behind it, has any of these in it. What the
     * person typed is not asked about.
     */
    public void wasNeverSent(List<String> secrets) {
        String document = page.content();
        assertThat(secrets).isNotEmpty().allSatisfy(secret -> {
            assertThat(document).doesNotContain(secret);
            assertThat(pushed).noneMatch(frame -> frame.contains(secret));
        });
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /** The address and what can be read there. */
    String text() {
        return page.url() + "\n" + page.locator("body").innerText() + "\n";
    }

    /** Closes the browser, which has had nothing to complain of. */
    public void leave() {
        context.close();
        assertThat(problems).isEmpty();
    }
}
