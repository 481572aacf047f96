package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.ansflow.cluster.ClusterBuilder.cluster;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.ansflow.base.ClusterId;
import io.ansflow.cluster.ClusterBuilder;
import io.ansflow.cluster.FakeClusters;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.Diagnosis;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.UiTest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

/** An administrator in front of the form, and what they do there. */
abstract class ClusterFormTest extends UiTest {

    @BeforeEach
    void administrator() {
        logIn(Role.ADMINISTRATOR);
    }

    static ClusterBuilder existing() {
        return cluster(7, "shop").auth("token", "token", "caCertificate");
    }

    static void edit() {
        ClusterNavigation.edit(new ClusterId(7));
    }

    static void fillIn() {
        Input.type(text("Name"), "shop");
        Input.type(text("API server address"), "https://10.0.0.1:6443");
        Input.type(_get(PasswordField.class), "secret-token");
    }

    static void selectMethod(String id) {
        var method = _get(ConnectionFields.class).method;
        method.setValue(method.getListDataView()
                .getItems()
                .filter(offered -> offered.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    /** The state of every stage, by its name. */
    static Map<String, String> states() {
        return _get(StageList.class)
                .getChildren()
                .collect(Collectors.toMap(
                        row -> row.getElement().getChild(1).getText(),
                        row -> row.getElement().getAttribute("data-state")));
    }

    /** The next test finds the cluster connected, but not before this is counted down. */
    CountDownLatch held() {
        CountDownLatch goOn = new CountDownLatch(1);
        clusters.finding(progress -> {
            goOn.await();
            return FakeClusters.connected();
        });
        return goOn;
    }

    static Diagnosis unreachable() {
        return new Diagnosis.Failed(
                ClusterFailure.of(FailureCode.CONNECTION_REFUSED, "10.0.0.1:6443"),
                new Diagnosis.Trace(FakeClusters.steps(3), Duration.ofMillis(9), 0));
    }

    static TextField text(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    static TextArea area(String label) {
        return _get(TextArea.class, spec -> spec.withLabel(label));
    }

    static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    static String path() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }
}
