package io.millrace.fft;

import static io.millrace.simd.Species.DOUBLE;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;

/**
 * The stages of {@link DoubleAligned} as {@link FftPlan} defines them, in one memory; the operations are those of {@link Stages}. Places are in elements: of radix 4 input k is
 * {@code quarter} after that before, the factors of output k stand from {@code w + (k − 1)·factors} on. Imaginary parts are a constant distance behind the real ones, sines behind
 * cosines.
 *
 * <p>The bounds of vectors are checked before the loops: each walk has a slice of one constant length, and its offsets are masked, so that compilers see that they are in there.
 * The masks change nothing, for a walk is no longer than {@link DoubleAligned#MOST}.
 */
final class DoubleAlignedStages {
    private static final int LANES = DOUBLE.length();
    /** The least stride of a stage of radix 4 that fills vectors: a power of 4. */
    static final int LEAST = 16;

    private static final int BYTES = LANES * Double.BYTES;
    /** Bytes of a slice. */
    private static final int PART = DoubleAligned.MOST * Double.BYTES;
    /** From real parts to imaginary ones, from cosines to sines. */
    static final int IM = DoubleAligned.IM * Double.BYTES;

    private static final int SIN = DoubleAligned.SIN * Double.BYTES;
    /** Masks of offsets: of every vector, of every fourth, of one every LEAST numbers, of one every four times that. */
    private static final int EACH = PART - BYTES;

    private static final int FOURTH = PART - 4 * BYTES;
    private static final int APART = PART - LEAST * Double.BYTES;
    private static final int FAR = PART - 4 * LEAST * Double.BYTES;
    private static final ByteOrder NATIVE = ByteOrder.nativeOrder();
    /** Of the lanes of a and b, numbered through: a run of a, a run of b, and so on; of their lower halves and of their upper ones. */
    private static final double[] LOWER_ONES = zipped(1, 0);

    private static final double[] UPPER_ONES = zipped(1, LANES / 2);
    private static final double[] LOWER_HALVES = zipped(LANES / 2, 0);
    private static final double[] UPPER_HALVES = zipped(LANES / 2, LANES / 2);

    private DoubleAlignedStages() {}

    private static double[] zipped(int run, int from) {
        double[] lanes = new double[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            int pair = lane / (2 * run);
            int of = lane / run % 2;
            lanes[lane] = of * LANES + from + pair * run + lane % run;
        }
        return lanes;
    }

    /** Where a walk over numbers begins. */
    static MemorySegment part(MemorySegment memory, int element) {
        return Elements.offHeap(memory).asSlice((long) element * Double.BYTES, IM + PART);
    }

    private static MemorySegment factors(MemorySegment memory, int element) {
        return Elements.offHeap(memory).asSlice((long) element * Double.BYTES, SIN + PART);
    }

