package io.millrace.opencl;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.fft.FftPlan;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Queue;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Map;

/**
 * {@code fft.cl} and {@code real_fft.cl}: the tables of a plan on a device, which live as long as its context. Sources that transform name the file
 * {@value #FILE} before their own.
 *
 * @param plan of one length
 * @param type what it computes in: {@link DType#F4} or {@link DType#F8}
 * @param signals how many are transformed at once, number j of all before number j + 1; what the file calls n is the numbers of all
 */
public record FftOpenCl(FftPlan plan, DType type, int signals) {
    /** For {@link io.millrace.opencl.device.Source#of}. */
    public static final String FILE = "/io/millrace/opencl/fft.cl";

    /** Transforms of real numbers, a file that stands on {@link #FILE}. */
    public static final String REAL_FILE = "/io/millrace/opencl/real_fft.cl";

    /** FFT_ROW of the file: radix, stride, m, the first factor, the roots of the radix, and what divides by the stride. */
    private static final int ROW = 7;

    /** Of one signal. */
    public FftOpenCl(FftPlan plan, DType type) {
        this(plan, type, 1);
    }

    /** Tells sources what is computed in. */
    public static void define(Map<String, Object> constants, DType type) {
        constants.put("REAL", type == DType.F8 ? "double" : "float");
    }

    /** Bytes of the four arrays that a work-group needs for a transform in local memory. */
    public long localBytes() {
        return 4L * type.bytes() * plan.length() * signals;
    }

    /** A row for each stage. */
    public Buffer stages(Queue queue) {
        int[] rows = rows();
        return queue.constant(
                "fft stages " + plan.length() + " of " + signals,
                4L * Math.max(1, rows.length),
                memory -> MemorySegment.copy(rows, 0, memory, ValueLayout.JAVA_INT, 0, rows.length));
    }

    /** The factors of all stages, then the roots of unity of their radices; cosine and sine by turns. */
    public Buffer factors(Queue queue) {
        return numbers(queue, "fft factors", factors());
    }

    /** Those by which a transform of twice as many real numbers becomes one of this plan, and back. */
    public Buffer roots(Queue queue) {
        return numbers(queue, "fft roots", FftPlan.roots(2 * plan.length()));
    }

    private Buffer numbers(Queue queue, String name, double[] numbers) {
        return queue.constant(
                name + " " + type + " " + plan.length(), (long) type.bytes() * Math.max(1, numbers.length), memory -> {
                    for (int i = 0; i < numbers.length; i++) {
                        if (type == DType.F8) {
                            memory.setAtIndex(Elements.F8, i, numbers[i]);
                        } else {
                            memory.setAtIndex(Elements.F4, i, (float) numbers[i]);
                        }
                    }
                });
    }

    private int[] rows() {
        int[] rows = new int[ROW * plan.stages()];
        int roots = plan.length() - 1;
        for (int stage = 0, at = 0; stage < plan.stages(); stage++) {
            int stride = plan.stride(stage);
            // signals are an inner index of what strides have
            Divisor divisor = Divisor.of(stride * signals);
            rows[at++] = plan.radix(stage);
            rows[at++] = stride * signals;
            rows[at++] = plan.twists(stage);
            rows[at++] = plan.length() - plan.length() / stride;
            rows[at++] = roots;
            rows[at++] = divisor.multiplier();
            rows[at++] = divisor.shift();
            roots += plan.radix(stage);
        }
        return rows;
    }

    private double[] factors() {
        double[] factors = plan.twiddles();
        for (int stage = 0; stage < plan.stages(); stage++) {
            double[] roots = FftPlan.roots(plan.radix(stage));
            int at = factors.length;
            factors = Arrays.copyOf(factors, at + roots.length);
            System.arraycopy(roots, 0, factors, at, roots.length);
        }
        return factors;
    }
}
