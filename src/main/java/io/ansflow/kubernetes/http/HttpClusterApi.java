package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Stage;
import io.ansflow.kubernetes.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The questions of a check, put to a real API server in the cheapest way that was measured. */
final class HttpClusterApi implements ClusterApi {
    /** Answers that are one small object. */
    private static final long SMALL = 1024 * 1024;

    /** Lists from the server's watch cache instead of etcd: ten times as fast, and easier on the control plane. */
    private static final String FROM_CACHE = "resourceVersion";

    private static final String PAGE_SIZE = "500";

    /** Of what is shown and stored, in characters. */
    private static final int VERSION_LENGTH = 60;

    private static final int USER_LENGTH = 250;
    private static final Set<FailureCode> TOO_OLD_TO_SAY =
            Set.of(FailureCode.NOT_FOUND, FailureCode.NOT_KUBERNETES, FailureCode.FORBIDDEN);
    private static final JsonMapper JSON = new JsonMapper();

    private final Transport transport;
    private final long most;

    /** @param most of one list that may be read, in bytes */
    HttpClusterApi(Transport transport, long most) {
        this.transport = transport;
        this.most = most;
    }

    @Override
    public Answer<String> version() {
        return transport.ask(Question.VERSION, SMALL, body -> {
            transport.entered(Stage.VERSION);
            return transport.excerpt().of(required(object(body).path("gitVersion")), VERSION_LENGTH);
        });
    }

    @Override
    public Answer<Optional<String>> user() {
        Answer<Optional<String>> answer = transport.ask(
                Question.SELF,
                SMALL,
                body -> Optional.of(transport
                        .excerpt()
                        .of(
                                required(object(body)
                                        .path("status")
                                        .path("userInfo")
                                        .path("username")),
                                USER_LENGTH)));
        return answer instanceof Answer.Failed<Optional<String>>(ClusterFailure failure)
                        && TOO_OLD_TO_SAY.contains(failure.code())
                ? Answer.of(Optional.empty())
                : answer;
    }

    @Override
    public Answer<Long> namespaces() {
        return total("namespaces");
    }

    @Override
    public Answer<NodeCount> nodes() {
        ReadyNodes ready = new ReadyNodes();
        return count(Question.table("nodes").with(FROM_CACHE, "0"), ready)
                .then(total -> Answer.of(new NodeCount(total, ready.count)));
    }

    @Override
    public Answer<Long> podsTotal() {
        return total("pods");
    }

    @Override
    public Answer<Long> podsRunning() {
        return count(
                Question.table("pods")
                        .with("fieldSelector", "status.phase=Running")
                        .with(FROM_CACHE, "0"),
                TableReader.Rows.IGNORED);
    }

    @Override
    public long bytesReceived() {
        return transport.bytesReceived();
    }

    @Override
    public void close() {
        transport.close();
    }

    /** Asks for one, and is told how many more there are; a server that does not tell has them counted page by page. */
    private Answer<Long> total(String resource) {
        Question question = Question.table(resource);
        return page(question.with("limit", "1"), TableReader.Rows.IGNORED).then(first -> {
            if (first.continueToken() == null) {
                return Answer.of(first.rows());
            }
            Long remaining = first.remaining();
            return remaining == null
                    ? count(question.with("limit", PAGE_SIZE), TableReader.Rows.IGNORED)
                    : Answer.of(first.rows() + remaining);
        });
    }

    /** Counts rows to the end of the last page. */
    private Answer<Long> count(Question question, TableReader.Rows rows) {
        long counted = 0;
        String token = null;
        while (true) {
            Question next =
                    token == null ? question : question.without(FROM_CACHE).with("continue", token);
            switch (page(next, rows)) {
                case Answer.Failed<TableReader.Page>(ClusterFailure failure) -> {
                    return Answer.failed(failure);
                }
                case Answer.Got<TableReader.Page>(TableReader.Page page) -> {
                    counted += page.rows();
                    token = page.continueToken();
                    if (token == null) {
                        return Answer.of(counted);
                    }
                }
            }
        }
    }

    private Answer<TableReader.Page> page(Question question, TableReader.Rows rows) {
        @Nullable String asked = question.query().get("continue");
        return transport.ask(question, most, body -> {
            TableReader.Page page = TableReader.read(body, rows);
            if (asked != null && asked.equals(page.continueToken())) {
                throw new Malformed("the page after this one is this one");
            }
            return page;
        });
    }

    private static JsonNode object(InputStream body) throws IOException {
        return JSON.readTree(body);
    }

    private static String required(JsonNode text) throws Malformed {
        String value = text.asString("");
        if (value.isEmpty()) {
            throw new Malformed("an answer to another question");
        }
        return value;
    }

    /** Counts the rows whose STATUS is Ready, also {@code Ready,SchedulingDisabled}. */
    private static final class ReadyNodes implements TableReader.Rows {
        private long count;

        @Override
        public void row(TableRow row) throws IOException {
            int column = row.headings().indexOf("Status");
            if (column < 0 || column >= row.cells().size()) {
                throw new Malformed("nodes without a status");
            }
            String status = row.cells().get(column);
            if (status != null && (status.equals("Ready") || status.startsWith("Ready,"))) {
                count++;
            }
        }
    }
}
