package io.millrace.cli.causal;

import java.awt.Color;
import java.util.BitSet;

/**
 * What a world does to each node.
 *
 * @param targets of its intervention
 * @param reached nodes that a target leads to, targets left out; where targets are not known, those that differ from the base
 * @param traced whether it is known which these are
 */
record Roles(BitSet targets, BitSet reached, boolean traced) {
    static final Color TARGET = new Color(217, 72, 1);
    static final Color REACHED = new Color(253, 190, 133);
    static final Color OTHER = new Color(222, 235, 247);
    private static final Color TARGET_LINE = new Color(127, 39, 4);
    private static final Color REACHED_LINE = new Color(217, 72, 1);
    private static final Color OTHER_LINE = new Color(33, 113, 181);

    /** Of no world. */
    static Roles none() {
        return new Roles(new BitSet(), new BitSet(), false);
    }

    /** Whether it is known which nodes are targets. */
    boolean known() {
        return !targets.isEmpty();
    }

    /** Whether the world may differ from the base there. */
    boolean differs(int node) {
        return targets.get(node) || reached.get(node);
    }

    Color fill(int node) {
        return targets.get(node) ? TARGET : reached.get(node) ? REACHED : OTHER;
    }

    Color outline(int node) {
        return targets.get(node) ? TARGET_LINE : reached.get(node) ? REACHED_LINE : OTHER_LINE;
    }

    Color text(int node) {
        return targets.get(node) ? Color.WHITE : Color.BLACK;
    }
}
