package io.millrace.causal;

import io.millrace.causal.law.Law;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.spec.IntRange;

/** Draws the interventions of an instance. One thread's. Class: reproducible. */
final class TargetReader {
    private final Interventions interventions;
    private final RandomStream stream;
    private final RandomStream values;
    private final int[] chosen;

    TargetReader(CausalSpec spec, Philox philox) {
        interventions = spec.interventions();
        stream = new RandomStream(philox);
        values = new RandomStream(philox);
        chosen = new int[spec.nodes().most()];
    }

    void read(long index, int attempt, int nodes, Targets targets) {
        IntRange size = interventions.size();
        boolean alone = size.most() == 1;
        targets.worlds = alone ? Math.min(targets.size.length, nodes) : targets.size.length;
        if (interventions.targets() > 0 && alone && targets.worlds > 0) {
            stream.at(index, attempt, Streams.TARGETS).choice(targets.worlds, nodes, chosen);
        }
        values.at(index, attempt, Streams.VALUES);
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
                targets.value[t * targets.most + s] = value(t * Interventions.MOST_SIZE + s);
            }
        }
    }

    private float value(int slot) {
        Law law = interventions.value();
        if (interventions.kind() == Intervention.CLAMP) {
            return 0;
        }
        return law.single() ? law.first() : law.at(values.word(2 * slot), values.word(2 * slot + 1));
    }
}
