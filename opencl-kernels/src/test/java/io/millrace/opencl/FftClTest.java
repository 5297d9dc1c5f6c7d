package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.batch.DType;
import io.millrace.fft.Fft;
import io.millrace.fft.FftPlan;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Source;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code fft.cl} gives the bits of {@link Fft}, in both kinds of memory and by work-groups of any size. */
class FftClTest {
    private static final int SIGNALS = 3;

    private static Context context;

    @BeforeAll
    static void open() {
        context = OpenClHere.context();
    }

    @AfterAll
    static void close() {
        if (context != null) {
            context.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 16, 20, 30, 61, 64, 100, 122, 128, 210, 256, 1000, 1001, 1024, 1155
            })
    void transforms(int n) {
        SplittableRandom random = Arguments.random();
        float[][] re = new float[SIGNALS][n];
        float[][] im = new float[SIGNALS][n];
        for (int signal = 0; signal < SIGNALS; signal++) {
            for (int i = 0; i < n; i++) {
                re[signal][i] = (float) random.nextDouble(-1, 1);
                im[signal][i] = (float) random.nextDouble(-1, 1);
            }
        }
        try (Queue queue = context.newQueue()) {
            for (boolean local : new boolean[] {true, false}) {
                for (boolean inverse : new boolean[] {false, true}) {
                    compare(queue, true, local, inverse, 1, re, im);
                    compare(queue, true, local, inverse, 7, re, im);
                    compare(queue, false, local, inverse, 7, re, im);
                    compare(queue, false, local, inverse, 64, re, im);
                }
            }
        }
    }

    private static void compare(
            Queue queue, boolean processor, boolean local, boolean inverse, int group, float[][] re, float[][] im) {
        int n = re[0].length;
        long bytes = 4L * SIGNALS * n;
        FftOpenCl tables = new FftOpenCl(FftPlan.of(n), DType.F4);
        Source source = Source.of(
                FftClTest.class,
                Map.of("PROCESSOR", processor ? 1 : 0, "REAL", "float"),
                FftOpenCl.FILE,
                "transforms.cl");
        Kernel kernel = queue.kernel(source, local ? "transform_local" : "transform_global");
        try (Arena arena = Arena.ofShared();
                Buffer reBuffer = context.allocate(bytes);
                Buffer imBuffer = context.allocate(bytes);
                Buffer otherRe = context.allocate(bytes);
                Buffer otherIm = context.allocate(bytes)) {
            MemorySegment reMemory = memory(arena, re);
            MemorySegment imMemory = memory(arena, im);
            queue.write(reMemory, reBuffer);
            queue.write(imMemory, imBuffer);
            kernel.arg(n)
                    .arg(tables.plan().stages())
                    .arg(tables.stages(queue))
                    .arg(tables.factors(queue))
                    .arg(inverse ? imBuffer : reBuffer)
                    .arg(inverse ? reBuffer : imBuffer);
            if (local) {
                for (int array = 0; array < 4; array++) {
                    kernel.local(tables.localBytes() / 4);
                }
            } else {
                kernel.arg(otherRe).arg(otherIm);
            }
            kernel.runGroups(SIGNALS, group);
            queue.read(reBuffer, reMemory);
            queue.read(imBuffer, imMemory);
            queue.finish();
            Fft fft = Fft.scalar(n);
            for (int signal = 0; signal < SIGNALS; signal++) {
                float[] expectedRe = re[signal].clone();
                float[] expectedIm = im[signal].clone();
                if (inverse) {
                    fft.inverse(expectedRe, expectedIm, 0);
                } else {
                    fft.forward(expectedRe, expectedIm, 0);
                }
                equal(expectedRe, reMemory, signal * n);
                equal(expectedIm, imMemory, signal * n);
            }
        }
    }

    private static MemorySegment memory(Arena arena, float[][] signals) {
        int n = signals[0].length;
        MemorySegment memory = arena.allocate(4L * SIGNALS * n, 64);
        for (int signal = 0; signal < SIGNALS; signal++) {
            MemorySegment.copy(signals[signal], 0, memory, ValueLayout.JAVA_FLOAT, 4L * signal * n, n);
        }
        return memory;
    }

    private static void equal(float[] expected, MemorySegment actual, int from) {
        for (int i = 0; i < expected.length; i++) {
            int index = i;
            assertEquals(
                    Float.floatToRawIntBits(expected[i]),
                    actual.getAtIndex(ValueLayout.JAVA_INT, from + i),
                    () -> "element " + index + " of " + expected.length + ", seed " + Arguments.SEED);
        }
    }
}
