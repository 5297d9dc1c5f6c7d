package io.millrace.causal;

import io.millrace.causal.law.Law;
import io.millrace.spec.IntRange;
import io.millrace.spec.SpecException;

/**
 * The intervened worlds of an instance. Keys, defaults and ranges: {@link CausalKeys}.
 *
 * @param worlds what they share with the base
 * @param rows of each, 1 … {@value CausalSpec#MOST_ROWS}; 0: as many as the base
 * @param kind what is done to a target
 * @param value v, in the units before {@link Scaling#Z_SCORE}, after {@link Scaling#INTERNAL}
 * @param targets how many worlds, with distinct nodes where one node is a target; 0: one for each node
 * @param size nodes that are targets in the same world, drawn for each
 */
public record Interventions(Worlds worlds, int rows, Intervention kind, Law value, int targets, IntRange size) {
    /** The most targets of a world. */
    public static final int MOST_SIZE = 64;

    /**
     * Checks that they go together.
     *
     * @throws SpecException naming the key
     */
    public Interventions {
        if (rows < 0 || rows > CausalSpec.MOST_ROWS) {
            throw new SpecException("intervened-rows", rows, "auto, or 1 to " + CausalSpec.MOST_ROWS);
        }
        if (targets < 0 || targets > CausalSpec.MOST_NODES) {
            throw new SpecException("targets", targets, "all, or 1 to the nodes");
        }
        if (size.least() < 1 || size.most() > MOST_SIZE) {
            throw new SpecException("target-size", size, "1 to " + MOST_SIZE);
        }
        if (targets == 0 && size.most() > 1) {
            throw new SpecException("target-size", size, "1 where targets is all: give a number of targets");
        }
    }
}
