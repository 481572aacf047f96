package io.ansflow;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import io.ansflow.cli.Cli;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts AnsFlow: the web application, whose pages it is the shell of, or one command of the command line. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Push
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@StyleSheet("styles/audit.css")
@StyleSheet("styles/lists.css")
@StyleSheet("styles/clusters.css")
@StyleSheet("styles/cluster-form.css")
@StyleSheet("styles/inventory.css")
@StyleSheet("styles/workload.css")
@StyleSheet("styles/namespaces.css")
@StyleSheet("styles/operations.css")
@StyleSheet("styles/fleet.css")
public class Application implements AppShellConfigurator {
    static void main(String[] arguments) {
        // Exits at once: HTTP clients leave threads behind that would keep a command waiting for a minute.
        System.exit(Cli.run(Application.class, arguments));
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "images/logo.svg", "any");
    }
}
