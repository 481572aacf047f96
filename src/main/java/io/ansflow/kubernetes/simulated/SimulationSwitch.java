package io.ansflow.kubernetes.simulated;

/** Whether this installation may have simulated clusters. Without one it may not. */
@FunctionalInterface
public interface SimulationSwitch {
    boolean on();
}
