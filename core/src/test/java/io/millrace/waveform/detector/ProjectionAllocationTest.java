package io.millrace.waveform.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.batch.DType;
import io.millrace.pipeline.Management;
import io.millrace.simd.Simd;
import io.millrace.waveform.domain.Domain;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A projector allocates nothing once it is compiled: before, vectors are boxed. In a process of its own. */
@Tag("allocation")
class ProjectionAllocationTest {
    private static final int CALLS = 100;
    /** For C2, which compiles beside the other tests: how long it takes is the machine's affair. */
    private static final long PATIENCE = 60_000_000_000L;

    @Test
    void projectorsAllocateNothing() throws ReflectiveOperationException {
        Assumptions.assumeTrue(Simd.preferred(), "vectors are boxed where C2 does not compile them");
        Domain domain = Domain.uniform(20, 300, .5);
        NoiseCurve curve = NoiseCurve.of(DesignCurve.ADVANCED_VIRGO);
        List<Detector> all = List.of(Detector.values());
        Projection projection = new Projection(
                new Observation(all, Collections.nCopies(all.size(), curve), true, true, Observation.REFERENCE_TIME),
                domain);
        for (DType type : List.of(DType.C8, DType.C16)) {
            assertEquals(0, leastAllocated(projection.vector(1, type), domain, type), "vector " + type);
            assertEquals(0, leastAllocated(projection.scalar(1, type), domain, type), "scalar " + type);
        }
    }

    /** Bytes of the first round of calls that allocates nothing, or of the leanest. */
    private static long leastAllocated(Projector projector, Domain domain, DType type)
            throws ReflectiveOperationException {
        SplittableRandom random = new SplittableRandom(20261105);
        MemorySegment plus = ProjectionTest.wave(random, domain.bins());
        MemorySegment cross = ProjectionTest.wave(random, domain.bins());
        MemorySegment strain = Arena.ofAuto().allocate((long) Detector.values().length * domain.bins() * type.bytes());
        var point = ProjectionTest.point(random);
        List<Thread> self = List.of(Thread.currentThread());
        // what asking costs by itself
        long asking = Management.allocated(self);
        asking = Management.allocated(self) - asking;
        long least = Long.MAX_VALUE;
        long begun = System.nanoTime();
        while (least > 0 && System.nanoTime() - begun < PATIENCE) {
            long before = Management.allocated(self);
            for (int call = 0; call < CALLS; call++) {
                projector.project(point, call, 0, plus, cross, strain, 0);
            }
            long bytes = Management.allocated(self) - before - asking;
            // reflection compiles too: a round of less than a byte a call allocated nothing
            least = Math.min(least, Math.max(0, bytes) / CALLS);
        }
        return least;
    }
}
