package io.millrace.pde.spectral;

import static io.millrace.simd.Species.DOUBLE;

import io.millrace.batch.Elements;
import io.millrace.fft.AlignedRealFft;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;

/**
 * {@link Etdrk4}'s step of one trajectory with real L, over lanes, to the same bits, in the memory of its transforms: of 1024 points a step takes 0.6 times as long as between arrays on the
 * heap. Loops have the bounds of {@code DoubleAlignedStages}: slices of one constant length, offsets masked.
 */
final class EtdAligned {
    private static final int BYTES = DOUBLE.vectorByteSize();
    /** Bytes of a slice: the most modes, and more. */
    private static final int PART = 2048 * Double.BYTES;

    private static final int EACH = PART - BYTES;
    private static final int IM = AlignedRealFft.IM;
    private static final ByteOrder NATIVE = ByteOrder.nativeOrder();

    /** What stands of every mode, row by row; of numbers that are complex the imaginary parts a row behind. */
    private enum Row {
        E,
        HALF,
        Q,
        F1,
        F2,
        F3,
        FORCE_RE,
        FORCE_IM,
        V_RE,
        V_IM,
        A_RE,
        A_IM,
        /** b, which no later stage asks for: one loop makes a and b. */
        B_RE,
        B_IM,
        /** N(v). */
        FIRST_RE,
        FIRST_IM,
        /** N(a), then N(a) + N(b). */
        MIDDLE_RE,
        MIDDLE_IM
    }

    private final AlignedRealFft fft;
    private final MemorySegment numbers;
    private final int modes;
    private final int power;
    /** Bytes of vectors that hold all modes, and of a row. */
    private final int end;

    private final int row;
    private final MemorySegment rows;

    EtdAligned(int points, int power) {
        this.power = power;
        fft = new AlignedRealFft(points);
        numbers = Elements.offHeap(fft.memory()).asSlice(0, IM + PART);
        modes = Etdrk4.modes(points, power);
        end = (modes * Double.BYTES + BYTES - 1) / BYTES * BYTES;
        row = end + BYTES;
        rows = Elements.offHeap(Arena.ofAuto().allocate((long) Row.values().length * row + PART, BYTES));
    }

    /** Whether there are such steps of a grid. */
    static boolean suits(int points) {
        return AlignedRealFft.suits(points);
    }

    private MemorySegment row(Row which) {
        return Elements.offHeap(rows).asSlice((long) which.ordinal() * row, PART);
    }

    /** The imaginary parts of these real ones. */
    private MemorySegment behind(Row re) {
        return Elements.offHeap(rows).asSlice((re.ordinal() + 1L) * row, PART);
    }

    private void set(Row which, double[] values) {
        MemorySegment.copy(values, 0, rows, Elements.F8, (long) which.ordinal() * row, modes);
    }

    private void get(Row which, double[] values) {
        MemorySegment.copy(rows, Elements.F8, (long) which.ordinal() * row, values, 0, modes);
    }

    /** Takes the scheme's numbers. */
    void numbers(EtdKernel.Steps steps) {
        set(Row.E, steps.e());
        set(Row.HALF, steps.half());
        set(Row.Q, steps.q());
        set(Row.F1, steps.f1());
        set(Row.F2, steps.f2());
        set(Row.F3, steps.f3());
        set(Row.FORCE_RE, steps.forceRe());
        set(Row.FORCE_IM, steps.forceIm());
    }

    /** Begins with these modes. */
    void begin(double[] re, double[] im) {
        set(Row.V_RE, re);
        set(Row.V_IM, im);
        start(numbers, row(Row.V_RE), row(Row.V_IM), end);
    }

    /** The modes now. */
    void modes(double[] re, double[] im) {
        get(Row.V_RE, re);
        get(Row.V_IM, im);
    }

    /** A step. */
    void step() {
        power();
        stage(Row.FIRST_RE, Row.A_RE);
        power();
        stage(Row.MIDDLE_RE, Row.B_RE);
        power();
        third();
        power();
        last();
    }

    /** F[uᵖ] of the modes in the transforms' memory. */
    private void power() {
        int half = fft.length() / 2 * Double.BYTES;
        for (int e = modes * Double.BYTES; e < end; e += Double.BYTES) {
            numbers.set(Elements.F8, e, 0);
            numbers.set(Elements.F8, e + IM, 0);
        }
        clear(numbers, end, half);
        fft.inverse();
        power(numbers, power, half);
        fft.forward();
        // the highest mode, which shares number 0, is not there
        numbers.set(Elements.F8, IM, 0);
    }

