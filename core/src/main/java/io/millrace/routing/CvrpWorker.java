package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.generator.Worker;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import java.util.ArrayList;
import java.util.List;

/**
 * One thread's routing kernels: instance after instance, part after part, a few instances' random numbers at once.
 */
final class CvrpWorker implements Worker {
    /** Words drawn at once: 16 KiB, half of a common first-level cache. */
    private static final int CHUNK_WORDS = 4096;

    private final Part[] parts;
    private final Instance instance;
    private final int chunk;

    CvrpWorker(CvrpGenerator generator, CvrpKernels kernels) {
        CvrpSpec spec = generator.cvrp();
        Philox philox = Philox.of(CvrpSpec.WORKLOAD, generator.seed());
        instance = new Instance(spec.nodes());
        chunk = Math.clamp(CHUNK_WORDS / (4 * Draws.blocks(2 * spec.nodes())), 1, 64);
        parts = parts(spec, philox, kernels).toArray(Part[]::new);
    }

    private List<Part> parts(CvrpSpec spec, Philox philox, CvrpKernels kernels) {
        List<Part> parts = new ArrayList<>();
        parts.add(new SizePart(spec, philox));
        if (spec.problem() == Problem.ATSP) {
            parts.add(new AtspPart(spec, kernels));
            return parts;
        }
        parts.add(CoordinatePart.of(spec, philox, kernels, chunk));
        if (spec.problem() == Problem.CVRP) {
            parts.add(new DemandPart(spec, philox, kernels, chunk));
            parts.add(new ConstraintPart(spec, philox, kernels));
        }
        if (spec.distances() != Distances.NONE) {
            parts.add(new DistancePart(spec, kernels));
        }
        return parts;
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        for (Part part : parts) {
            part.bind(batch);
        }
        for (int done = 0; done < count; done += chunk) {
            int now = Math.min(chunk, count - done);
            for (Part part : parts) {
                part.prepare(first + done, now);
            }
            for (int number = 0; number < now; number++) {
                instance.index = first + done + number;
                instance.row = done + number;
                for (Part part : parts) {
                    part.make(instance, number);
                }
            }
        }
    }

    @Override
    public void close() {}
}
