package io.millrace.radio.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.pipeline.Management;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.simd.Simd;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Envelopes allocate nothing once they are compiled: before, vectors are boxed. In a process of its own. */
@Tag("allocation")
class ModulationAllocationTest {
    private static final int CALLS = 100;
    private static final int BLOCKS = 4;
    /** For C2, which compiles beside the other tests: how long it takes is the machine's affair. */
    private static final long PATIENCE = 60_000_000_000L;

    @ParameterizedTest
    @EnumSource
    void envelopesAllocateNothing(Modulation modulation) throws ReflectiveOperationException {
        Assumptions.assumeTrue(Simd.preferred(), "vectors are boxed where C2 does not compile them");
        SampleKernels kernels = SampleKernels.vector(Envelope.PHILOX);
        Baseband baseband = modulation.open(Envelope.emission(modulation.text()), kernels, Envelope.PHILOX);
        float[] re = new float[BLOCKS * Block.LENGTH + Block.SLACK];
        float[] im = new float[BLOCKS * Block.LENGTH + Block.SLACK];
        List<Thread> self = List.of(Thread.currentThread());
        // what asking costs by itself
        long asking = Management.allocated(self);
        asking = Management.allocated(self) - asking;
        long least = Long.MAX_VALUE;
        long begun = System.nanoTime();
        while (least > 0 && System.nanoTime() - begun < PATIENCE) {
            long before = Management.allocated(self);
            for (int call = 0; call < CALLS; call++) {
                baseband.begin(call, BLOCKS * Block.LENGTH);
                for (int from = 0; from < re.length - Block.SLACK; from += Block.LENGTH) {
                    baseband.make(from, Block.LENGTH, re, im, from);
                }
            }
            // reflection compiles too: a round of less than a byte a call allocated nothing
            long bytes = Management.allocated(self) - before - asking;
            least = Math.min(least, bytes < CALLS ? 0 : bytes);
        }
        assertEquals(0, least);
    }
}