    /** Radix 4, s = 1: a vector of p, of which the four results of each p are zipped. */
    static void ones(MemorySegment memory, int quarter, int at, int w, int outAt) {
        int factors = quarter;
        MemorySegment x0 = part(memory, at);
        MemorySegment x1 = part(memory, at + quarter);
        MemorySegment x2 = part(memory, at + 2 * quarter);
        MemorySegment x3 = part(memory, at + 3 * quarter);
        MemorySegment w1 = factors(memory, w);
        MemorySegment w2 = factors(memory, w + factors);
        MemorySegment w3 = factors(memory, w + 2 * factors);
        MemorySegment to = part(memory, outAt);
        DoubleVector lower = DoubleVector.fromArray(DOUBLE, LOWER_ONES, 0);
        DoubleVector upper = DoubleVector.fromArray(DOUBLE, UPPER_ONES, 0);
        for (int i = 0; i < quarter * Double.BYTES; i += BYTES) {
            int x = i & EACH;
            int y = 4 * i & FOURTH;
            DoubleVector re0 = DoubleVector.fromMemorySegment(DOUBLE, x0, x, NATIVE);
            DoubleVector im0 = DoubleVector.fromMemorySegment(DOUBLE, x0, x + IM, NATIVE);
            DoubleVector re2 = DoubleVector.fromMemorySegment(DOUBLE, x2, x, NATIVE);
            DoubleVector im2 = DoubleVector.fromMemorySegment(DOUBLE, x2, x + IM, NATIVE);
            DoubleVector sum02Re = re0.add(re2);
            DoubleVector sum02Im = im0.add(im2);
            DoubleVector minus02Re = re0.sub(re2);
            DoubleVector minus02Im = im0.sub(im2);
            DoubleVector re1 = DoubleVector.fromMemorySegment(DOUBLE, x1, x, NATIVE);
            DoubleVector im1 = DoubleVector.fromMemorySegment(DOUBLE, x1, x + IM, NATIVE);
            DoubleVector re3 = DoubleVector.fromMemorySegment(DOUBLE, x3, x, NATIVE);
            DoubleVector im3 = DoubleVector.fromMemorySegment(DOUBLE, x3, x + IM, NATIVE);
            DoubleVector sum13Re = re1.add(re3);
            DoubleVector sum13Im = im1.add(im3);
            DoubleVector minus13Re = re1.sub(re3);
            DoubleVector minus13Im = im1.sub(im3);
            DoubleVector y0Re = sum02Re.add(sum13Re);
            DoubleVector y0Im = sum02Im.add(sum13Im);
            DoubleVector aRe = minus02Re.add(minus13Im);
            DoubleVector aIm = minus02Im.sub(minus13Re);
            DoubleVector c = DoubleVector.fromMemorySegment(DOUBLE, w1, x, NATIVE);
            DoubleVector s = DoubleVector.fromMemorySegment(DOUBLE, w1, x + SIN, NATIVE);
            DoubleVector y1Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y1Im = aIm.fma(c, aRe.mul(s).neg());
            aRe = sum02Re.sub(sum13Re);
            aIm = sum02Im.sub(sum13Im);
            c = DoubleVector.fromMemorySegment(DOUBLE, w2, x, NATIVE);
            s = DoubleVector.fromMemorySegment(DOUBLE, w2, x + SIN, NATIVE);
            DoubleVector y2Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y2Im = aIm.fma(c, aRe.mul(s).neg());
            aRe = minus02Re.sub(minus13Im);
            aIm = minus02Im.add(minus13Re);
            c = DoubleVector.fromMemorySegment(DOUBLE, w3, x, NATIVE);
            s = DoubleVector.fromMemorySegment(DOUBLE, w3, x + SIN, NATIVE);
            DoubleVector y3Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y3Im = aIm.fma(c, aRe.mul(s).neg());
            DoubleVector even = lower.selectFrom(y0Re, y2Re);
            DoubleVector odd = lower.selectFrom(y1Re, y3Re);
            lower.selectFrom(even, odd).intoMemorySegment(to, y, NATIVE);
            upper.selectFrom(even, odd).intoMemorySegment(to, y + BYTES, NATIVE);
            even = upper.selectFrom(y0Re, y2Re);
            odd = upper.selectFrom(y1Re, y3Re);
            lower.selectFrom(even, odd).intoMemorySegment(to, y + 2 * BYTES, NATIVE);
            upper.selectFrom(even, odd).intoMemorySegment(to, y + 3 * BYTES, NATIVE);
            even = lower.selectFrom(y0Im, y2Im);
            odd = lower.selectFrom(y1Im, y3Im);
            lower.selectFrom(even, odd).intoMemorySegment(to, y + IM, NATIVE);
            upper.selectFrom(even, odd).intoMemorySegment(to, y + BYTES + IM, NATIVE);
            even = upper.selectFrom(y0Im, y2Im);
            odd = upper.selectFrom(y1Im, y3Im);
            lower.selectFrom(even, odd).intoMemorySegment(to, y + 2 * BYTES + IM, NATIVE);
            upper.selectFrom(even, odd).intoMemorySegment(to, y + 3 * BYTES + IM, NATIVE);
        }
    }

