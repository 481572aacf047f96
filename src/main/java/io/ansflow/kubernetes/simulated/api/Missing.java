package io.ansflow.kubernetes.simulated.api;

import tools.jackson.databind.node.ObjectNode;

/** Fills in single fields that were left out. */
final class Missing {
    private Missing() {}

    static void text(ObjectNode node, String name, String value) {
        if (!node.has(name)) {
            node.put(name, value);
        }
    }

    static void number(ObjectNode node, String name, int value) {
        if (!node.has(name)) {
            node.put(name, value);
        }
    }

    static void flag(ObjectNode node, String name, boolean value) {
        if (!node.has(name)) {
            node.put(name, value);
        }
    }
}
