package io.millrace.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our kernels against LALSimulation's own numbers. */
class GoldenTest {
    private static final double TOLERANCE = 2e-11;

    static Stream<Golden> points() {
        return Stream.of("IMRPhenomD", "TaylorF2").flatMap(name -> Golden.all(name).stream());
    }

    @ParameterizedTest
    @MethodSource("points")
    void chooseFd(Golden golden) {
        try (Filled filled = Filled.of(golden, Conditioning.NONE, "scalar")) {
            compare(
                    golden,
                    "choosefd",
                    filled.batch().tensor("h_plus"),
                    filled.batch().tensor("h_cross"));
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void inspiralFd(Golden golden) {
        try (Filled filled = Filled.of(golden, Conditioning.INSPIRAL_FD, "scalar")) {
            compare(
                    golden,
                    "inspiralfd",
                    filled.batch().tensor("h_plus"),
                    filled.batch().tensor("h_cross"));
        }
    }

    private static void compare(Golden golden, String call, MemorySegment plus, MemorySegment cross) {
        int bins = (int) (plus.byteSize() / 16);
        int stride = (int) golden.call(call).integer("stride");
        int columns = (int) golden.call(call).integer("n_columns");
        assertTrue(Math.min(columns, (bins - 1) / stride + 1) > 400);
        double worst = Math.max(
                distance(golden.row(call + "_hp"), plus, stride, columns, bins),
                distance(golden.row(call + "_hc"), cross, stride, columns, bins));
        assertTrue(worst <= TOLERANCE, golden + ": relative L2 distance " + worst);
        long first = golden.call(call).integer("first_nonzero_bin");
        long last = golden.call(call).integer("last_nonzero_bin");
        for (int bin = 0; bin < bins; bin++) {
            boolean zero =
                    plus.getAtIndex(Elements.F8, 2L * bin) == 0 && plus.getAtIndex(Elements.F8, 2L * bin + 1) == 0;
            assertEquals(bin < first || bin > last, zero, golden + " bin " + bin);
        }
    }

    private static double distance(double[] expected, MemorySegment actual, int stride, int columns, int bins) {
        double difference = 0;
        double size = 0;
        for (int column = 0; column < columns && column * stride < bins; column++) {
            for (int part = 0; part < 2; part++) {
                double e = 1e21 * expected[2 * column + part];
                double a = 1e21 * actual.getAtIndex(Elements.F8, 2L * column * stride + part);
                difference += (e - a) * (e - a);
                size += e * e;
            }
        }
        return size == 0 ? Math.sqrt(difference) : Math.sqrt(difference / size);
    }
}
