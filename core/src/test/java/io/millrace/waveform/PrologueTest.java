package io.millrace.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.generator.Backends;
import io.millrace.generator.Filling;
import io.millrace.generator.GenerationException;
import io.millrace.pipeline.Management;
import io.millrace.simd.Simd;
import io.millrace.waveform.detector.Detector;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrologueTest {
    private static final int COUNT = 12;
    /** For the compilers, which work beside other tests. */
    private static final long PATIENCE = 60_000_000_000L;

    /** What a prologue wrote: by column and position in it. */
    private record Rows(MemorySegment signals, MemorySegment grid, int bins) {
        double at(int row, SignalColumn column, int n) {
            return signals.getAtIndex(Elements.F8, (long) SignalColumn.ROW * row + column.at() + n);
        }

        double at(GridColumn column, int bin) {
            return grid.getAtIndex(Elements.F8, (long) column.ordinal() * bins + bin);
        }

        /** Σ of columns times x^n. */
        double sum(int row, SignalColumn column, double x) {
            double sum = 0;
            for (int n = column.width() - 1; n >= 0; n--) {
                sum = sum * x + at(row, column, n);
            }
            return sum;
        }

        private int piece(int row, SignalColumn joins, int bin) {
            return bin < at(row, joins, 0) ? 0 : bin < at(row, joins, 1) ? 1 : 2;
        }

        double phase(int row, int bin) {
            double f = at(GridColumn.F, bin);
            double log = at(GridColumn.LOG, bin);
            double inverse = at(GridColumn.INVERSE, bin);
            SignalColumn ring = SignalColumn.RING_PHASE;
            return switch (piece(row, SignalColumn.PHASE_JOIN, bin)) {
                case 0 ->
                    sum(row, SignalColumn.SERIES_PHASE, at(GridColumn.THIRD, bin))
                                    * at(GridColumn.MINUS_FIVE_THIRDS, bin)
                            + log * sum(row, SignalColumn.SERIES_LOG, at(GridColumn.THIRD, bin));
                case 1 ->
                    at(row, SignalColumn.MIDDLE_PHASE, 0)
                            + at(row, SignalColumn.MIDDLE_PHASE, 1) * f
                            + at(row, SignalColumn.MIDDLE_PHASE, 2) * log
                            + at(row, SignalColumn.MIDDLE_PHASE, 3) * inverse * inverse * inverse;
                default ->
                    at(row, ring, 0)
                            + at(row, ring, 1) * f
                            + at(row, ring, 2) * inverse
                            + at(row, ring, 3) * at(GridColumn.THREE_QUARTERS, bin)
                            + at(row, ring, 4) * Math.atan(at(row, ring, 5) + at(row, ring, 6) * f);
            };
        }

        double amplitude(int row, int bin) {
            double f = at(GridColumn.F, bin);
            SignalColumn ring = SignalColumn.RING_AMPLITUDE;
            double value = switch (piece(row, SignalColumn.AMPLITUDE_JOIN, bin)) {
                case 0 -> sum(row, SignalColumn.SERIES_AMPLITUDE, at(GridColumn.THIRD, bin));
                case 1 -> sum(row, SignalColumn.MIDDLE_AMPLITUDE, f);
                default ->
                    at(row, ring, 0)
                            * Math.exp(at(row, ring, 1) + at(row, ring, 2) * f)
                            / (1 + Math.pow(at(row, ring, 3) + at(row, ring, 4) * f, 2));
            };
            double from = at(row, SignalColumn.TAPER, 0);
            double to = at(row, SignalColumn.TAPER, 1);
            double taper = bin < to ? 0.5 - 0.5 * Math.cos(Math.PI * (bin - from) / (to - from)) : 1;
            return value * at(GridColumn.AMPLITUDE, bin) * taper;
        }
    }

    private static WaveformGenerator generator(WaveformSpec spec) {
        return (WaveformGenerator) Backends.choose("scalar", spec, 3).generator();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delta-f=0.5 dtype=c16",
                "delta-f=0.5 dtype=c16 conditioning=inspiral-fd",
                "delta-f=1 dtype=c16 approximant=TaylorF2",
                "delta-f=0.5 dtype=c16 asd=aligo-zero-det-high-power whiten=true"
            })
    void itsTablesSayWhatTheGeneratorWrites(String settings) {
        WaveformSpec spec = WaveformSpecTest.spec(settings);
        WaveformGenerator generator = generator(spec);
        Prologue prologue = generator.newPrologue();
        try (Arena arena = Arena.ofConfined();
                Batch batch = Filling.fill(generator, 5, COUNT, COUNT, false, 0)) {
            int bins = spec.domain().bins();
            Rows rows =
                    new Rows(arena.allocate(8L * SignalColumn.ROW * COUNT), arena.allocate(prologue.gridBytes()), bins);
            MemorySegment parameters = arena.allocate(batch.tensor("parameters").byteSize());
            MemorySegment attempts = arena.allocate(batch.tensor("attempts").byteSize());
            prologue.grid(rows.grid);
            prologue.fill(5, COUNT, rows.signals, parameters, attempts);
            assertEquals(-1, parameters.mismatch(batch.tensor("parameters")));
            assertEquals(-1, attempts.mismatch(batch.tensor("attempts")));
            for (int row = 0; row < COUNT; row++) {
                for (int bin = 0; bin < bins; bin++) {
                    requireSame(rows, row, bin, batch.tensor("h_plus"));
                }
            }
        }
    }

    private static void requireSame(Rows rows, int row, int bin, MemorySegment plus) {
        long element = 2 * ((long) row * rows.bins + bin);
        double re = plus.getAtIndex(Elements.F8, element);
        double im = plus.getAtIndex(Elements.F8, element + 1);
        if (bin < rows.at(row, SignalColumn.FROM, 0) || bin >= rows.at(row, SignalColumn.TO, 0)) {
            assertEquals(0, Math.hypot(re, im));
            return;
        }
        double a = rows.amplitude(row, bin);
        double angle = 2 * Math.PI * rows.phase(row, bin);
        double c = a * Math.cos(angle);
        double s = a * Math.sin(angle);
        double plusRe = rows.at(row, SignalColumn.PLUS, 0);
        double plusIm = rows.at(row, SignalColumn.PLUS, 1);
        // rounding of some 1e3 to 1e5 rad
        assertEquals(c * plusRe + s * plusIm, re, 1e-9 * Math.abs(a), () -> "bin " + bin);
        assertEquals(c * plusIm - s * plusRe, im, 1e-9 * Math.abs(a), () -> "bin " + bin);
    }

    @Test
    void columnsFollowEachOther() {
        int next = 0;
        for (SignalColumn column : SignalColumn.values()) {
            assertEquals(next, column.at(), column.name());
            next += column.width();
        }
        assertEquals(SignalColumn.ROW, next + (SignalColumn.MOST_DETECTORS - 1) * SignalColumn.ANTENNA.width());
        assertTrue(SignalColumn.MOST_DETECTORS >= Detector.values().length);
    }

    @Test
    void anInstanceWithoutAWaveformIsNamed() {
        Prologue prologue = generator(WaveformSpecTest.spec("delta-f=4 total_mass=uniform(2029,3031) mass_ratio=1"))
                .newPrologue();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment rows = arena.allocate(8L * SignalColumn.ROW * 80);
            MemorySegment others = arena.allocate(8L * 64 * 80);
            GenerationException e =
                    assertThrows(GenerationException.class, () -> prologue.fill(0, 80, rows, others, others));
            assertTrue(e.getMessage().startsWith("instance " + e.index() + ": none of 1000 draws"), e.getMessage());
        }
    }

    @Test
    void aLibraryHasNone() {
        WaveformGenerator foreign = WaveformGenerator.foreign(
                WaveformSpecTest.spec("delta-f=16"),
                3,
                "fake",
                "Fake 1.0",
                (type, weights) ->
                        generator(WaveformSpecTest.spec("delta-f=16")).direct(),
                false);
        assertThrows(IllegalStateException.class, foreign::newPrologue);
    }

    /** A row is its instance's alone, whatever was made before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"approximant=TaylorF2", "approximant=IMRPhenomD", "approximant=TaylorF2 conditioning=inspiral-fd"
            })
    void rowsDoNotDependOnThoseBefore(String settings) {
        WaveformSpec spec = WaveformSpecTest.spec("delta-f=4 " + settings);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment all = arena.allocate(8L * SignalColumn.ROW * 9);
            MemorySegment one = arena.allocate(8L * SignalColumn.ROW);
            MemorySegment parameters = arena.allocate(8L * 64 * 9);
            MemorySegment attempts = arena.allocate(4L * 9);
            generator(spec).newPrologue().fill(0, 9, all, parameters, attempts);
            for (int index = 0; index < 9; index++) {
                generator(spec).newPrologue().fill(index, 1, one, parameters, attempts);
                assertEquals(-1, one.mismatch(all.asSlice(one.byteSize() * index, one.byteSize())), "row " + index);
            }
        }
    }

    @Test
    void fillingAllocatesNothing() throws ReflectiveOperationException {
        Assumptions.assumeTrue(Simd.preferred(), "what escapes is C2's to see");
        // masses and distances of which nothing is solved: StrictMath.pow allocates
        String settings = "delta-f=4 detectors=H1,L1,V1 mass_1=uniform(10,80) mass_2=uniform(10,80)"
                + " luminosity_distance=uniform(100,1000)";
        Prologue prologue = generator(WaveformSpecTest.spec(settings)).newPrologue();
        List<Thread> self = List.of(Thread.currentThread());
        long asking = Management.allocated(self);
        asking = Management.allocated(self) - asking;
        int count = 1000;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment rows = arena.allocate(8L * SignalColumn.ROW * count);
            MemorySegment parameters = arena.allocate(8L * 64 * count);
            MemorySegment attempts = arena.allocate(4L * count);
            long least = Long.MAX_VALUE;
            long begun = System.nanoTime();
            while (least > 0 && System.nanoTime() - begun < PATIENCE) {
                long before = Management.allocated(self);
                prologue.fill(0, count, rows, parameters, attempts);
                long bytes = Management.allocated(self) - before - asking;
                // what the compiler's own reflection leaves is less than a byte an instance
                least = Math.min(least, Math.max(0, bytes - count));
            }
            assertEquals(0, least, "bytes of " + count + " instances");
        }
    }
}
