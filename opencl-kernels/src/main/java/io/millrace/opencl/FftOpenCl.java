package io.millrace.opencl;

import io.millrace.fft.FftPlan;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Queue;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * {@code fft.cl}: the tables of a plan on a device, which live as long as its context. Sources that transform name the file
 * {@value #FILE} before their own.
 *
 * @param plan of one length
 */
public record FftOpenCl(FftPlan plan) {
    /** For {@link io.millrace.opencl.device.Source#of}. */
    public static final String FILE = "/io/millrace/opencl/fft.cl";

    /** FFT_ROW of the file: radix, stride, m, the first factor, the roots of the radix, and what divides by the stride. */
    private static final int ROW = 7;

    /** Bytes of the four arrays that a work-group needs for a transform in local memory. */
    public long localBytes() {
        return 4L * Float.BYTES * plan.length();
    }

    /** A row for each stage. */
    public Buffer stages(Queue queue) {
        int[] rows = rows();
        return queue.constant(
                "fft stages " + plan.length(),
                4L * Math.max(1, rows.length),
                memory -> MemorySegment.copy(rows, 0, memory, ValueLayout.JAVA_INT, 0, rows.length));
    }

    /** The factors of all stages, then the roots of unity of their radices; cosine and sine by turns. */
    public Buffer factors(Queue queue) {
        float[] factors = factors();
        return queue.constant(
                "fft factors " + plan.length(),
                4L * Math.max(1, factors.length),
                memory -> MemorySegment.copy(factors, 0, memory, ValueLayout.JAVA_FLOAT, 0, factors.length));
    }

    private int[] rows() {
        int[] rows = new int[ROW * plan.stages()];
        int roots = plan.length() - 1;
        for (int stage = 0, at = 0; stage < plan.stages(); stage++) {
            int stride = plan.stride(stage);
            Divisor divisor = Divisor.of(stride);
            rows[at++] = plan.radix(stage);
            rows[at++] = stride;
            rows[at++] = plan.twists(stage);
            rows[at++] = plan.length() - plan.length() / stride;
            rows[at++] = roots;
            rows[at++] = divisor.multiplier();
            rows[at++] = divisor.shift();
            roots += plan.radix(stage);
        }
        return rows;
    }

    private float[] factors() {
        float[] factors = plan.twiddles();
        for (int stage = 0; stage < plan.stages(); stage++) {
            float[] roots = FftPlan.roots(plan.radix(stage));
            int at = factors.length;
            factors = Arrays.copyOf(factors, at + roots.length);
            System.arraycopy(roots, 0, factors, at, roots.length);
        }
        return factors;
    }
}
