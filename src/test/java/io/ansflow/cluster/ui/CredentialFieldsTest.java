package io.ansflow.cluster.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.ansflow.kubernetes.auth.AuthMethod;
import io.ansflow.kubernetes.auth.AuthMethods;
import io.ansflow.security.Role;
import io.ansflow.testing.Input;
import io.ansflow.testing.Screen;
import io.ansflow.testing.UiTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class CredentialFieldsTest extends UiTest {
    private static final String KUBECONFIG = """
            apiVersion: v1
            kind: Config
            clusters:
            - name: east
              cluster: {server: "https://east.example.com:6443"}
            - name: west
              cluster: {server: "https://west.example.com:6443"}
            users:
            - name: me
              user: {token: secret-token}
            contexts:
            - name: east
              context: {cluster: east, user: me}
            - name: west
              context: {cluster: west, user: me}
            current-context: east
            """;

    @Autowired
    AuthMethods methods;

    @BeforeEach
    void openForm() {
        logIn(Role.ADMINISTRATOR);
        UI.getCurrent().navigate(ClusterFormView.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "kubeconfig", "certificate"})
    void the_form_asks_exactly_for_what_the_method_needs(String id) {
        AuthMethod method = select(id);

        assertThat(form().credentials().map(CredentialField::field)).containsExactlyElementsOf(method.fields());
        assertThat(form().server.isVisible()).isEqualTo(method.asksForServer());
    }

    @Test
    void a_kubeconfig_offers_its_contexts_and_tells_the_server() {
        select("kubeconfig");

        Input.type(area(), KUBECONFIG);

        assertThat(choices().getListDataView().getItems()).containsExactly("east", "west");
        assertThat(form().server.getValue()).isEqualTo("https://east.example.com:6443");
        assertThat(form().server.isReadOnly()).isTrue();
        assertThat(form().server.isVisible()).isTrue();
    }

    @Test
    void another_context_has_another_server() {
        select("kubeconfig");
        Input.type(area(), KUBECONFIG);

        choices().setValue("west");
        form().check();

        assertThat(form().server.getValue()).isEqualTo("https://west.example.com:6443");
        assertThat(form().values()).containsEntry("context", "west").containsEntry("kubeconfig", KUBECONFIG);
    }

    @Test
    void what_a_kubeconfig_must_not_hold_is_marked_with_what_to_do() {
        select("kubeconfig");

        Input.type(area(), KUBECONFIG.replace("{token: secret-token}", "{exec: {command: aws, apiVersion: v1}}"));

        assertThat(area().isInvalid()).isTrue();
        assertThat(area().getErrorMessage()).contains("exec");
        assertThat(form().check()).isFalse();
    }

    @Test
    void an_uploaded_file_stays_on_the_server() {
        select("kubeconfig");
        FileInput input = _get(FileInput.class);

        input.take("my-cluster.yaml", KUBECONFIG.getBytes(StandardCharsets.UTF_8));

        assertThat(input.value()).isEqualTo(KUBECONFIG);
        assertThat(area().getValue()).isEmpty();
        assertThat(area().isReadOnly()).isTrue();
        assertThat(Screen.text(input)).contains("my-cluster.yaml").doesNotContain("secret-token");
        assertThat(form().server.getValue()).isEqualTo("https://east.example.com:6443");
    }

    @Test
    void an_uploaded_file_can_be_taken_back() {
        select("kubeconfig");
        FileInput input = _get(FileInput.class);
        input.take("my-cluster.yaml", KUBECONFIG.getBytes(StandardCharsets.UTF_8));

        _click(_find(input, Button.class).stream()
                .filter(button -> button.getAriaLabel().isPresent())
                .findFirst()
                .orElseThrow());

        assertThat(input.value()).isEmpty();
        assertThat(area().isReadOnly()).isFalse();
    }

    @Test
    void a_file_beyond_any_kubeconfig_is_refused() {
        select("kubeconfig");
        FileInput input = _get(FileInput.class);

        input.take("huge.yaml", new byte[256 * 1024 + 1]);

        assertThat(input.value()).isEmpty();
        assertThat(area().getErrorMessage()).isEqualTo("The file is larger than 256 KiB.");
    }

    @Test
    void a_certificate_that_is_none_is_marked() {
        select("certificate");
        Input.type(form().server, "https://10.0.0.1:6443");
        List<TextArea> areas = _find(form(), TextArea.class);

        areas.forEach(area -> Input.type(area, "not a PEM"));

        assertThat(areas).anyMatch(TextArea::isInvalid);
        assertThat(form().check()).isFalse();
    }

    @Test
    void a_pasted_token_loses_the_spaces_around_it() {
        select("token");

        Input.type(_get(com.vaadin.flow.component.textfield.PasswordField.class), "  secret-token\n");

        assertThat(form().values()).containsEntry("token", "secret-token");
    }

    private AuthMethod select(String id) {
        AuthMethod method = methods.find(id).orElseThrow();
        form().method.setValue(method);
        return method;
    }

    private static ConnectionFields form() {
        return _get(ConnectionFields.class);
    }

    private static TextArea area() {
        return _get(_get(FileInput.class), TextArea.class);
    }

    @SuppressWarnings("unchecked") // the one select among the credentials
    private static Select<String> choices() {
        return _get(_get(ChoiceInput.class), Select.class);
    }
}