    /** Radix 4, s half a vector: a vector of two p, the factors of each in half the lanes. */
    static void halves(MemorySegment memory, int quarter, int at, int w, int outAt) {
        int factors = quarter;
        MemorySegment x0 = part(memory, at);
        MemorySegment x1 = part(memory, at + quarter);
        MemorySegment x2 = part(memory, at + 2 * quarter);
        MemorySegment x3 = part(memory, at + 3 * quarter);
        MemorySegment w1 = factors(memory, w);
        MemorySegment w2 = factors(memory, w + factors);
        MemorySegment w3 = factors(memory, w + 2 * factors);
        MemorySegment to = part(memory, outAt);
        DoubleVector lower = DoubleVector.fromArray(DOUBLE, LOWER_HALVES, 0);
        DoubleVector upper = DoubleVector.fromArray(DOUBLE, UPPER_HALVES, 0);
        for (int i = 0; i < quarter * Double.BYTES; i += BYTES) {
            int x = i & EACH;
            int y = 4 * i & FOURTH;
            DoubleVector re0 = DoubleVector.fromMemorySegment(DOUBLE, x0, x, NATIVE);
            DoubleVector im0 = DoubleVector.fromMemorySegment(DOUBLE, x0, x + IM, NATIVE);
            DoubleVector re2 = DoubleVector.fromMemorySegment(DOUBLE, x2, x, NATIVE);
            DoubleVector im2 = DoubleVector.fromMemorySegment(DOUBLE, x2, x + IM, NATIVE);
            DoubleVector sum02Re = re0.add(re2);
            DoubleVector sum02Im = im0.add(im2);
            DoubleVector minus02Re = re0.sub(re2);
            DoubleVector minus02Im = im0.sub(im2);
            DoubleVector re1 = DoubleVector.fromMemorySegment(DOUBLE, x1, x, NATIVE);
            DoubleVector im1 = DoubleVector.fromMemorySegment(DOUBLE, x1, x + IM, NATIVE);
            DoubleVector re3 = DoubleVector.fromMemorySegment(DOUBLE, x3, x, NATIVE);
            DoubleVector im3 = DoubleVector.fromMemorySegment(DOUBLE, x3, x + IM, NATIVE);
            DoubleVector sum13Re = re1.add(re3);
            DoubleVector sum13Im = im1.add(im3);
            DoubleVector minus13Re = re1.sub(re3);
            DoubleVector minus13Im = im1.sub(im3);
            DoubleVector y0Re = sum02Re.add(sum13Re);
            DoubleVector y0Im = sum02Im.add(sum13Im);
            DoubleVector aRe = minus02Re.add(minus13Im);
            DoubleVector aIm = minus02Im.sub(minus13Re);
            DoubleVector c = DoubleVector.fromMemorySegment(DOUBLE, w1, x, NATIVE);
            DoubleVector s = DoubleVector.fromMemorySegment(DOUBLE, w1, x + SIN, NATIVE);
            DoubleVector y1Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y1Im = aIm.fma(c, aRe.mul(s).neg());
            lower.selectFrom(y0Re, y1Re).intoMemorySegment(to, y, NATIVE);
            upper.selectFrom(y0Re, y1Re).intoMemorySegment(to, y + 2 * BYTES, NATIVE);
            lower.selectFrom(y0Im, y1Im).intoMemorySegment(to, y + IM, NATIVE);
            upper.selectFrom(y0Im, y1Im).intoMemorySegment(to, y + 2 * BYTES + IM, NATIVE);
            aRe = sum02Re.sub(sum13Re);
            aIm = sum02Im.sub(sum13Im);
            c = DoubleVector.fromMemorySegment(DOUBLE, w2, x, NATIVE);
            s = DoubleVector.fromMemorySegment(DOUBLE, w2, x + SIN, NATIVE);
            DoubleVector y2Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y2Im = aIm.fma(c, aRe.mul(s).neg());
            aRe = minus02Re.sub(minus13Im);
            aIm = minus02Im.add(minus13Re);
            c = DoubleVector.fromMemorySegment(DOUBLE, w3, x, NATIVE);
            s = DoubleVector.fromMemorySegment(DOUBLE, w3, x + SIN, NATIVE);
            DoubleVector y3Re = aIm.fma(s, aRe.mul(c));
            DoubleVector y3Im = aIm.fma(c, aRe.mul(s).neg());
            lower.selectFrom(y2Re, y3Re).intoMemorySegment(to, y + BYTES, NATIVE);
            upper.selectFrom(y2Re, y3Re).intoMemorySegment(to, y + 3 * BYTES, NATIVE);
            lower.selectFrom(y2Im, y3Im).intoMemorySegment(to, y + BYTES + IM, NATIVE);
            upper.selectFrom(y2Im, y3Im).intoMemorySegment(to, y + 3 * BYTES + IM, NATIVE);
        }
    }

