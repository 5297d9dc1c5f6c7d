package io.millrace.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.dataset.Plan;
import io.millrace.generator.Backends;
import io.millrace.generator.Filling;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Range;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaveformGeneratorTest {
    private static Batch fill(WaveformSpec spec, int count) {
        return Filling.fill(Backends.choose("scalar", spec, 5).generator(), 0, count, count, false, 0xA5);
    }

    private static double re(Batch batch, String field, long element) {
        return batch.tensor(field).getAtIndex(Elements.F8, 2 * element);
    }

    private static double im(Batch batch, String field, long element) {
        return batch.tensor(field).getAtIndex(Elements.F8, 2 * element + 1);
    }

    @Test
    void singlePrecisionIsTheRoundedDouble() {
        WaveformSpec spec = WaveformSpecTest.spec("f-max=512 delta-f=0.5 longitude_ascending_nodes=0.3");
        try (Batch single = fill(spec, 6);
                Batch twice = fill(spec.with("dtype", "c16"), 6)) {
            for (String field : new String[] {"h_plus", "h_cross"}) {
                for (long i = 0; i < 2L * 6 * spec.domain().bins(); i++) {
                    assertEquals(
                            (float) twice.tensor(field).getAtIndex(Elements.F8, i),
                            single.tensor(field).getAtIndex(Elements.F4, i));
                }
            }
        }
    }

    @Test
    void amplitudeAndPhaseMakeThePolarizations() {
        WaveformSpec spec = WaveformSpecTest.spec("f-max=512 delta-f=0.5 dtype=c16 iota=0");
        try (Batch polarizations = fill(spec, 4);
                Batch curves = fill(spec.with("output", "amplitude-phase"), 4)) {
            double previous = 0;
            for (long i = 0; i < 4L * spec.domain().bins(); i++) {
                double amplitude = curves.tensor("amplitude").getAtIndex(Elements.F8, i);
                double phase = curves.tensor("phase").getAtIndex(Elements.F8, i);
                // h_plus is h̃ itself where iota is 0
                assertEquals(amplitude * Math.cos(phase), re(polarizations, "h_plus", i), 1e-11 * amplitude);
                assertEquals(amplitude * Math.sin(phase), im(polarizations, "h_plus", i), 1e-11 * amplitude);
                if (amplitude > 0 && previous != 0) {
                    assertTrue(Math.abs(phase - previous) < 60, "unwrapped");
                }
                previous = phase;
            }
        }
    }

    @Test
    void multibandedBinsAreThoseOfTheUniformGridWhereTheyCoincide() {
        Point point = WaveformSpecTest.point(36, 29);
        WaveformSpec fine = Filled.given(Map.of("delta-f", "0.0625", "dtype", "c16", "f-max", "1040"), point);
        WaveformSpec bands = Filled.given(
                Map.of(
                        "domain",
                        "multibanded",
                        "dtype",
                        "c16",
                        "bands",
                        "20,32,68,128",
                        "band-delta-f",
                        "0.375",
                        "delta-f",
                        "0.125"),
                point);
        Domain domain = bands.domain();
        try (Batch uniform = fill(fine, 1);
                Batch multibanded = fill(bands, 1)) {
            assertEquals(20.125, domain.frequency(0));
            assertEquals(32 + 0.3125, domain.frequency(32));
            for (int bin = 0; bin < domain.bins(); bin++) {
                long same = Math.round(domain.frequency(bin) / 0.0625);
                assertEquals(same * 0.0625, domain.frequency(bin));
                double size = Math.hypot(re(uniform, "h_plus", same), im(uniform, "h_plus", same));
                assertEquals(re(uniform, "h_plus", same), re(multibanded, "h_plus", bin), 1e-11 * size);
                assertEquals(im(uniform, "h_plus", same), im(multibanded, "h_plus", bin), 1e-11 * size);
            }
        }
    }

    @Test
    void timeMovesThePhase() {
        Point point = WaveformSpecTest.point(36, 29);
        Point later = WaveformSpecTest.point(36, 29);
        later.set(Parameter.GEOCENT_TIME, 0.0123);
        try (Batch batch = fill(Filled.given(Map.of("dtype", "c16", "delta-f", "1"), point, later), 2)) {
            int bins = 1025;
            for (int bin = 20; bin < 600; bin++) {
                double turn = -2 * Math.PI * bin * 0.0123;
                double re = re(batch, "h_plus", bin) * Math.cos(turn) - im(batch, "h_plus", bin) * Math.sin(turn);
                double size = Math.hypot(re(batch, "h_plus", bin), im(batch, "h_plus", bin));
                assertEquals(re, re(batch, "h_plus", bins + bin), 1e-11 * size);
            }
        }
    }

    @Test
    void whiteningDividesByTheCurve() {
        WaveformSpec plain = WaveformSpecTest.spec("dtype=c16 delta-f=0.5 asd=aligo-zero-det-high-power");
        try (Batch bare = fill(plain, 2);
                Batch white = fill(plain.with("whiten", "true"), 2)) {
            double[] asd = plain.observation().curve(0).orElseThrow().on(plain.domain());
            for (int i = 0; i < 2 * plain.domain().bins(); i++) {
                double expected = re(bare, "h_plus", i)
                        * Math.sqrt(4 * 0.5)
                        / asd[i % plain.domain().bins()];
                assertEquals(expected, re(white, "h_plus", i), 1e-13 * Math.abs(expected));
            }
        }
    }

    @Test
    void drawsOutsideAModelsRangeAreDrawnAgain() {
        // IMRPhenomD ends below 20 Hz from 2031 solar masses on
        WaveformSpec spec = WaveformSpecTest.spec("delta-f=4 total_mass=uniform(10,4000) mass_ratio=uniform(0.2,1)");
        int count = 400;
        try (Batch batch = fill(spec, count)) {
            long attempts = 0;
            for (int i = 0; i < count; i++) {
                attempts += batch.tensor("attempts").getAtIndex(Elements.I4, i);
                long row = (long) spec.parameters().columns().size() * i;
                double total = batch.tensor("parameters").getAtIndex(Elements.F8, row)
                        + batch.tensor("parameters").getAtIndex(Elements.F8, row + 1);
                assertTrue(total < 2031, "total mass " + total);
            }
            // geometric, p = .506: mean .976, deviation of the sum 28; five deviations
            assertEquals(0.976 * count, attempts, 5 * 28);
        }
    }

    @Test
    void anIndexWithoutAWaveformEndsTheRun() {
        // one draw in five hundred has a waveform, so one index in seven has none among a thousand
        WaveformSpec spec = WaveformSpecTest.spec("delta-f=4 total_mass=uniform(2029,3031) mass_ratio=1");
        GenerationException e =
                assertThrows(GenerationException.class, () -> fill(spec, 80).close());
        assertTrue(e.getMessage().startsWith("instance " + e.index() + ": none of 1000 draws"), e.getMessage());
        assertTrue(e.getMessage().contains("IMRPhenomD ends at"), e.getMessage());
    }

    @Test
    void rareDrawsAreFoundInTheEnd() {
        WaveformSpec spec = WaveformSpecTest.spec(
                "delta-f=16 mass_1=uniform(5,100) mass_2=uniform(5,100) chirp_mass=constraint(30,30.3)");
        try (Batch batch = fill(spec, 600)) {
            int most = 0;
            for (int i = 0; i < 600; i++) {
                most = Math.max(most, batch.tensor("attempts").getAtIndex(Elements.I4, i));
            }
            assertTrue(most > 500, "" + most);
        }
    }

    /** A library that runs out of memory. */
    private record Exhausted() implements Polarizations {
        @Override
        public Optional<String> refusal(Point point) {
            return Optional.empty();
        }

        @Override
        public void make(Point point, MemorySegment plus, MemorySegment cross, int row) {
            throw new IllegalStateException("it failed with code 12 (memory)");
        }

        @Override
        public void close() {}
    }

    @Test
    void aFailureThatIsNotTheParametersEndsTheRun() {
        WaveformSpec spec = WaveformSpecTest.spec("delta-f=16 dtype=c16");
        Generator generator =
                WaveformGenerator.foreign(spec, 3, "fake", "Fake 1.0", (type, weights) -> new Exhausted(), false);
        GenerationException e = assertThrows(
                GenerationException.class,
                () -> Filling.fill(generator, 7, 1, 1, false, 0).close());
        assertEquals(7, e.index());
        assertTrue(e.getMessage().contains("code 12") && e.getMessage().contains("mass_1="), e.getMessage());
    }

    @Test
    void givenParametersHaveSoManyInstances() {
        WaveformSpec spec =
                Filled.given(Map.of("delta-f", "1"), WaveformSpecTest.point(30, 20), WaveformSpecTest.point(40, 20));
        Generator generator = Backends.choose("scalar", spec, 0).generator();
        assertEquals(2, generator.size());
        assertEquals(2, Plan.of(generator, new Range(0, 2)).count());
        String message = assertThrows(IllegalArgumentException.class, () -> Plan.of(generator, new Range(1, 2)))
                .getMessage();
        assertTrue(message.contains("allowed are 0 to 1"), message);
    }

    /** A library that fails for every heavy body, in the middle of a batch. */
    private record Failing(Domain domain) implements Polarizations {
        @Override
        public Optional<String> refusal(Point point) {
            return Optional.empty();
        }

        @Override
        public void make(Point point, MemorySegment plus, MemorySegment cross, int row) {
            if (point.get(Parameter.MASS_1) > 40) {
                throw new PolarizationException("it failed: too heavy");
            }
            plus.asSlice(16L * domain.bins() * row, 16L * domain.bins()).fill((byte) 0);
            cross.asSlice(16L * domain.bins() * row, 16L * domain.bins()).fill((byte) 0);
        }

        @Override
        public void close() {}
    }

    private static Generator failing(WaveformSpec spec) {
        return WaveformGenerator.foreign(
                spec, 3, "fake", "Fake 1.0", (type, weights) -> new Failing(spec.domain()), false);
    }

    @Test
    void aFailureOfDrawnParametersIsDrawnAgain() {
        WaveformSpec spec = WaveformSpecTest.spec("delta-f=16 dtype=c16 mass_1=uniform(10,80) mass_2=10");
        Generator generator = failing(spec);
        assertEquals(Optional.of("Fake 1.0"), generator.foreign());
        try (Batch batch = Filling.fill(generator, 0, 200, 200, false, 0)) {
            boolean again = false;
            for (int i = 0; i < 200; i++) {
                double mass = batch.tensor("parameters")
                        .getAtIndex(
                                Elements.F8,
                                (long) i * spec.parameters().columns().size());
                assertTrue(mass <= 40);
                again |= batch.tensor("attempts").getAtIndex(Elements.I4, i) > 0;
            }
            assertTrue(again);
        }
    }

    @Test
    void aFailureOfGivenParametersNamesIndexAndParameters() {
        WaveformSpec spec = Filled.given(
                Map.of("delta-f", "16", "dtype", "c16"),
                WaveformSpecTest.point(30, 20),
                WaveformSpecTest.point(30, 20),
                WaveformSpecTest.point(70, 20),
                WaveformSpecTest.point(30, 20));
        GenerationException e = assertThrows(
                GenerationException.class,
                () -> Filling.fill(failing(spec), 0, 4, 4, false, 0).close());
        assertEquals(2, e.index());
        assertTrue(e.getMessage().contains("mass_1=70.0"), e.getMessage());
        assertTrue(e.getMessage().contains("too heavy"), e.getMessage());
    }

    @Test
    void neverANumberThatIsNone() {
        WaveformSpec spec =
                WaveformSpecTest.spec("delta-f=8 f-min=8 mass_1=log-uniform(1e-3,1e7) mass_2=log-uniform(1e-3,1e7)"
                        + " chi_1=uniform(-1,1) chi_2=uniform(-1,1) luminosity_distance=log-uniform(1e-6,1e9) f-ref=8");
        for (String approximant : Approximants.OWN) {
            WaveformSpec one = spec.with("approximant", approximant);
            try (Batch batch = fill(one, 3000)) {
                boolean any = false;
                for (String field : new String[] {"h_plus", "h_cross"}) {
                    for (long i = 0; i < batch.tensor(field).byteSize() / 4; i++) {
                        float value = batch.tensor(field).getAtIndex(Elements.F4, i);
                        assertTrue(Float.isFinite(value), () -> approximant + " " + value);
                        any |= value != 0;
                    }
                }
                assertTrue(any);
                for (int i = 0; i < 3000; i++) {
                    long first = 2L * i * one.domain().bins();
                    assertEquals(0, batch.tensor("h_plus").getAtIndex(Elements.F4, first), "0 Hz");
                }
            }
        }
    }
}
