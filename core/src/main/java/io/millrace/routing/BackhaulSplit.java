package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.batch.Rows;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Makes some customers senders: their demand moves from {@code demand} to {@code demand_backhaul}. Class: exact. */
final class BackhaulSplit {
    private static final double SHARE = .2;

    private final CvrpSpec spec;
    private final Rows rows;
    private final RandomStream stream;
    private final Presence presence;
    private final int[] chosen;
    private final int[] sent;
    private MemorySegment demand;
    private MemorySegment code;

    BackhaulSplit(CvrpSpec spec, Philox philox, Rows rows) {
        this.spec = spec;
        this.rows = rows;
        this.stream = new RandomStream(philox);
        this.presence = new Presence(spec, philox);
        this.chosen = new int[spec.nodes()];
        this.sent = new int[spec.nodes() + Rows.SLACK];
    }

    void bind(Batch batch) {
        demand = batch.tensor("demand_backhaul");
        code = batch.tensor("backhaul_class");
    }

    void split(Instance instance) {
        boolean present = presence.of(instance, Presence.BACKHAULS);
        Arrays.fill(sent, 0, spec.nodes(), 0);
        if (present) {
            stream.at(instance.index, 0, Streams.BACKHAULS);
            if (spec.backhaulPick() == BackhaulPick.EXACT) {
                int count = instance.customers / 5;
                stream.choice(count, instance.customers, chosen);
                for (int k = 0; k < count; k++) {
                    move(instance, 1 + chosen[k]);
                }
            } else {
                for (int i = 1; i < instance.nodes; i++) {
                    if (stream.uniformDouble(i) < SHARE) {
                        move(instance, i);
                    }
                }
            }
        }
        code.setAtIndex(Elements.I4, instance.row, present ? spec.backhauls().code() : 0);
        rows.ints(sent, 0, spec.nodes(), demand, (long) instance.row * spec.nodes());
    }

    private void move(Instance instance, int node) {
        sent[node] = instance.demand[instance.demandAt + node];
        instance.demand[instance.demandAt + node] = 0;
    }
}
