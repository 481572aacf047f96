package io.ansflow.kubernetes.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.TableApi.ListEnd;
import io.ansflow.kubernetes.TableApi.ListRequest;
import io.ansflow.kubernetes.TableApi.WatchEnd;
import io.ansflow.kubernetes.TableApi.WatchRequest;
import io.ansflow.kubernetes.object.AccessQuestion;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.PatchType;
import io.ansflow.kubernetes.object.ResourceType;
import io.ansflow.kubernetes.object.WriteMode;
import io.ansflow.kubernetes.simulated.store.Tree;
import io.ansflow.testing.RecordedRows;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with a simulated cluster when it is asked to. */
class SimulatedFaultsTest {
    private static final String PODS = "/api/v1/pods";

    private final Simulated simulated = new Simulated();

    @Test
    void a_list_breaks_off_in_the_middle() {
        RecordedRows whole = new RecordedRows();
        assertThat(list(tables(), whole)).isInstanceOf(ListEnd.Complete.class);

        RecordedRows broken = new RecordedRows();
        assertThat(failure(tables("broken-page").list(new ListRequest(PODS, null, true), broken))
                        .code())
                .isEqualTo(FailureCode.CONNECTION_FAILED);
        assertThat(broken.count()).isPositive().isLessThan(whole.count());
    }

    @Test
    void pages_without_an_end_are_given_up() {
        assertThat(failure(tables("endless-pages").list(new ListRequest(PODS, null, true), new RecordedRows()))
                        .code())
                .isEqualTo(FailureCode.NOT_KUBERNETES);
    }

    @Test
    void every_watch_has_expired() {
        TableApi tables = tables("expired");
        String version = ((ListEnd.Complete) list(tables, new RecordedRows())).resourceVersion();

        assertThat(tables.watch(new WatchRequest(PODS, version), new RecordedRows()))
                .isEqualTo(Answer.of(new WatchEnd.Expired()));
    }

    @Test
    void a_watch_expires_once_more_has_happened_than_is_remembered() {
        ClusterAccess access = simulated.access(SimulatedAddress.of("bare"));
        TableApi tables = simulated.tables(access);
        String version = ((ListEnd.Complete) list(tables, new RecordedRows())).resourceVersion();
        change(access, 10);
        assertThat(tables.watch(new WatchRequest(PODS, version), new RecordedRows()))
                .isInstanceOfSatisfying(
                        Answer.Got.class, got -> assertThat(got.value()).isInstanceOf(WatchEnd.CaughtUp.class));
        change(access, 400);

        assertThat(tables.watch(new WatchRequest(PODS, version), new RecordedRows()))
                .isEqualTo(Answer.of(new WatchEnd.Expired()));
    }

    private void change(ClusterAccess access, int times) {
        for (int i = 0; i < times; i++) {
            simulated
                    .objects(access)
                    .patch(
                            ResourceType.NAMESPACE.named("default"),
                            PatchType.MERGE,
                            Tree.parse("{'metadata':{'labels':{'round':'" + times + "-" + i + "'}}}"),
                            WriteMode.PERSIST);
        }
    }

    @Test
    void one_type_may_not_be_read_and_the_others_may() {
        TableApi tables = tables("forbidden-deployments");

        assertThat(tables.list(new ListRequest("/apis/apps/v1/deployments", null, false), new RecordedRows()))
                .isEqualTo(Answer.failed(ClusterFailure.of(FailureCode.FORBIDDEN, "list", "deployments.apps")));
        assertThat(list(tables, new RecordedRows())).isInstanceOf(ListEnd.Complete.class);
        assertThat(failure(objects("forbidden-deployments")
                                .get(ResourceType.DEPLOYMENT.named("shop-dev", "order-service")))
                        .code())
                .isEqualTo(FailureCode.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "refused, CONNECTION_REFUSED",
        "tls-untrusted, TLS_UNTRUSTED",
        "tls-expired, TLS_EXPIRED",
        "unauthorized, UNAUTHORIZED",
        "server-error, SERVER_ERROR",
        "rate-limited, RATE_LIMITED"
    })
    void whatever_is_asked_fails_in_the_same_way(String fault, FailureCode code) {
        assertThat(failure(tables(fault).list(new ListRequest(PODS, null, false), new RecordedRows()))
                        .code())
                .isEqualTo(code);
        assertThat(failure(objects(fault).get(ResourceType.NAMESPACE.named("default")))
                        .code())
                .isEqualTo(code);
        assertThat(failure(objects(fault).may(new AccessQuestion("get", "", "pods", "", "", "")))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void who_waits_for_a_slow_cluster_can_be_interrupted() {
        for (String fault : List.of("slow", "timeout")) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> objects(fault).get(ResourceType.NAMESPACE.named("default")));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private TableApi tables(String... faults) {
        return simulated.tables(simulated.access(new SimulatedAddress("development", List.of(faults))));
    }

    private ObjectApi objects(String... faults) {
        return simulated.objects(simulated.access(new SimulatedAddress("development", List.of(faults))));
    }

    private static ListEnd list(TableApi tables, RecordedRows rows) {
        Answer<ListEnd> answer = tables.list(new ListRequest(PODS, null, false), rows);
        return ((Answer.Got<ListEnd>) answer).value();
    }

    private static ClusterFailure failure(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).failure();
    }
}
