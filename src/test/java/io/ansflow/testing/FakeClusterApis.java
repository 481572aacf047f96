package io.ansflow.testing;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.CheckProgress;
import io.ansflow.kubernetes.ClusterAccess;
import io.ansflow.kubernetes.ClusterApi;
import io.ansflow.kubernetes.ClusterApis;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.NodeCount;
import io.ansflow.kubernetes.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Clusters that answer what a test wants them to, by the host of their address. A host that is not told refuses. */
public final class FakeClusterApis implements ClusterApis {
    private final Map<String, Supplier<Answer<String>>> versions = new ConcurrentHashMap<>();
    private final List<ClusterAccess> opened = new CopyOnWriteArrayList<>();

    /** From now on the host is a healthy cluster. */
    public void healthy(String host) {
        versions.put(host, () -> Answer.of("v1.33.2"));
    }

    /** From now on every question to the host fails. */
    public void failing(String host, ClusterFailure failure) {
        versions.put(host, () -> Answer.failed(failure));
    }

    /** From now on the host answers what the supplier gives, when it gives it. */
    public void answering(String host, Supplier<Answer<String>> version) {
        versions.put(host, version);
    }

    /** The accesses that were used, in order. */
    public List<ClusterAccess> opened() {
        return List.copyOf(opened);
    }

    @Override
    public ClusterApi open(ClusterAccess access, CheckProgress progress) {
        opened.add(access);
        progress.entered(Stage.TCP);
        Supplier<Answer<String>> version = versions.getOrDefault(
                access.server().getHost(),
                () -> Answer.failed(ClusterFailure.of(
                        FailureCode.CONNECTION_REFUSED, access.server().getAuthority())));
        return new FakeClusterApi(version);
    }

    private record FakeClusterApi(Supplier<Answer<String>> answer) implements ClusterApi {
        @Override
        public Answer<String> version() {
            return answer.get();
        }

        @Override
        public Answer<Optional<String>> user() {
            return Answer.of(Optional.of("tester"));
        }

        @Override
        public Answer<Long> namespaces() {
            return Answer.of(4L);
        }

        @Override
        public Answer<NodeCount> nodes() {
            return Answer.of(new NodeCount(3, 2));
        }

        @Override
        public Answer<Long> podsTotal() {
            return Answer.of(20L);
        }

        @Override
        public Answer<Long> podsRunning() {
            return Answer.of(18L);
        }

        @Override
        public long bytesReceived() {
            return 42;
        }

        @Override
        public void close() {}
    }
}
