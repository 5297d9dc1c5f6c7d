package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.DType;
import io.millrace.waveform.Conditioning;
import io.millrace.waveform.PolarizationException;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every LALSimulation: for the small library that every build compiles, and for a real one. */
abstract class LalContract {
    abstract Lal lal();

    /** Each golden waveform, made again. */
    Stream<DynamicTest> golden(
            String approximant, String call, Conditioning conditioning, Map<String, String> options, double tolerance) {
        return Golden.all(approximant, call).stream()
                .map(golden -> DynamicTest.dynamicTest(approximant + " " + call + " " + golden.name(), () -> {
                    LalModel model =
                            Made.model(lal(), approximant, golden.domain(), golden.reference(), conditioning, options);
                    double[] made = Made.both(model, DType.C16, golden.point());
                    double[] kept = at(made, golden.bins());
                    int half = kept.length / 2;
                    for (int from : new int[] {0, half}) {
                        double distance = Made.distance(
                                Arrays.copyOfRange(kept, from, from + half),
                                Arrays.copyOfRange(golden.values(), from, from + half));
                        assertTrue(distance <= tolerance, () -> "relative L2 " + distance);
                    }
                }));
    }

    private static double[] at(double[] both, int[] bins) {
        double[] kept = new double[4 * bins.length];
        for (int polarization = 0; polarization < 2; polarization++) {
            for (int i = 0; i < bins.length; i++) {
                int from = polarization * both.length / 2 + 2 * bins[i];
                System.arraycopy(both, from, kept, polarization * 2 * bins.length + 2 * i, 2);
            }
        }
        return kept;
    }

    @TestFactory
    Stream<DynamicTest> taylorF2() {
        return golden("TaylorF2", "choosefd", Conditioning.NONE, Map.of(), 1e-9);
    }

    @Test
    void saysWhatItIs() {
        assertTrue(lal().version().matches("[0-9.]+.*"), lal()::version);
        assertTrue(lal().library().contains("lalsimulation"), lal()::library);
    }

    @Test
    void approximantsGoByName() {
        LalApproximant taylorF2 = lal().approximant("TaylorF2");
        assertTrue(taylorF2.frequencyDomain());
        assertFalse(taylorF2.timeDomain());
        assertEquals(LalApproximant.Spins.ALIGNED, taylorF2.spins());
        LalApproximant taylorT4 = lal().approximant("TaylorT4");
        assertTrue(taylorT4.timeDomain());
        assertFalse(taylorT4.frequencyDomain());
        assertTrue(lal().approximants().containsAll(List.of("TaylorF2", "TaylorT4")));
    }

    @ParameterizedTest
    @CsvSource({"TylorF2", "taylorf2", "TaylorF2threePointFivePN", "'TaylorF2,'", "''"})
    void unknownApproximantsGetTheNearestNames(String name) {
        String message = assertThrows(IllegalArgumentException.class, () -> lal().approximant(name == null ? "" : name))
                .getMessage();
        assertTrue(name == null || name.isEmpty() || message.contains("TaylorF2"), message);
        assertTrue(message.contains("the nearest are"), message);
    }

