package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of twin worlds to the bit. */
class TwinTest {
    private static final long SEED = 20261203;

    /** Of nodes that no target leads to delta is +0 and the value the base's; of all, delta is intervened − base as floats subtract. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nodes=12",
                "nodes=3..12 padding=13 scaling=z-score bias=avici intervention=shift",
                "nodes=3..12 padding=13 scaling=internal bias=avici intervention=hard-per-row",
                "nodes=10 mechanism=rff-gp features=20 heteroscedastic=true intervention=clamp",
                "nodes=10 mechanism=mlp hidden=7 scaling=internal noise=student-t intervention=shift-per-row",
                "nodes=10 mechanism=0.3*mim+0.3*sigmoid-mix+0.2*logistic+0.2*poisson weight=0.4 intervention-value=0.5",
                "nodes=10 mechanism=0.5*quadratic+0.5*sigmoid-add noise=gumbel targets=4 target-size=1..3",
                "nodes=9 mechanism=polynomial weight=0.1 noise-scale=0.1 graph=erdos-renyi(0.2) scaling=z-score",
                "nodes=20..70 graph=scale-free(2) targets=5 target-size=2 intervention=shift",
                "nodes=6..8 targets=8 padding=10 intervened-rows=5",
                "nodes=1..2 graph=full",
                "nodes=5..8 bias=signed-uniform(0,0) noise-scale=0 graph=erdos-renyi(0.3)"
            })
    void toTheBit(String settings) {
        String fields = " rows=21 fields=base,intervened,delta,target,adjacency,descendants";
        int still = 0;
        int moved = 0;
        try (Made made = Made.of(settings + fields, SEED, 12)) {
            int width = made.spec().width();
            int slots = made.spec().interventions().size().most();
            for (int i = 0; i < 12; i++) {
                for (int world = 0; world < made.spec().worlds(); world++) {
                    boolean[] reached = new boolean[width];
                    boolean there = false;
                    for (int s = 0; s < slots; s++) {
                        int target = made.integer("target", i, world * slots + s);
                        for (int j = 0; target >= 0 && j < width; j++) {
                            reached[j] |= j == target || made.matrix("descendants", i, target, j) == 1;
                            there = true;
                        }
                    }
                    for (int k = 0; k < made.spec().intervenedRows() * width; k++) {
                        int j = k % width;
                        int at = made.place(world, 0, 0) + k;
                        float base = Float.intBitsToFloat(made.bits("base", i, k));
                        float other = Float.intBitsToFloat(made.bits("intervened", i, at));
                        if (!there || j >= made.nodes(i)) {
                            assertEquals(0, made.bits("intervened", i, at));
                            assertEquals(0, made.bits("delta", i, at));
                            continue;
                        }
                        assertEquals(Float.floatToRawIntBits(other - base), made.bits("delta", i, at));
                        if (!reached[j]) {
                            assertEquals(made.bits("base", i, k), made.bits("intervened", i, at));
                            assertEquals(0, made.bits("delta", i, at));
                            still++;
                        } else {
                            moved += other == base ? 0 : 1;
                        }
                    }
                }
            }
        }
        assertTrue(moved > 0 && still > 0);
    }

    /** What is not asked for changes nothing of what is: each field alone is the same. */
    @Test
    void fieldsAloneAreTheSame() {
        String settings = "nodes=4..9 rows=17 scaling=z-score target-size=1..2 targets=3 noise=laplace fields=";
        String[] fields = {"base", "intervened", "delta", "intervened,target", "delta,target", "base,delta"};
        try (Made all = Made.of(settings + "all", SEED, 9)) {
            for (String some : fields) {
                try (Made made = Made.of(settings + some, SEED, 9)) {
                    for (String field : some.split(",")) {
                        for (int i = 0; i < 9; i++) {
                            for (int e = 0; e < made.elements(field); e++) {
                                assertEquals(all.bits(field, i, e), made.bits(field, i, e));
                            }
                        }
                    }
                }
            }
        }
    }

    /** Fewer rows of worlds are the first ones. */
    @Test
    void fewerRows() {
        String settings = "nodes=7 intervention=hard fields=intervened,delta ";
        try (Made all = Made.of(settings + "rows=40", SEED, 5);
                Made few = Made.of(settings + "rows=40 intervened-rows=11", SEED, 5)) {
            for (int k = 0; k < 5 * 7 * 11 * 7; k++) {
                int i = k / 7 / 11 / 7;
                int world = k / 7 / 11 % 7;
                int r = k / 7 % 11;
                assertEquals(all.intervened(i, world, r, k % 7), few.intervened(i, world, r, k % 7));
                assertEquals(all.delta(i, world, r, k % 7), few.delta(i, world, r, k % 7));
            }
        }
    }

    /** A discrete node of twins is decided by the same uniform number: a larger probability, a larger rate, gives no smaller value. */
    @ParameterizedTest
    @ValueSource(strings = {"logistic", "poisson"})
    void discreteTwinsAreMonotone(String mechanism) {
        int changed = 0;
        String settings = "nodes=2 graph=full weight=uniform(0.2,0.6) rows=50 intervention-value=uniform(-3,3) "
                + "fields=base,intervened,delta,target,order mechanism=";
        try (Made made = Made.of(settings + mechanism, SEED, 60)) {
            for (int i = 0; i < 60; i++) {
                int cause = made.integer("order", i, 0);
                int effect = made.integer("order", i, 1);
                for (int r = 0; r < 50; r++) {
                    double step = made.delta(i, cause, r, cause);
                    double moved = made.delta(i, cause, r, effect);
                    assertTrue(moved == 0 || moved > 0 == step > 0);
                    assertEquals(Math.rint(moved), moved);
                    changed += moved == 0 ? 0 : 1;
                }
            }
        }
        assertNotEquals(0, changed);
    }
}
