package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.TableApi;
import io.ansflow.kubernetes.TableApi.ListEnd;
import io.ansflow.kubernetes.TableApi.WatchEnd;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Collections of a real API server. Each list has a connection to itself, which the next one takes over: on a shared one
 * all would wait for who is slow to take what came. Watches, of which little comes, share one.
 */
final class HttpTableApi implements TableApi {
    private static final String PAGE_SIZE = "500";

    /** A page may be empty, but a server that goes on like that is up to something. */
    private static final int MOST_EMPTY_PAGES = 10;

    private final Function<CheckProgress, Transport> connect;
    private final FirstTry lists = new FirstTry();
    private final SharedConnection watches;
    private final TableLimits limits;
    private final Deque<Transport> free = new ConcurrentLinkedDeque<>();
    private final Set<Transport> all = ConcurrentHashMap.newKeySet();

    /** @param connect makes a connection that tells of its progress */
    HttpTableApi(Function<CheckProgress, Transport> connect, SharedConnection watches, TableLimits limits) {
        this.connect = connect;
        this.watches = watches;
        this.limits = limits;
    }

    @Override
    public Answer<ListEnd> list(ListRequest request, RowSink rows) {
        Question question = Question.collection("list", request.path());
        if (request.paged()) {
            return onOwnConnection(rows::received, transport -> pages(transport, question, rows));
        }
        String version = request.notOlderThan() == null ? "0" : request.notOlderThan();
        // Without a limit, so that it comes from the watch cache; some servers send pages all the same.
        Question cached = question.with("resourceVersion", version);
        return onOwnConnection(rows::received, transport -> pages(transport, cached, rows));
    }

    @Override
    public Answer<WatchEnd> watch(WatchRequest request, ChangeSink changes) {
        Question question = Question.collection("watch", request.path())
                .with("watch", "1")
                .with("allowWatchBookmarks", "true")
                .with("resourceVersion", request.since());
        Answer<WatchEnd> answer = watches.ask(transport -> counted(
                transport,
                changes::received,
                () -> transport.listen(
                        question,
                        limits.watchIdle(),
                        limits.watchAtMost(),
                        body -> new WatchReader(request.since(), changes, transport::reported).read(body))));
        return instead(answer, new WatchEnd.Expired(), new WatchEnd.Absent());
    }

    @Override
    public void close() {
        all.forEach(Transport::close);
        watches.close();
    }

    private Answer<ListEnd> pages(Transport transport, Question question, RowSink rows) {
        Question next = question.query().containsKey("resourceVersion") ? question : question.with("limit", PAGE_SIZE);
        String resourceVersion = "";
        int empty = 0;
        Set<String> tokens = new HashSet<>();
        while (true) {
            Answer<TableReader.Page> answer = page(transport, next, rows, empty, tokens);
            if (answer instanceof Answer.Failed<TableReader.Page>(ClusterFailure failure)) {
                return instead(Answer.failed(failure), new ListEnd.Expired(), new ListEnd.Absent());
            }
            TableReader.Page page = ((Answer.Got<TableReader.Page>) answer).value();
            resourceVersion = resourceVersion.isEmpty() ? page.resourceVersion() : resourceVersion;
            String token = page.continueToken();
            if (token == null) {
                return Answer.of(new ListEnd.Complete(resourceVersion));
            }
            empty = page.rows() == 0 ? empty + 1 : 0;
            next = question.without("resourceVersion").with("limit", PAGE_SIZE).with("continue", token);
        }
    }

    /**
     * @param empty how many pages without rows came before
     * @param tokens of the pages before, and of this one from now on
     */
    private Answer<TableReader.Page> page(
            Transport transport, Question question, RowSink rows, int empty, Set<String> tokens) {
        return transport.ask(question, limits.maxSize().toBytes(), body -> {
            TableReader.Page page = TableReader.read(body, row -> {
                ObjectRows.check(row);
                rows.row(row);
            });
            if (page.continueToken() != null && !tokens.add(page.continueToken())) {
                throw new Malformed("a page that was there before");
            }
            if (page.rows() == 0 && page.continueToken() != null && empty >= MOST_EMPTY_PAGES) {
                throw new Malformed("pages without end and without rows");
            }
            return page;
        });
    }

    /** What a failure means for reading a collection: 410, or that there is no such collection. */
    private static <T> Answer<T> instead(Answer<T> answer, T expired, T absent) {
        if (!(answer instanceof Answer.Failed<T>(ClusterFailure failure))) {
            return answer;
        }
        return switch (failure.code()) {
            case EXPIRED -> Answer.of(expired);
            case NOT_FOUND -> Answer.of(absent);
            default -> answer;
        };
    }

    private <T> Answer<T> onOwnConnection(LongConsumer received, Function<Transport, Answer<T>> question) {
        return lists.ask(progress -> {
            Transport transport = freeOrNew(progress);
            try {
                return counted(transport, received, () -> question.apply(transport));
            } finally {
                free.push(transport);
            }
        });
    }

    private Transport freeOrNew(CheckProgress progress) {
        Transport transport = free.poll();
        if (transport == null) {
            transport = connect.apply(progress);
            all.add(transport);
        }
        return transport;
    }

    private static <T> T counted(Transport transport, LongConsumer received, Supplier<T> question) {
        long before = transport.bytesReceived();
        try {
            return question.get();
        } finally {
            received.accept(transport.bytesReceived() - before);
        }
    }
}
