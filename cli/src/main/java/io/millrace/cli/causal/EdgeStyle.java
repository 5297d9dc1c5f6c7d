package io.millrace.cli.causal;

import java.awt.BasicStroke;
import java.awt.Color;

/** How edges are drawn: by the sign and the size of their weights where these are known, otherwise by whether they carry the intervention on. */
final class EdgeStyle {
    static final Color POSITIVE = new Color(33, 113, 181);
    static final Color NEGATIVE = new Color(152, 0, 67);
    static final Color CARRYING = new Color(217, 72, 1);
    static final Color PLAIN = new Color(140, 140, 140);

    private final Roles roles;
    /** Over the largest magnitude, {@code weights[cause][effect]}; null where they are not known. */
    private final double[][] weights;
    /** Whether edges to targets are cut. */
    private final boolean cuts;

    EdgeStyle(CausalInstance instance, Dag dag, Roles roles) {
        this.roles = roles;
        cuts = roles.targets().stream()
                        .anyMatch(target -> !dag.causes().get(target).isEmpty())
                && switch (instance.spec().interventions().kind()) {
                    case HARD, HARD_PER_ROW, CLAMP -> true;
                    case SHIFT, SHIFT_PER_ROW -> false;
                };
        weights = instance.has("weights") && dag.edges() > 0 ? weights(instance, dag) : null;
    }

    private static double[][] weights(CausalInstance instance, Dag dag) {
        double[][] weights = new double[dag.nodes()][dag.nodes()];
        double largest = Double.MIN_NORMAL;
        for (int cause = 0; cause < weights.length; cause++) {
            for (int effect : dag.effects().get(cause)) {
                weights[cause][effect] = instance.weight(cause, effect);
                largest = Math.max(largest, Math.abs(weights[cause][effect]));
            }
        }
        for (double[] row : weights) {
            for (int effect = 0; effect < row.length; effect++) {
                row[effect] /= largest;
            }
        }
        return weights;
    }

    boolean weighted() {
        return weights != null;
    }

    boolean cuts() {
        return cuts;
    }

    /** Whether the intervention acts along it. */
    boolean carries(int cause, int effect) {
        return roles.differs(cause) && !cut(effect);
    }

    private boolean cut(int effect) {
        return cuts && roles.targets().get(effect);
    }

    Color colour(int cause, int effect) {
        if (weighted()) {
            return weights[cause][effect] < 0 ? NEGATIVE : POSITIVE;
        }
        return carries(cause, effect) ? CARRYING : PLAIN;
    }

    BasicStroke stroke(int cause, int effect) {
        double width = weighted() ? 0.6 + 2.4 * Math.abs(weights[cause][effect]) : 1.2;
        return cut(effect) ? dashed((float) width) : new BasicStroke((float) width);
    }

    static BasicStroke dashed(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0);
    }
}
