package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.generator.Worker;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One thread's routing kernels: chunk after chunk of a few instances, part after part. */
final class CvrpWorker implements Worker {
    /** Words drawn at once: 16 KiB, half of a common first-level cache. */
    private static final int CHUNK_WORDS = 4096;

    private final Part[] parts;
    private final Instance[] chunk;

    CvrpWorker(CvrpGenerator generator, CvrpKernels kernels) {
        CvrpSpec spec = generator.spec();
        Philox philox = Philox.of(CvrpSpec.WORKLOAD, generator.seed());
        int length = Math.clamp(CHUNK_WORDS / (4 * Draws.blocks(2 * spec.nodes())), 1, 64);
        chunk = Stream.generate(() -> new Instance(spec.customers().most(), spec.nodes()))
                .limit(length)
                .toArray(Instance[]::new);
        parts = parts(spec, philox, kernels, length).toArray(Part[]::new);
    }

    private static List<Part> parts(CvrpSpec spec, Philox philox, CvrpKernels kernels, int chunk) {
        List<Part> parts = new ArrayList<>();
        if (spec.padded()) {
            parts.add(new SizePart(spec, philox));
        }
        if (spec.problem() == Problem.ATSP) {
            parts.add(new AtspPart(spec, kernels));
            return parts;
        }
        parts.add(CoordinatePart.of(spec, philox, kernels, chunk));
        if (spec.problem() == Problem.CVRP) {
            parts.add(new DemandPart(spec, philox, kernels, chunk));
        }
        if (ConstraintPart.needed(spec)) {
            parts.add(new ConstraintPart(spec, philox, kernels));
        }
        if (spec.distances() != Distances.NONE) {
            parts.add(new DistancePart(spec, kernels, chunk));
        }
        return parts;
    }

    @Override
    public void fill(long first, int count, Batch batch) {
        for (Part part : parts) {
            part.bind(batch);
        }
        for (int done = 0; done < count; done += chunk.length) {
            int now = Math.min(chunk.length, count - done);
            for (int number = 0; number < now; number++) {
                chunk[number].index = first + done + number;
                chunk[number].row = done + number;
            }
            for (Part part : parts) {
                part.make(chunk, now);
            }
        }
    }

    @Override
    public void close() {}
}
