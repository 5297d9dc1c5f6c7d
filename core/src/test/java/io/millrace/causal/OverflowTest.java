package io.millrace.causal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Backends;
import io.millrace.generator.GenerationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models with values too large are drawn again. */
class OverflowTest {
    private static final long SEED = 20261207;

    private static final String[] THROWN_AWAY = {
        "nodes=5 graph=full largest=30 rows=20",
        "nodes=3..5 graph=full largest=30 rows=20 worlds=fresh intervened-rows=30 intervention=shift",
        "nodes=5 mechanism=poisson weight=0.1 bias=1 rows=20 largest=40 intervention=clamp",
        "nodes=5 mechanism=polynomial rows=20 noise=student-t largest=1000 intervention=hard-per-row"
    };

    /** Some graphs were thrown away, and none of the values that are there is too large. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nothingIsLarger(int which) {
        String settings =
                THROWN_AWAY[which] + (which == 1 ? " fields=base,intervened" : " fields=base,intervened,delta");
        int attempts = 0;
        double most = 0;
        try (Made made = Made.of(settings, SEED, 40)) {
            for (int i = 0; i < 40; i++) {
                attempts += made.integer("attempts", i, 0);
                for (String field : new String[] {"base", "intervened"}) {
                    for (int e = 0; e < made.elements(field); e++) {
                        most = Math.max(most, Math.abs(made.get(field, i, e)));
                        assertTrue(
                                Math.abs(made.get(field, i, e)) <= made.spec().largest());
                    }
                }
            }
            assertTrue(attempts > 0);
            assertTrue(most > made.spec().largest() / 20);
        }
    }

    /** Linear worlds whose values are at the limit to the last bit: the target's move, which is rounded, must not carry one beyond it. */
    @Test
    void nothingIsLargerByRounding() {
        String settings = "nodes=3 rows=1 graph=erdos-renyi(0.6) noise-scale=0 weight=signed-uniform(1,1) "
                + "bias=signed-uniform(4096.00146484375,4096.00146484375) intervention-value=signed-uniform(4096,4096) "
                + "largest=12288.0029296875 fields=intervened";
        try (Made made = Made.of(settings, 1, 200)) {
            int attempts = 0;
            for (int i = 0; i < 200; i++) {
                attempts += made.integer("attempts", i, 0);
                for (int e = 0; e < made.elements("intervened"); e++) {
                    assertTrue(Math.abs(made.get("intervened", i, e))
                            <= made.spec().largest());
                }
            }
            assertTrue(attempts > 0);
        }
    }

    /** An instance is the same alone, in a batch, after others and before them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void instancesAreTheirOwn(int which) {
        String settings =
                THROWN_AWAY[which] + (which == 1 ? " fields=base,intervened,order" : " fields=base,delta,order");
        CausalSpec spec = Made.spec(settings);
        for (String backend : new String[] {"scalar", Backends.AUTO}) {
            var generator = Backends.choose(backend, spec, SEED).generator();
            try (Made all = Made.fill(generator, 7, 20, 20, false);
                    Made backwards = Made.fill(generator, 7, 20, 3, true)) {
                assertEquals(all.digest(), backwards.digest());
                int again = 0;
                for (int i = 0; i < 20; i++) {
                    again += all.integer("attempts", i, 0);
                    try (Made one = Made.fill(generator, 7 + i, 1, 1, false)) {
                        for (String field : new String[] {"base", "order", "attempts"}) {
                            for (int e = 0; e < one.elements(field); e++) {
                                assertEquals(all.bits(field, i, e), one.bits(field, 0, e));
                            }
                        }
                    }
                }
                assertTrue(again > 0);
            }
        }
    }

    /** The number of nodes is that of the first attempt: large graphs are not rarer for their overflows. */
    @Test
    void sizesStay() {
        String settings = "nodes=2..4 graph=full rows=20 fields=base largest=";
        int again = 0;
        try (Made few = Made.of(settings + "40 weight=avici", SEED, 60);
                Made all = Made.of(settings + "1e30 weight=avici", SEED, 60)) {
            for (int i = 0; i < 60; i++) {
                assertEquals(all.nodes(i), few.nodes(i));
                assertEquals(0, all.integer("attempts", i, 0));
                again += few.integer("attempts", i, 0);
            }
        }
        assertTrue(again > 0);
    }

    /** What never fits ends with a sentence that names the instance. */
    @ParameterizedTest
    @CsvSource({
        "nodes=2 noise-scale=0 bias=5 largest=1 fields=base, 1",
        "nodes=2 rows=1 graph=erdos-renyi(0) mechanism=poisson bias=7 fields=base, 1.0E30",
        "nodes=2 rows=1 intervention-value=60 largest=50, 50",
        "nodes=3 rows=1 graph=full mechanism=polynomial polynomial-degree=5 bias=1e6 noise-scale=1e6 fields=base, 1.0E30"
    })
    void nothingFits(String settings, String largest) {
        var generator =
                Backends.choose(Backends.AUTO, Made.spec(settings), SEED).generator();
        String message = assertThrows(
                        GenerationException.class, () -> Made.fill(generator, 4_000_000_000L, 2, 2, false))
                .getMessage();
        assertTrue(message.contains("4000000000"), message);
        assertTrue(
                message.contains("each of 10000 graphs had a value beyond largest, " + largest
                        + ": make weights, nodes or edges fewer or smaller, or scaling internal"),
                message);
    }
}