    /** Radix 4 of the least stride: all p of one vector of q after the other. A factor stands in all lanes. */
    static void across(MemorySegment memory, int quarter, int at, int w, int outAt) {
        int stride = LEAST;
        int factors = quarter / LEAST * LANES;
        MemorySegment x0 = part(memory, at);
        MemorySegment x1 = part(memory, at + quarter);
        MemorySegment x2 = part(memory, at + 2 * quarter);
        MemorySegment x3 = part(memory, at + 3 * quarter);
        MemorySegment w1 = factors(memory, w);
        MemorySegment w2 = factors(memory, w + factors);
        MemorySegment w3 = factors(memory, w + 2 * factors);
        MemorySegment y0 = part(memory, outAt);
        MemorySegment y1 = part(memory, outAt + stride);
        MemorySegment y2 = part(memory, outAt + 2 * stride);
        MemorySegment y3 = part(memory, outAt + 3 * stride);
        for (int p = 0; p < quarter / LEAST; p++) {
            int f = BYTES * p & EACH;
            DoubleVector c1 = DoubleVector.fromMemorySegment(DOUBLE, w1, f, NATIVE);
            DoubleVector s1 = DoubleVector.fromMemorySegment(DOUBLE, w1, f + SIN, NATIVE);
            DoubleVector c2 = DoubleVector.fromMemorySegment(DOUBLE, w2, f, NATIVE);
            DoubleVector s2 = DoubleVector.fromMemorySegment(DOUBLE, w2, f + SIN, NATIVE);
            DoubleVector c3 = DoubleVector.fromMemorySegment(DOUBLE, w3, f, NATIVE);
            DoubleVector s3 = DoubleVector.fromMemorySegment(DOUBLE, w3, f + SIN, NATIVE);
            DoubleVector minus1 = s1.neg();
            DoubleVector minus2 = s2.neg();
            DoubleVector minus3 = s3.neg();
            for (int q = 0; q < LEAST * Double.BYTES; q += BYTES) {
                int x = (LEAST * Double.BYTES * p & APART) + q;
                int y = (4 * LEAST * Double.BYTES * p & FAR) + q;
                DoubleVector re0 = DoubleVector.fromMemorySegment(DOUBLE, x0, x, NATIVE);
                DoubleVector im0 = DoubleVector.fromMemorySegment(DOUBLE, x0, x + IM, NATIVE);
                DoubleVector re2 = DoubleVector.fromMemorySegment(DOUBLE, x2, x, NATIVE);
                DoubleVector im2 = DoubleVector.fromMemorySegment(DOUBLE, x2, x + IM, NATIVE);
                DoubleVector sum02Re = re0.add(re2);
                DoubleVector sum02Im = im0.add(im2);
                DoubleVector minus02Re = re0.sub(re2);
                DoubleVector minus02Im = im0.sub(im2);
                DoubleVector re1 = DoubleVector.fromMemorySegment(DOUBLE, x1, x, NATIVE);
                DoubleVector im1 = DoubleVector.fromMemorySegment(DOUBLE, x1, x + IM, NATIVE);
                DoubleVector re3 = DoubleVector.fromMemorySegment(DOUBLE, x3, x, NATIVE);
                DoubleVector im3 = DoubleVector.fromMemorySegment(DOUBLE, x3, x + IM, NATIVE);
                DoubleVector sum13Re = re1.add(re3);
                DoubleVector sum13Im = im1.add(im3);
                DoubleVector minus13Re = re1.sub(re3);
                DoubleVector minus13Im = im1.sub(im3);
                sum02Re.add(sum13Re).intoMemorySegment(y0, y, NATIVE);
                sum02Im.add(sum13Im).intoMemorySegment(y0, y + IM, NATIVE);
                DoubleVector aRe = minus02Re.add(minus13Im);
                DoubleVector aIm = minus02Im.sub(minus13Re);
                aIm.fma(s1, aRe.mul(c1)).intoMemorySegment(y1, y, NATIVE);
                aIm.fma(c1, aRe.mul(minus1)).intoMemorySegment(y1, y + IM, NATIVE);
                aRe = sum02Re.sub(sum13Re);
                aIm = sum02Im.sub(sum13Im);
                aIm.fma(s2, aRe.mul(c2)).intoMemorySegment(y2, y, NATIVE);
                aIm.fma(c2, aRe.mul(minus2)).intoMemorySegment(y2, y + IM, NATIVE);
                aRe = minus02Re.sub(minus13Im);
                aIm = minus02Im.add(minus13Re);
                aIm.fma(s3, aRe.mul(c3)).intoMemorySegment(y3, y, NATIVE);
                aIm.fma(c3, aRe.mul(minus3)).intoMemorySegment(y3, y + IM, NATIVE);
            }
        }
    }

