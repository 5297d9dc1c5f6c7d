package io.millrace.causal;

import io.millrace.causal.law.Law;
import io.millrace.random.Draws;

/** One thread's values of targets, a number for each row. */
final class Values {
    private final Interventions interventions;
    private final Draws draws;
    private final int stride;
    private final int[] words;

    Values(CausalSpec spec, Draws draws) {
        interventions = spec.interventions();
        this.draws = draws;
        stride = spec.worldStride();
        words = new int[2 * stride + Draws.SLACK];
    }

    /** Adds the value of target s of world t to each row of {@code x[to]}. */
    void add(long index, int attempt, Targets targets, int t, int s, float[] x, int to) {
        int place = t * targets.most + s;
        Law law = interventions.value();
        if (interventions.kind().perRow()) {
            int blocks = stride / 2;
            draws.words(index, 1, attempt, Streams.ROW_VALUES, place * blocks, blocks, words);
            for (int r = 0; r < stride; r++) {
                x[to + r] += law.at(words[r], words[stride + r]);
            }
        } else {
            float value = targets.value[place];
            for (int r = to; r < to + stride; r++) {
                x[r] += value;
            }
        }
    }
}
