package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.DType;
import io.millrace.waveform.Conditioning;
import io.millrace.waveform.PolarizationException;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract with the LALSimulation that is configured, and what only a real one can show. */
@EnabledIf(value = "configured", disabledReason = "no LALSimulation is configured")
final class RealLalTest extends LalContract {
    static boolean configured() {
        return System.getProperty(LalLocator.PROPERTY) != null || System.getenv(LalLocator.VARIABLE) != null;
    }

    @Override
    Lal lal() {
        return Lal.open();
    }

    @TestFactory
    Stream<DynamicTest> models() {
        return Stream.of(
                        golden("IMRPhenomD", "choosefd", Conditioning.NONE, Map.of(), 1e-9),
                        golden("IMRPhenomXAS", "choosefd", Conditioning.NONE, Map.of(), 1e-9),
                        golden("IMRPhenomD", "inspiralfd", Conditioning.INSPIRAL_FD, Map.of(), 1e-9),
                        golden("IMRPhenomXAS", "inspiralfd", Conditioning.INSPIRAL_FD, Map.of(), 1e-9))
                .flatMap(tests -> tests);
    }

    /** LAL's own builds differ by 5e-5: its angles of precession are ill conditioned. */
    @TestFactory
    Stream<DynamicTest> precessing() {
        Map<String, String> exact = Map.of("PhenomXHMThresholdMband", "0", "PhenomXPHMThresholdMband", "0");
        return golden("IMRPhenomXPHM", "choosefd_nomultiband", Conditioning.NONE, exact, 2e-4);
    }

    @Test
    void misspelledModelsGetTheNearestNames() {
        String message = assertThrows(IllegalArgumentException.class, () -> lal().approximant("IMRPhenomXPMH"))
                .getMessage();
        assertTrue(message.contains("IMRPhenomXPHM"), message);
        assertTrue(lal().approximants().size() > 80);
    }

    @Test
    void modesAreChosen() {
        double[] all = Made.both(Made.model(lal(), "IMRPhenomXHM"), DType.C16, Made.point());
        Map<String, String> options = Map.of("ModeArray", "2:2 2:-2", "PhenomXHMThresholdMband", "0");
        LalModel dominant = Made.model(lal(), "IMRPhenomXHM", Made.DOMAIN, 20, Conditioning.NONE, options);
        double[] one = Made.both(dominant, DType.C16, Made.point());
        double[] alone = Made.both(Made.model(lal(), "IMRPhenomXAS"), DType.C16, Made.point());
        assertTrue(Made.distance(one, alone) < 1e-9, () -> "relative L2 " + Made.distance(one, alone));
        assertTrue(Made.distance(all, alone) > 0.01);
    }

    @Test
    void failuresOfModels() {
        Point extreme = Made.with(Parameter.MASS_1, 290_000);
        try (LalPolarizations polarizations = Made.model(lal(), "IMRPhenomD").newPolarizations(DType.C16, null)) {
            PolarizationException failed = assertThrows(
                    PolarizationException.class,
                    () -> Made.both(polarizations, DType.C16, Made.DOMAIN.bins(), extreme));
            assertTrue(failed.getMessage().contains("Input domain error"), failed.getMessage());
            assertTrue(failed.getMessage().contains("mass_1=290000.0"), failed.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"IMRPhenomD", "IMRPhenomXAS", "IMRPhenomXPHM", "IMRPhenomXHM", "IMRPhenomXP", "IMRPhenomPv2"})
    void multibandedIsTheSameModel(String approximant) {
        Domain bands = Domain.multibanded(List.of(20.0, 60.0, 140.0, 300.0), 0.125, 0.125);
        Map<String, String> exact = approximant.contains("HM")
                ? Map.of("PhenomXHMThresholdMband", "0", "PhenomXPHMThresholdMband", "0")
                : Map.of();
        LalModel banded = Made.model(lal(), approximant, bands, 20, Conditioning.NONE, exact);
        LalModel uniform = Made.model(lal(), approximant, Made.DOMAIN, 20, Conditioning.NONE, exact);
        boolean precesses = banded.approximant().spins() == LalApproximant.Spins.PRECESSING;
        Point point = precesses ? precessing(2) : Made.point();
        int count = 2 * bands.from(60);
        int from = 2 * Made.DOMAIN.from(20);
        double distance = Made.distance(
                Arrays.copyOf(Made.both(banded, DType.C16, point), count),
                Arrays.copyOfRange(Made.both(uniform, DType.C16, point), from, from + count));
        assertTrue(distance < 1e-6, () -> "relative L2 " + distance);
    }

    @Test
    void precessionInThreads() {
        int waveforms = 6;
        LalModel model =
                Made.model(lal(), "IMRPhenomXPHM", Domain.uniform(20, 512, 0.5), 20, Conditioning.NONE, Map.of());
        double[][] alone = new double[waveforms][];
        for (int k = 0; k < waveforms; k++) {
            alone[k] = Made.both(model, DType.C8, precessing(k));
        }
        Threads.run(4, thread -> {
            try (LalPolarizations own = model.newPolarizations(DType.C8, null)) {
                for (int k = 0; k < waveforms; k++) {
                    assertArrayEquals(
                            alone[k], Made.both(own, DType.C8, model.domain().bins(), precessing(k)));
                }
            }
        });
    }

    private static Point precessing(int k) {
        Point point = Made.point(k);
        point.set(Parameter.SPIN_1X, 0.3);
        point.set(Parameter.SPIN_2Y, -0.1 * k);
        return point;
    }

    /** 20,000 waveforms of 2 × 1 KiB: a series that is not freed shows. */
    @Test
    void nothingLeaks() {
        LalModel model = Made.model(lal(), "TaylorF2", Made.SHORT, 20, Conditioning.NONE, Map.of("dQuadMon1", "2"));
        try (LalPolarizations polarizations = model.newPolarizations(DType.C8, null)) {
            for (int k = 0; k < 10_000; k++) {
                Made.both(polarizations, DType.C8, Made.SHORT.bins(), Made.point(k));
            }
            long before = heapBytes();
            for (int k = 0; k < 20_000; k++) {
                Made.both(polarizations, DType.C8, Made.SHORT.bins(), Made.point(k));
            }
            long grown = heapBytes() - before;
            assertTrue(grown < 8 << 20, () -> "C's heap grew by " + grown + " bytes");
        }
    }

    /** Bytes that {@code malloc} has given out, by the GNU C library's {@code mallinfo2}. */
    @SuppressWarnings("restricted") // a structure of ten sizes, the eighth being uordblks
    private static long heapBytes() {
        StructLayout info = MemoryLayout.structLayout(
                Collections.nCopies(10, ValueLayout.JAVA_LONG).toArray(MemoryLayout[]::new));
        Linker linker = Linker.nativeLinker();
        MethodHandle mallinfo = linker.downcallHandle(
                linker.defaultLookup().find("mallinfo2").orElseThrow(), FunctionDescriptor.of(info));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment made = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
            return made.getAtIndex(ValueLayout.JAVA_LONG, 7);
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }
}
