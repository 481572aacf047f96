package io.ansflow.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Takes the pictures of the README from a demo fleet that was just started (see {@code docs/images/take}). Arguments:
 * where the application answers, with a slash at the end; the administrator's first password; the directory for the pictures.
 */
final class Screenshots {
    private final Visitor visitor;
    private final Path directory;

    private Screenshots(Visitor visitor, Path directory) {
        this.visitor = visitor;
        this.directory = directory;
    }

    static void main(String[] arguments) {
        String url = arguments[0];
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.newContext()) {
            Visitor visitor = new Visitor(context, () -> url);
            visitor.page().setViewportSize(1440, 810);
            visitor.logInFirst(Installation.ADMINISTRATOR, arguments[1], Installation.PASSWORD);
            new Screenshots(visitor, Path.of(arguments[2])).take();
        }
    }

    private void take() {
        Page page = visitor.page();
        visitor.open("clusters");
        page.locator("vaadin-grid").getByText("测试环境集群").first().waitFor();
        photograph("clusters");
        // Those in trouble are what one looks for.
        visitor.open("resources?kind=pods&health=failed");
        Locator pod = page.getByText("CrashLoopBackOff").first();
        pod.waitFor();
        photograph("resources");
        pod.click();
        page.waitForURL("**open=**");
        photograph("pod");
    }

    private void photograph(String name) {
        // Nothing tells that the browser has painted everything.
        visitor.page().waitForTimeout(3000);
        visitor.photograph(directory.resolve(name + ".png"));
    }
}