    /** Radix 4, all q of one p. */
    static void along(MemorySegment memory, int quarter, int at, int w, int outAt, int stride) {
        int factors = quarter / stride * LANES;
        MemorySegment x0 = part(memory, at);
        MemorySegment x1 = part(memory, at + quarter);
        MemorySegment x2 = part(memory, at + 2 * quarter);
        MemorySegment x3 = part(memory, at + 3 * quarter);
        MemorySegment y0 = part(memory, outAt);
        MemorySegment y1 = part(memory, outAt + stride);
        MemorySegment y2 = part(memory, outAt + 2 * stride);
        MemorySegment y3 = part(memory, outAt + 3 * stride);
        MemorySegment w1 = factors(memory, w);
        MemorySegment w2 = factors(memory, w + factors);
        MemorySegment w3 = factors(memory, w + 2 * factors);
        DoubleVector c1 = DoubleVector.fromMemorySegment(DOUBLE, w1, 0, NATIVE);
        DoubleVector s1 = DoubleVector.fromMemorySegment(DOUBLE, w1, SIN, NATIVE);
        DoubleVector c2 = DoubleVector.fromMemorySegment(DOUBLE, w2, 0, NATIVE);
        DoubleVector s2 = DoubleVector.fromMemorySegment(DOUBLE, w2, SIN, NATIVE);
        DoubleVector c3 = DoubleVector.fromMemorySegment(DOUBLE, w3, 0, NATIVE);
        DoubleVector s3 = DoubleVector.fromMemorySegment(DOUBLE, w3, SIN, NATIVE);
        DoubleVector minus1 = s1.neg();
        DoubleVector minus2 = s2.neg();
        DoubleVector minus3 = s3.neg();
        for (int i = 0; i < stride * Double.BYTES; i += BYTES) {
            int x = i & EACH;
            int y = x;
            DoubleVector re0 = DoubleVector.fromMemorySegment(DOUBLE, x0, x, NATIVE);
            DoubleVector im0 = DoubleVector.fromMemorySegment(DOUBLE, x0, x + IM, NATIVE);
            DoubleVector re2 = DoubleVector.fromMemorySegment(DOUBLE, x2, x, NATIVE);
            DoubleVector im2 = DoubleVector.fromMemorySegment(DOUBLE, x2, x + IM, NATIVE);
            DoubleVector sum02Re = re0.add(re2);
            DoubleVector sum02Im = im0.add(im2);
            DoubleVector minus02Re = re0.sub(re2);
            DoubleVector minus02Im = im0.sub(im2);
            DoubleVector re1 = DoubleVector.fromMemorySegment(DOUBLE, x1, x, NATIVE);
            DoubleVector im1 = DoubleVector.fromMemorySegment(DOUBLE, x1, x + IM, NATIVE);
            DoubleVector re3 = DoubleVector.fromMemorySegment(DOUBLE, x3, x, NATIVE);
            DoubleVector im3 = DoubleVector.fromMemorySegment(DOUBLE, x3, x + IM, NATIVE);
            DoubleVector sum13Re = re1.add(re3);
            DoubleVector sum13Im = im1.add(im3);
            DoubleVector minus13Re = re1.sub(re3);
            DoubleVector minus13Im = im1.sub(im3);
            sum02Re.add(sum13Re).intoMemorySegment(y0, y, NATIVE);
            sum02Im.add(sum13Im).intoMemorySegment(y0, y + IM, NATIVE);
            DoubleVector aRe = minus02Re.add(minus13Im);
            DoubleVector aIm = minus02Im.sub(minus13Re);
            aIm.fma(s1, aRe.mul(c1)).intoMemorySegment(y1, y, NATIVE);
            aIm.fma(c1, aRe.mul(minus1)).intoMemorySegment(y1, y + IM, NATIVE);
            aRe = sum02Re.sub(sum13Re);
            aIm = sum02Im.sub(sum13Im);
            aIm.fma(s2, aRe.mul(c2)).intoMemorySegment(y2, y, NATIVE);
            aIm.fma(c2, aRe.mul(minus2)).intoMemorySegment(y2, y + IM, NATIVE);
            aRe = minus02Re.sub(minus13Im);
            aIm = minus02Im.add(minus13Re);
            aIm.fma(s3, aRe.mul(c3)).intoMemorySegment(y3, y, NATIVE);
            aIm.fma(c3, aRe.mul(minus3)).intoMemorySegment(y3, y + IM, NATIVE);
        }
    }

