package io.ansflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real Kubernetes API server that tests may fill and empty. Taken from the environment: {@code KUBE_SERVER},
 * {@code KUBE_CA} (file), {@code KUBE_TOKEN} (administrator), {@code KUBE_VIEWER_TOKEN} (may read namespace
 * {@code default} only), {@code KUBE_NOBODY_TOKEN} (authenticated, may do nothing), {@code KUBE_CLIENT_CERT} and
 * {@code KUBE_CLIENT_KEY} (files, administrator), {@code KUBECONFIG} (file, administrator); a second one from the same
 * names after {@code SECOND_}.
 */
public record RealCluster(
        String server,
        String ca,
        String token,
        String viewerToken,
        String nobodyToken,
        String clientCertificate,
        String clientKey,
        String kubeconfig) {

    public static boolean configured() {
        return System.getenv("KUBE_SERVER") != null && System.getenv("SECOND_KUBE_SERVER") != null;
    }

    public static RealCluster first() {
        return from("");
    }

    public static RealCluster second() {
        return from("SECOND_");
    }

    private static RealCluster from(String prefix) {
        return new RealCluster(
                variable(prefix + "KUBE_SERVER"),
                file(prefix + "KUBE_CA"),
                variable(prefix + "KUBE_TOKEN"),
                variable(prefix + "KUBE_VIEWER_TOKEN"),
                variable(prefix + "KUBE_NOBODY_TOKEN"),
                file(prefix + "KUBE_CLIENT_CERT"),
                file(prefix + "KUBE_CLIENT_KEY"),
                file(prefix + "KUBECONFIG"));
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("The environment variable " + name + " is not set");
        }
        return value;
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of(variable(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
