package io.millrace.causal.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.CausalSpec;
import io.millrace.random.Statistics;
import io.millrace.spec.SpecException;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of numbers and their texts. False-alarm rates are those of {@link Statistics}. */
class LawTest {
    private static final int COUNT = 100_000;

    private static double[] drawn(Law law) {
        SplittableRandom random = new SplittableRandom(20261130);
        double[] sample = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            sample[i] = law.at(random.nextInt(), random.nextInt());
        }
        return sample;
    }

    private static Law law(String text) {
        return CausalSpec.DEFAULT.with("weight", text).equations().weight();
    }

    @Test
    void uniform() {
        Statistics.kolmogorovSmirnov("U", drawn(law("uniform(-1,4)")), x -> Math.clamp((x + 1) / 5, 0, 1));
    }

    @Test
    void signedUniform() {
        double[] sample = drawn(law("signed-uniform(0.5,2)"));
        int negative = 0;
        double product = 0;
        for (int i = 0; i < COUNT; i++) {
            negative += sample[i] < 0 ? 1 : 0;
            product += Math.signum(sample[i]) * (Math.abs(sample[i]) - 1.25);
            sample[i] = Math.abs(sample[i]);
        }
        Statistics.share("negative", negative, 0.5, COUNT);
        Statistics.mean("sign times magnitude", product / COUNT, 0, 1.5 * 1.5 / 12, COUNT);
        Statistics.kolmogorovSmirnov("|U|", sample, x -> Math.clamp((x - 0.5) / 1.5, 0, 1));
    }

    @Test
    void normal() {
        Statistics.kolmogorovSmirnov("N", drawn(law("normal(2,0.5)")), x -> Statistics.normal((x - 2) / 0.5));
    }

    @Test
    void constant() {
        for (double each : drawn(law("-0.25"))) {
            assertEquals(-0.25, each);
        }
    }

    /** The corners of the words: within the bounds, both included. */
    @ParameterizedTest
    @ValueSource(
            strings = {"uniform(0.2,2)", "signed-uniform(1,3)", "uniform(7,10)", "uniform(-1e6,1e6)", "uniform(2,2)"})
    void bounds(String text) {
        Law law = law(text);
        for (int word : new int[] {0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 255, 256}) {
            for (int second : new int[] {0, 1, -1}) {
                float value = Math.abs(law.at(word, second));
                float least = law.kind() == Law.Kind.SIGNED_UNIFORM ? law.first() : Math.min(0, law.first());
                assertTrue(value >= least && value <= law.second(), () -> text + " gives " + value);
                assertTrue(law.at(word, second) >= law.least());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 3",
                "-3 | -3",
                "0.5 | 0.5",
                "uniform(-1,4) | -1",
                "signed-uniform(1,3) | -3",
                "normal(2,0) | 2",
                "normal(2,1) | -Infinity"
            })
    void least(String text, float least) {
        assertEquals(least, law(text).least());
    }

    private static void readsBack(Law law) {
        assertEquals(law, law(law.toString()), law.toString());
        assertEquals(law.toString(), law(law.toString()).toString());
        assertNotEquals(law, law("normal(0.123,4.567)"));
    }

    @Property(tries = 1_000, seed = "20261130")
    void textsReadBack(
            @ForAll Law.Kind kind,
            @ForAll @FloatRange(min = -1e6f, max = 1e6f) float one,
            @ForAll @FloatRange(min = -1e6f, max = 1e6f) float other) {
        float low = Math.min(one, other);
        float high = Math.max(one, other);
        readsBack(
                switch (kind) {
                    case CONSTANT -> Law.constant(one);
                    case UNIFORM -> new Law(kind, low, high);
                    case SIGNED_UNIFORM ->
                        new Law(kind, Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high)));
                    case NORMAL -> new Law(kind, one, Math.abs(other));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1",
                "1e-7",
                "1e6",
                "-1e6",
                "1e-40",
                "0.30000001",
                "uniform( -3 , 3 )",
                "uniform(0.1,0.2)",
                "signed-uniform(0,0)",
                "normal(0,1e-3)",
                ".5",
                "+1"
            })
    void texts(String text) {
        readsBack(law(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "NaN",
                "Infinity",
                "1e39",
                "1000001",
                "uniform",
                "uniform()",
                "uniform(1)",
                "uniform(1,2,3)",
                "uniform(2,1)",
                "uniform(1,2",
                "uniform 1,2",
                "uniform(a,b)",
                "uniform(0,1e7)",
                "uniform(-1e7,0)",
                "constant(1,0)",
                "Uniform(1,2)",
                "signed-uniform(-1,1)",
                "signed-uniform(2,1)",
                "normal(0,-1)",
                "normal(1e7,1)",
                "normal(0,1e7)",
                "(1,2)",
                "0x1p3"
            })
    void refused(String text) {
        String message = assertThrows(SpecException.class, () -> law(text)).getMessage();
        assertEquals(
                "weight is '" + text + "': allowed is a number, uniform(a,b), signed-uniform(a,b), "
                        + "normal(mean,deviation), magnitudes up to 1000000, ",
                message.substring(0, message.lastIndexOf("000, ") + 5));
    }

    @Test
    void refusedWhereTheyAreMade() {
        assertThrows(SpecException.class, () -> new Law(Law.Kind.UNIFORM, 2, 1));
        assertThrows(SpecException.class, () -> new Law(Law.Kind.UNIFORM, Float.NaN, 1));
        assertThrows(SpecException.class, () -> new Law(Law.Kind.CONSTANT, 1, 1));
        assertThrows(SpecException.class, () -> new Law(Law.Kind.NORMAL, 0, Float.NaN));
        assertThrows(SpecException.class, () -> Law.constant(2e6));
    }
}