    private static void clear(MemorySegment numbers, int from, int until) {
        DoubleVector zero = DoubleVector.zero(DOUBLE);
        for (int i = from; i < until; i += BYTES) {
            int e = i & EACH;
            zero.intoMemorySegment(numbers, e, NATIVE);
            zero.intoMemorySegment(numbers, e + IM, NATIVE);
        }
    }

    /** Powers of fields whose numbers of odd index stand first; then those of even index do. */
    private static void power(MemorySegment numbers, int power, int until) {
        for (int i = 0; i < until; i += BYTES) {
            int e = i & EACH;
            DoubleVector odd = DoubleVector.fromMemorySegment(DOUBLE, numbers, e, NATIVE);
            DoubleVector even = DoubleVector.fromMemorySegment(DOUBLE, numbers, e + IM, NATIVE);
            DoubleVector odds = odd.mul(odd);
            DoubleVector evens = even.mul(even);
            (power == 2 ? evens : evens.mul(even)).intoMemorySegment(numbers, e, NATIVE);
            (power == 2 ? odds : odds.mul(odd)).intoMemorySegment(numbers, e + IM, NATIVE);
        }
    }

    private static void start(MemorySegment numbers, MemorySegment vRe, MemorySegment vIm, int end) {
        for (int i = 0; i < end; i += BYTES) {
            int e = i & EACH;
            DoubleVector.fromMemorySegment(DOUBLE, vRe, e, NATIVE).intoMemorySegment(numbers, e, NATIVE);
            DoubleVector.fromMemorySegment(DOUBLE, vIm, e, NATIVE).intoMemorySegment(numbers, e + IM, NATIVE);
        }
    }

    /** N, and half·v + q·N, which is the next stage. */
    private void stage(Row forces, Row stage) {
        MemorySegment half = row(Row.HALF);
        MemorySegment q = row(Row.Q);
        MemorySegment forceRe = row(Row.FORCE_RE);
        MemorySegment forceIm = row(Row.FORCE_IM);
        MemorySegment vRe = row(Row.V_RE);
        MemorySegment vIm = row(Row.V_IM);
        MemorySegment ofRe = row(forces);
        MemorySegment ofIm = behind(forces);
        MemorySegment toRe = row(stage);
        MemorySegment toIm = behind(stage);
        for (int i = 0; i < end; i += BYTES) {
            int e = i & EACH;
            DoubleVector nRe = forceRe(numbers, forceRe, forceIm, e);
            DoubleVector nIm = forceIm(numbers, forceRe, forceIm, e);
            nRe.intoMemorySegment(ofRe, e, NATIVE);
            nIm.intoMemorySegment(ofIm, e, NATIVE);
            DoubleVector kept = DoubleVector.fromMemorySegment(DOUBLE, half, e, NATIVE);
            DoubleVector by = DoubleVector.fromMemorySegment(DOUBLE, q, e, NATIVE);
            DoubleVector re = by.fma(nRe, kept.mul(DoubleVector.fromMemorySegment(DOUBLE, vRe, e, NATIVE)));
            DoubleVector im = by.fma(nIm, kept.mul(DoubleVector.fromMemorySegment(DOUBLE, vIm, e, NATIVE)));
            re.intoMemorySegment(toRe, e, NATIVE);
            im.intoMemorySegment(toIm, e, NATIVE);
            re.intoMemorySegment(numbers, e, NATIVE);
            im.intoMemorySegment(numbers, e + IM, NATIVE);
        }
    }

    /** N(a) + N(b), and c = fma(q, 2N(b) − N(v), half·a). */
    private void third() {
        MemorySegment half = row(Row.HALF);
        MemorySegment q = row(Row.Q);
        MemorySegment forceRe = row(Row.FORCE_RE);
        MemorySegment forceIm = row(Row.FORCE_IM);
        MemorySegment aRe = row(Row.A_RE);
        MemorySegment aIm = row(Row.A_IM);
        MemorySegment firstRe = row(Row.FIRST_RE);
        MemorySegment firstIm = row(Row.FIRST_IM);
        MemorySegment middleRe = row(Row.MIDDLE_RE);
        MemorySegment middleIm = row(Row.MIDDLE_IM);
        DoubleVector two = DoubleVector.broadcast(DOUBLE, 2);
        for (int i = 0; i < end; i += BYTES) {
            int e = i & EACH;
            DoubleVector nRe = forceRe(numbers, forceRe, forceIm, e);
            DoubleVector nIm = forceIm(numbers, forceRe, forceIm, e);
            DoubleVector.fromMemorySegment(DOUBLE, middleRe, e, NATIVE).add(nRe).intoMemorySegment(middleRe, e, NATIVE);
            DoubleVector.fromMemorySegment(DOUBLE, middleIm, e, NATIVE).add(nIm).intoMemorySegment(middleIm, e, NATIVE);
            nRe = two.fma(
                    nRe,
                    DoubleVector.fromMemorySegment(DOUBLE, firstRe, e, NATIVE).neg());
            nIm = two.fma(
                    nIm,
                    DoubleVector.fromMemorySegment(DOUBLE, firstIm, e, NATIVE).neg());
            DoubleVector kept = DoubleVector.fromMemorySegment(DOUBLE, half, e, NATIVE);
            DoubleVector by = DoubleVector.fromMemorySegment(DOUBLE, q, e, NATIVE);
            by.fma(nRe, kept.mul(DoubleVector.fromMemorySegment(DOUBLE, aRe, e, NATIVE)))
                    .intoMemorySegment(numbers, e, NATIVE);
            by.fma(nIm, kept.mul(DoubleVector.fromMemorySegment(DOUBLE, aIm, e, NATIVE)))
                    .intoMemorySegment(numbers, e + IM, NATIVE);
        }
    }

