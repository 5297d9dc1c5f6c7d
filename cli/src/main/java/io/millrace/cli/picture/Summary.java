package io.millrace.cli.picture;

import io.millrace.batch.DType;
import io.millrace.batch.Field;
import io.millrace.cli.export.Reals;
import io.millrace.dataset.Dataset;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Figures over every real number of a field in a whole dataset, padding included.
 *
 * @param numbers how many are finite
 * @param infinite how many are infinite
 * @param nan how many are not numbers
 * @param min the least finite one
 * @param mean of the finite ones
 * @param max the greatest finite one
 * @param deviation the standard deviation of the finite ones
 */
public record Summary(long numbers, long infinite, long nan, double min, double mean, double max, double deviation) {
    private static final int BLOCK = 1 << 16;

    /** Reads all of a field; {@code progress} is told of numbers and may end it by throwing. */
    public static Summary of(Dataset dataset, Field field, Progress progress) throws IOException {
        Running running = new Running(field.dtype());
        long all = Math.multiplyExact(dataset.count(), field.elements() * Reals.in(field.dtype()));
        long done = 0;
        for (int shard = 0; shard < dataset.shards(); shard++) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment tensor = dataset.shard(shard).tensor(field.name(), arena);
                long numbers = tensor.byteSize() / Reals.type(field.dtype()).bytes();
                for (long from = 0; from < numbers; from += BLOCK) {
                    int count = (int) Math.min(BLOCK, numbers - from);
                    running.add(tensor, from, count);
                    done += count;
                    progress.update(done, all);
                }
            }
        }
        return running.result();
    }

    /**
     * Mean and variance of blocks in two passes each, joined as Chan, Golub and LeVeque (1983) do:
     * {@code M₂ = M₂ᵃ + M₂ᵇ + δ²·nᵃnᵇ/(nᵃ + nᵇ)}.
     */
    private static final class Running {
        private final DType type;
        private final double[] block = new double[BLOCK];
        private long numbers;
        private long infinite;
        private long nan;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double mean;
        private double squares;

        Running(DType type) {
            this.type = type;
        }

        void add(MemorySegment tensor, long from, int count) {
            int finite = 0;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                double value = Reals.at(type, tensor, from + i);
                if (Double.isFinite(value)) {
                    block[finite++] = value;
                    sum += value;
                } else if (Double.isNaN(value)) {
                    nan++;
                } else {
                    infinite++;
                }
            }
            if (finite > 0) {
                join(finite, sum / finite);
            }
        }

        private void join(int finite, double blockMean) {
            double blockSquares = 0;
            for (int i = 0; i < finite; i++) {
                double offset = block[i] - blockMean;
                blockSquares += offset * offset;
                min = Math.min(min, block[i]);
                max = Math.max(max, block[i]);
            }
            double delta = blockMean - mean;
            long together = numbers + finite;
            squares += blockSquares + delta * delta * ((double) numbers * finite / together);
            mean += delta * finite / together;
            numbers = together;
        }

        Summary result() {
            double undefined = Double.NaN;
            return numbers == 0
                    ? new Summary(0, infinite, nan, undefined, undefined, undefined, undefined)
                    : new Summary(numbers, infinite, nan, min, mean, max, Math.sqrt(squares / numbers));
        }
    }
}