    /**
     * Radix 2 as the last stage. Its twiddle factor is 1: {@code fma(b, 0, a) + i·fma(a, −0, b)} are the bits of a product with it, signs of zeros too.
     */
    static void two(MemorySegment memory, int half, int at, int outAt) {
        MemorySegment x0 = part(memory, at);
        MemorySegment x1 = part(memory, at + half);
        MemorySegment y0 = part(memory, outAt);
        MemorySegment y1 = part(memory, outAt + half);
        for (int i = 0; i < half * Double.BYTES; i += BYTES) {
            int x = i & EACH;
            DoubleVector re0 = DoubleVector.fromMemorySegment(DOUBLE, x0, x, NATIVE);
            DoubleVector re1 = DoubleVector.fromMemorySegment(DOUBLE, x1, x, NATIVE);
            DoubleVector im0 = DoubleVector.fromMemorySegment(DOUBLE, x0, x + IM, NATIVE);
            DoubleVector im1 = DoubleVector.fromMemorySegment(DOUBLE, x1, x + IM, NATIVE);
            DoubleVector aRe = re0.sub(re1);
            DoubleVector aIm = im0.sub(im1);
            re0.add(re1).intoMemorySegment(y0, x, NATIVE);
            im0.add(im1).intoMemorySegment(y0, x + IM, NATIVE);
            aIm.fma(DoubleVector.zero(DOUBLE), aRe).intoMemorySegment(y1, x, NATIVE);
            aRe.fma(DoubleVector.broadcast(DOUBLE, -0.0), aIm).intoMemorySegment(y1, x + IM, NATIVE);
        }
    }
}
