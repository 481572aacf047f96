/**
 * A small program that breaks every rule of {@code io.ansflow.ArchitectureRules}, each in the class that is named like the
 * rule: a rule that never fails guards nothing. Outside of io.ansflow, so that neither Spring nor Vaadin finds it.
 */
@NullMarked
package bad.ansflow;

import org.jspecify.annotations.NullMarked;
