package io.ansflow.kubernetes.http;

import static io.ansflow.testing.FailureAssertions.assertCanBeTold;
import static io.ansflow.testing.HostileServer.answer;
import static io.ansflow.testing.HostileServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterAccess.ClientIdentity;
import io.ansflow.kubernetes.ClusterAccess.ServerTrust;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.DeleteRequest;
import io.ansflow.kubernetes.object.ListRequest;
import io.ansflow.kubernetes.object.ManagedFields;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.testing.HostileServer;
import io.ansflow.testing.TestAuthority;
import io.ansflow.testing.TestAuthority.Identity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a server answers to questions about objects becomes a value: nothing but that reaches a view. */
class HostileObjectsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority("CN=test-ca");
    private static final Identity SERVER = AUTHORITY.issue("CN=server", "127.0.0.1", "localhost");
    private static final ObjectRef SHOP = ResourceType.NAMESPACE.named("shop");

    private static final List<Function<ObjectApi, Answer<?>>> QUESTIONS = List.of(
            api -> api.get(SHOP)
                    .then(found -> Answer.of(found.labels() + " " + found.deleting() + found.createdAt()
                            + new ManagedFields(found).others() + new ManagedFields(found).ours("metadata"))),
            api -> api.apply(
                    SHOP, JsonMapper.shared().createObjectNode().put("kind", "Namespace"), false, WriteMode.DRY_RUN),
            api -> api.may(new AccessQuestion("create", "", "namespaces", "", "", "shop")),
            api -> api.list(ListRequest.of(ResourceType.RESOURCE_QUOTA, "shop", 10)),
            api -> api.delete(SHOP, DeleteRequest.of("uid")),
            api -> api.types("apps", "v1"),
            api -> api.versions("apps"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "5",
                "\"text\"",
                "{",
                "{}",
                "<html>gateway</html>",
                "{\"metadata\":[]}",
                "{\"metadata\":{\"name\":7,\"labels\":[1],\"managedFields\":{\"a\":3},\"deletionTimestamp\":{}}}",
                "{\"metadata\":{\"name\":\"shop\",\"labels\":\"x\",\"managedFields\":[null,[],{\"fieldsV1\":4}]}}",
                "{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"s\",\"annotations\":[]},\"data\":[1]}",
                "{\"status\":{\"allowed\":\"yes\"}}",
                "{\"kind\":\"List\",\"items\":[null,4,{\"metadata\":9}],\"metadata\":{\"continue\":[]}}",
                "{\"kind\":\"Status\",\"code\":\"x\",\"reason\":[],\"message\":{},\"details\":\"none\"}",
                "{\"kind\":\"Status\",\"reason\":\"Invalid\",\"details\":{\"causes\":{\"a\":[]},\"kind\":3}}",
                "{\"groups\":4,\"versions\":[7],\"resources\":[null,{\"name\":{}}]}"
            })
    void nonsense_is_an_answer_or_a_failure_that_can_be_told(String body) {
        for (String status : List.of(
                "200 OK",
                "201 Created",
                "400 Bad",
                "403 No",
                "404 None",
                "409 Conflict",
                "422 Invalid",
                "500 Broken")) {
            try (HostileServer server = HostileServer.tls(SERVER, answering(answer(status, "application/json", body)));
                    ObjectApi api = api(server)) {
                for (Function<ObjectApi, Answer<?>> question : QUESTIONS) {
                    Answer<?> answer = question.apply(api);
                    assertThat(answer).isNotNull();
                    if (answer instanceof Answer.Failed<?>(ClusterFailure failure)) {
                        assertCanBeTold(failure);
                    }
                }
            }
        }
    }

    private static ObjectApi api(HostileServer server) {
        Duration bound = Duration.ofSeconds(20);
        var limits = TestLimits.each(bound);
        var access = new ClusterAccess(
                server.uri(),
                new ServerTrust(List.of(AUTHORITY.certificate()), null, true),
                null,
                new ClientIdentity(Map.of("Authorization", "Bearer token"), null, null));
        return new HttpObjectApis(limits).open(access);
    }
}
