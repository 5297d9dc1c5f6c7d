package io.millrace.fft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.pipeline.Management;
import io.millrace.simd.Simd;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A transform allocates nothing once it is compiled: before, vectors are boxed. In a process of its own. */
@Tag("allocation")
class FftAllocationTest {
    private static final int CALLS = 100;
    /** For C2, which compiles beside the other tests: how long it takes is the machine's affair. */
    private static final long PATIENCE = 60_000_000_000L;

    @Test
    void transformsAllocateNothing() throws ReflectiveOperationException {
        Assumptions.assumeTrue(Simd.preferred(), "vectors are boxed where C2 does not compile them");
        // twice, so that each length is tried with the profile that all of them leave
        for (int round = 0; round < 2; round++) {
            for (int n : new int[] {256, 1000, 1024, 1155, 2048}) {
                for (Fft fft : List.of(Fft.scalar(n), Fft.vector(n))) {
                    float[] floats = new float[n];
                    float[] moreFloats = new float[n];
                    double[] doubles = new double[n];
                    double[] moreDoubles = new double[n];
                    assertEquals(0, leastAllocated(() -> fft.forward(floats, moreFloats, 0)), "float " + n);
                    assertEquals(0, leastAllocated(() -> fft.inverse(doubles, moreDoubles, 0)), "double " + n);
                }
                if (n % 2 == 0) {
                    RealFft real = RealFft.vector(n, 1);
                    double[] even = new double[n / 2];
                    double[] odd = new double[n / 2];
                    assertEquals(0, leastAllocated(() -> real.forward(even, odd, 0)), "real " + n);
                    assertEquals(0, leastAllocated(() -> real.inverse(even, odd, 0)), "inverse real " + n);
                }
            }
        }
    }

    /** Bytes a call of the first round of calls that allocates nothing, or of the leanest. */
    private static long leastAllocated(Runnable call) throws ReflectiveOperationException {
        List<Thread> self = List.of(Thread.currentThread());
        // what asking costs by itself
        long asking = Management.allocated(self);
        asking = Management.allocated(self) - asking;
        long least = Long.MAX_VALUE;
        long begun = System.nanoTime();
        while (least > 0 && System.nanoTime() - begun < PATIENCE) {
            long before = Management.allocated(self);
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            long bytes = Management.allocated(self) - before - asking;
            // reflection compiles too: a round of less than a byte a call allocated nothing
            least = Math.min(least, Math.max(0, bytes) / CALLS);
        }
        return least;
    }
}
