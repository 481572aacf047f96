package io.ansflow.inventory.ui;

import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.StatusBadge;
import io.ansflow.base.ui.Tone;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.Resource;

/** The status of a resource in its cluster's own words, in the colour of what it means. */
public class HealthBadge extends StatusBadge {
    public HealthBadge(Resource resource) {
        super(
                tone(resource.health()),
                icon(resource.health()),
                resource.status().isEmpty() ? word(resource.health()) : resource.status(),
                word(resource.health()));
    }

    /** Whether there is anything to say: a kind without a status has nothing that could be wrong. */
    public static boolean says(Resource resource) {
        return !resource.status().isEmpty() || resource.health() != Health.HEALTHY;
    }

    static String word(Health health) {
        return Translated.of("inventory.health." + health);
    }

    private static Tone tone(Health health) {
        return switch (health) {
            case FAILED -> Tone.ERROR;
            case WARNING -> Tone.WARNING;
            case PROGRESSING -> Tone.INFO;
            case UNKNOWN -> Tone.NEUTRAL;
            case HEALTHY -> Tone.SUCCESS;
        };
    }

    private static Icon icon(Health health) {
        return switch (health) {
            case FAILED -> Icon.X_CIRCLE;
            case WARNING -> Icon.WARNING;
            case PROGRESSING -> Icon.CLOCK;
            case UNKNOWN -> Icon.QUESTION;
            case HEALTHY -> Icon.CHECK_CIRCLE;
        };
    }
}