    @Test
    void singlePrecisionIsTheRoundedDouble() {
        double[] doubles = Made.both(Made.model(lal(), "TaylorF2"), DType.C16, Made.point());
        double[] floats = Made.both(Made.model(lal(), "TaylorF2"), DType.C8, Made.point());
        for (int i = 0; i < doubles.length; i++) {
            assertEquals((float) doubles[i], floats[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"C8", "C16"})
    void aScaleMultiplies(DType type) {
        double[] scale = new double[Made.DOMAIN.bins()];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = 1 + i % 17;
        }
        LalModel model = Made.model(lal(), "TaylorF2");
        double[] plain = Made.both(Made.model(lal(), "TaylorF2"), DType.C16, Made.point());
        try (LalPolarizations scaled = model.newPolarizations(type, scale)) {
            double[] made = Made.both(scaled, type, scale.length, Made.point());
            for (int i = 0; i < made.length; i++) {
                double product = plain[i] * scale[i % (2 * scale.length) / 2];
                assertEquals(type == DType.C8 ? (float) product : product, made[i]);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> model.newPolarizations(type, new double[3]));
    }

    @Test
    void binsBelowTheFirstAreZero() {
        double[] both = Made.both(Made.model(lal(), "TaylorF2"), DType.C16, Made.point());
        int first = Made.DOMAIN.from(20);
        for (int i = 0; i < 2 * first; i++) {
            assertEquals(0, both[i]);
        }
        assertNotEquals(0, both[2 * first]);
        assertNotEquals(0, both[both.length - 1]);
    }

    @Test
    void conditioningEndsInZero() {
        LalModel model = Made.model(lal(), "TaylorF2", Made.DOMAIN, 20, Conditioning.INSPIRAL_FD, Map.of());
        double[] both = Made.both(model, DType.C16, Made.point());
        assertEquals(0, both[both.length - 1]);
        assertEquals(0, both[both.length / 2 - 1]);
        assertNotEquals(0, both[both.length - 3]);
    }

    /** The first band's bins lie on the uniform grid; the longitude of the nodes is not LAL's there. */
    @Test
    void multibandedIsTheSameModel() {
        Domain bands = Domain.multibanded(List.of(20.0, 60.0, 140.0, 300.0), 0.125, 0.125);
        LalModel banded = Made.model(lal(), "TaylorF2", bands, 20, Conditioning.NONE, Map.of());
        double[] made = Made.both(banded, DType.C16, Made.point());
        double[] uniform = Made.both(Made.model(lal(), "TaylorF2"), DType.C16, Made.point());
        int count = 2 * bands.from(60);
        for (int polarization = 0; polarization < 2; polarization++) {
            double[] band =
                    Arrays.copyOfRange(made, polarization * 2 * bands.bins(), polarization * 2 * bands.bins() + count);
            int from = polarization * 2 * Made.DOMAIN.bins() + 2 * Made.DOMAIN.from(20);
            double distance = Made.distance(band, Arrays.copyOfRange(uniform, from, from + count));
            assertTrue(distance < 1e-9, () -> "relative L2 " + distance);
        }
        try (LalPolarizations polarizations = banded.newPolarizations(DType.C16, null)) {
            assertTrue(polarizations
                    .refusal(Made.with(Parameter.ECCENTRICITY, 0.1))
                    .isPresent());
        }
    }

    @Test
    void optionsGoByName() {
        double[] plain = Made.both(Made.model(lal(), "TaylorF2"), DType.C16, Made.point());
        assertArrayEquals(plain, withOptions(Map.of("PNPhaseOrder", "7", "dQuadMon1", "0")));
        assertTrue(Made.distance(withOptions(Map.of("PNPhaseOrder", "4")), plain) > 0.1);
        assertTrue(Made.distance(withOptions(Map.of("dQuadMon1", "40.5")), plain) > 0.1);
        assertArrayEquals(plain, withOptions(Map.of("ModeArray", "2:2 2:-2")));
    }

    private double[] withOptions(Map<String, String> options) {
        return Made.both(
                Made.model(lal(), "TaylorF2", Made.DOMAIN, 20, Conditioning.NONE, options), DType.C16, Made.point());
    }

    @Test
    void overTime() {
        Point point = Made.point();
        point.set(Parameter.SPIN_1Z, 0);
        point.set(Parameter.SPIN_2Z, 0);
        try (LalPair pair = lal().chooseTimeDomain(lal().approximant("TaylorT4"), point, 1.0 / 4096, 20, 20, null)) {
            assertEquals(1.0 / 4096, pair.spacing());
            double[] plus = pair.plus().toArray(ValueLayout.JAVA_DOUBLE);
            assertEquals(pair.plus().byteSize(), pair.cross().byteSize());
            assertEquals(-plus.length / 4096.0, pair.epochNanos() * 1e-9, 0.1);
            double largest = Arrays.stream(plus).map(Math::abs).max().orElseThrow();
            assertTrue(largest > 1e-23 && largest < 1e-20, () -> "largest " + largest);
        }
    }

    @Test
    void overTimeThenTransformed() {
        Point point = Made.point();
        point.set(Parameter.SPIN_1Z, 0);
        point.set(Parameter.SPIN_2Z, 0);
        LalModel model = Made.model(lal(), "TaylorT4", Made.DOMAIN, 20, Conditioning.INSPIRAL_FD, Map.of());
        double[] both = Made.both(model, DType.C16, point);
        assertTrue(Math.hypot(both[2 * 320], both[2 * 320 + 1]) > 1e-24);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Made.model(lal(), "TaylorT4"));
        assertTrue(refused.getMessage().contains("defined over time"), refused.getMessage());
    }

    @Test
    void errorsHaveCodeTextAndParameters() {
        Point precessing = Made.with(Parameter.SPIN_1X, 0.25);
        LalGrid grid = new LalGrid(0.125, 20, 1024, 20);
        LalApproximant taylorF2 = lal().approximant("TaylorF2");
        LalException failed =
                assertThrows(LalException.class, () -> lal().chooseFrequencyDomain(taylorF2, precessing, grid, null));
        assertEquals(22, failed.code());
        assertEquals("Invalid argument", failed.text());
        for (String part :
                List.of("ChooseFDWaveform", "22", "TaylorF2", "spin_1x=0.25", "mass_1=36.0", "delta_f=0.125")) {
            assertTrue(failed.getMessage().contains(part), failed.getMessage());
        }
        // and the next call knows nothing of it
        lal().chooseFrequencyDomain(taylorF2, Made.point(), grid, null).close();
    }

    @ParameterizedTest
    @CsvSource({
        "MASS_1, 0, mass_1 is 0.0 Msun: allowed is more than 0",
        "MASS_2, -1, mass_2 is -1.0 Msun: allowed is more than 0",
        "LUMINOSITY_DISTANCE, NaN, luminosity_distance is NaN Mpc: allowed is more than 0",
        "IOTA, Infinity, iota is Infinity rad: allowed is any finite angle",
        "ECCENTRICITY, 1, eccentricity is 1.0: allowed is 0 to less than 1",
        "SPIN_2Z, -1.5, the spin of body 2 is 1.5: allowed is at most 1",
        "SPIN_1X, 0.1, TaylorF2 takes aligned spins only: x and y components must be 0"
    })
    void refusesBeforeItCalls(Parameter parameter, double value, String sentence) {
        try (LalPolarizations polarizations = Made.model(lal(), "TaylorF2").newPolarizations(DType.C16, null)) {
            Point point = Made.with(parameter, value);
            assertEquals(sentence, polarizations.refusal(point).orElseThrow());
            PolarizationException failed = assertThrows(
                    PolarizationException.class, () -> Made.both(polarizations, DType.C16, Made.DOMAIN.bins(), point));
            assertTrue(failed.getMessage().startsWith(sentence + ": "), failed.getMessage());
            assertTrue(polarizations.refusal(Made.point()).isEmpty());
        }
    }

    /** Some fail, some do not; every failure is its own thread's, and every waveform as if it were alone. */
    @Test
    void threadsDoNotMeet() {
        int waveforms = 60;
        LalModel model = Made.model(lal(), "TaylorF2", Made.SHORT, 20, Conditioning.NONE, Map.of("dQuadMon1", "2"));
        double[][] alone = new double[waveforms][];
        for (int k = 0; k < waveforms; k++) {
            alone[k] = Made.both(model, DType.C16, Made.point(k));
        }
        LalApproximant taylorF2 = lal().approximant("TaylorF2");
        Threads.run(4, thread -> {
            try (LalPolarizations own = model.newPolarizations(DType.C16, null)) {
                for (int k = 0; k < waveforms; k++) {
                    if (thread % 2 == 1) {
                        LalException failed = assertThrows(
                                LalException.class,
                                () -> lal().chooseFrequencyDomain(
                                                taylorF2,
                                                Made.with(Parameter.SPIN_2Y, 0.5),
                                                new LalGrid(1, 20, 64, 20),
                                                null));
                        assertEquals(22, failed.code());
                    }
                    assertArrayEquals(alone[k], Made.both(own, DType.C16, Made.SHORT.bins(), Made.point(k)));
                }
            }
        });
    }

    @Test
    void virtualThreadsAreRefused() throws InterruptedException {
        LalModel model = Made.model(lal(), "TaylorF2");
        Throwable[] thrown = new Throwable[1];
        Thread.ofVirtual()
                .start(() -> thrown[0] =
                        assertThrows(IllegalStateException.class, () -> Made.both(model, DType.C16, Made.point())))
                .join();
        assertTrue(thrown[0].getMessage().contains("platform thread"));
    }

    @Test
    void neverPrints() throws Exception {
        Child.Output output = Child.run(lal().library());
        assertEquals("", output.errors());
        assertEquals("done\n", output.text());
        assertEquals(0, output.exitCode());
    }
}
