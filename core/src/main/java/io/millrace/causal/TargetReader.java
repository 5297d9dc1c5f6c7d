package io.millrace.causal;

import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.spec.IntRange;

/** Draws the interventions of an instance. One thread's. Class: reproducible. */
final class TargetReader {
    private final Interventions interventions;
    private final RandomStream stream;
    private final Draws draws;
    private final int[] chosen;
    /** Two words for each slot of each world; none where values do not differ from one world to the next. */
    private final int[] words;

    TargetReader(CausalSpec spec, Philox philox, Draws draws) {
        interventions = spec.interventions();
        stream = new RandomStream(philox);
        this.draws = draws;
        chosen = new int[spec.nodes().most()];
        Intervention kind = interventions.kind();
        boolean drawn = !interventions.value().single() && !kind.perRow() && kind != Intervention.CLAMP;
        int slots = spec.worlds() * interventions.size().most();
        words = new int[drawn && slots > 0 ? 4 * Draws.blocks(2 * slots) + Draws.SLACK : 0];
    }

    void read(long index, int attempt, int nodes, Targets targets) {
        IntRange size = interventions.size();
        boolean alone = size.most() == 1;
        targets.worlds = alone ? Math.min(targets.size.length, nodes) : targets.size.length;
        if (interventions.targets() > 0 && alone && targets.worlds > 0) {
            stream.at(index, attempt, Streams.TARGETS).choice(targets.worlds, nodes, chosen);
        }
        if (words.length > 0) {
            draws.words(index, 1, attempt, Streams.VALUES, Draws.blocks(2 * targets.worlds * targets.most), words);
        }
        for (int t = 0; t < targets.worlds; t++) {
            targets.size[t] = 1;
            if (alone) {
                targets.node[t] = interventions.targets() == 0 ? t : chosen[t];
            } else {
                stream.at(index, attempt, Streams.SIZES);
                targets.size[t] = size.least() + stream.below(t, size.most() - size.least() + 1);
                stream.at(index, attempt, Streams.TARGETS)
                        .choice((1 + t) * Interventions.MOST_SIZE, targets.size[t], nodes, chosen);
                System.arraycopy(chosen, 0, targets.node, t * targets.most, targets.size[t]);
            }
            for (int s = 0; s < targets.size[t]; s++) {
                targets.value[t * targets.most + s] = value(t * targets.most + s);
            }
        }
    }

    private float value(int slot) {
        if (words.length > 0) {
            return interventions.value().at(words[2 * slot], words[2 * slot + 1]);
        }
        return interventions.kind() == Intervention.CLAMP
                ? 0
                : interventions.value().first();
    }
}