    /** v = fma(f₃, N(c), fma(f₂, N(a) + N(b), fma(f₁, N(v), e·v))). */
    private void last() {
        MemorySegment forceRe = row(Row.FORCE_RE);
        MemorySegment forceIm = row(Row.FORCE_IM);
        MemorySegment vRe = row(Row.V_RE);
        MemorySegment vIm = row(Row.V_IM);
        MemorySegment firstRe = row(Row.FIRST_RE);
        MemorySegment firstIm = row(Row.FIRST_IM);
        MemorySegment middleRe = row(Row.MIDDLE_RE);
        MemorySegment middleIm = row(Row.MIDDLE_IM);
        MemorySegment exp = row(Row.E);
        MemorySegment f1 = row(Row.F1);
        MemorySegment f2 = row(Row.F2);
        MemorySegment f3 = row(Row.F3);
        for (int i = 0; i < end; i += BYTES) {
            int e = i & EACH;
            DoubleVector kept = DoubleVector.fromMemorySegment(DOUBLE, exp, e, NATIVE);
            DoubleVector re = kept.mul(DoubleVector.fromMemorySegment(DOUBLE, vRe, e, NATIVE));
            DoubleVector im = kept.mul(DoubleVector.fromMemorySegment(DOUBLE, vIm, e, NATIVE));
            DoubleVector by = DoubleVector.fromMemorySegment(DOUBLE, f1, e, NATIVE);
            re = by.fma(DoubleVector.fromMemorySegment(DOUBLE, firstRe, e, NATIVE), re);
            im = by.fma(DoubleVector.fromMemorySegment(DOUBLE, firstIm, e, NATIVE), im);
            by = DoubleVector.fromMemorySegment(DOUBLE, f2, e, NATIVE);
            re = by.fma(DoubleVector.fromMemorySegment(DOUBLE, middleRe, e, NATIVE), re);
            im = by.fma(DoubleVector.fromMemorySegment(DOUBLE, middleIm, e, NATIVE), im);
            by = DoubleVector.fromMemorySegment(DOUBLE, f3, e, NATIVE);
            re = by.fma(forceRe(numbers, forceRe, forceIm, e), re);
            im = by.fma(forceIm(numbers, forceRe, forceIm, e), im);
            re.intoMemorySegment(vRe, e, NATIVE);
            im.intoMemorySegment(vIm, e, NATIVE);
            re.intoMemorySegment(numbers, e, NATIVE);
            im.intoMemorySegment(numbers, e + IM, NATIVE);
        }
    }

    /** The real part of N = G·x. */
    private static DoubleVector forceRe(MemorySegment numbers, MemorySegment re, MemorySegment im, int e) {
        DoubleVector y = DoubleVector.fromMemorySegment(DOUBLE, numbers, e + IM, NATIVE);
        DoubleVector product =
                DoubleVector.fromMemorySegment(DOUBLE, im, e, NATIVE).mul(y);
        return DoubleVector.fromMemorySegment(DOUBLE, re, e, NATIVE)
                .fma(DoubleVector.fromMemorySegment(DOUBLE, numbers, e, NATIVE), product.neg());
    }

    /** The imaginary part. */
    private static DoubleVector forceIm(MemorySegment numbers, MemorySegment re, MemorySegment im, int e) {
        DoubleVector x = DoubleVector.fromMemorySegment(DOUBLE, numbers, e, NATIVE);
        DoubleVector product =
                DoubleVector.fromMemorySegment(DOUBLE, im, e, NATIVE).mul(x);
        return DoubleVector.fromMemorySegment(DOUBLE, re, e, NATIVE)
                .fma(DoubleVector.fromMemorySegment(DOUBLE, numbers, e + IM, NATIVE), product);
    }
}
