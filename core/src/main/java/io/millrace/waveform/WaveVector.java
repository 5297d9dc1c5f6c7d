package io.millrace.waveform;

import static io.millrace.simd.Species.DOUBLE;
import static io.millrace.simd.Species.FLOAT;
import static io.millrace.simd.Species.LONG;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.math.TurnsVector;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/** {@link WaveScalar} over lanes of bins. */
final class WaveVector implements WaveKernel {
    private static final int LANES = DOUBLE.length();
    /** Lanes 0, 0, 1, 1, … and those of the upper half: real and imaginary parts stand side by side in memory. */
    private static final VectorShuffle<Double> LOWER = VectorShuffle.fromOp(DOUBLE, lane -> lane / 2);

    private static final VectorShuffle<Double> UPPER = VectorShuffle.fromOp(DOUBLE, lane -> (LANES + lane) / 2);
    private static final VectorMask<Double> ODD = VectorMask.fromLong(DOUBLE, 0xaaaaaaaaaaaaaaaaL);

    private final boolean single;

    WaveVector(DType type) {
        single = type == DType.C8;
    }

    @Override
    public void write(
            Signal signal,
            int from,
            int to,
            double[] amplitude,
            double[] phase,
            double[] sine,
            int base,
            MemorySegment plus,
            MemorySegment cross,
            long element) {
        polar(amplitude, phase, sine, from - base, to - base);
        int whole = LANES == 1 ? from : from + (to - from) / LANES * LANES;
        if (single) {
            singles(signal.plusRe, signal.plusIm, from, whole, phase, sine, base, plus, element);
            singles(signal.crossRe, signal.crossIm, from, whole, phase, sine, base, cross, element);
        } else {
            doubles(signal, from, whole, phase, sine, base, plus, cross, element);
        }
        for (int bin = whole; bin < to; bin++) {
            double c = phase[bin - base];
            double s = sine[bin - base];
            WaveScalar.store(single, plus, element + bin, c, s, signal.plusRe, signal.plusIm);
            WaveScalar.store(single, cross, element + bin, c, s, signal.crossRe, signal.crossIm);
        }
    }

    /** Makes the phase into A·cos 2πφ, and sets A·sin 2πφ. */
    private static void polar(double[] amplitude, double[] phase, double[] sine, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            TurnsVector.sinCos(DoubleVector.fromArray(DOUBLE, phase, i), sine, phase, i);
        }
        for (int i = from; i < to; i += LANES) {
            DoubleVector a = DoubleVector.fromArray(DOUBLE, amplitude, i);
            DoubleVector.fromArray(DOUBLE, phase, i).mul(a).intoArray(phase, i);
            DoubleVector.fromArray(DOUBLE, sine, i).mul(a).intoArray(sine, i);
        }
    }

    /** Pairs (C, S) and (S, C) side by side: each product with alternating coefficients gives re and im in their places. */
    private static void doubles(
            Signal signal,
            int from,
            int to,
            double[] cosine,
            double[] sine,
            int base,
            MemorySegment plus,
            MemorySegment cross,
            long element) {
        MemorySegment plusTensor = Elements.offHeap(plus);
        MemorySegment crossTensor = Elements.offHeap(cross);
        DoubleVector plusOwn = pair(signal.plusRe, -signal.plusRe);
        DoubleVector plusOther = pair(signal.plusIm, signal.plusIm);
        DoubleVector crossOwn = pair(signal.crossRe, -signal.crossRe);
        DoubleVector crossOther = pair(signal.crossIm, signal.crossIm);
        for (int bin = from; bin < to; bin += LANES) {
            DoubleVector c = DoubleVector.fromArray(DOUBLE, cosine, bin - base);
            DoubleVector s = DoubleVector.fromArray(DOUBLE, sine, bin - base);
            DoubleVector c0 = c.rearrange(LOWER);
            DoubleVector s0 = s.rearrange(LOWER);
            DoubleVector cs = c0.blend(s0, ODD);
            DoubleVector sc = s0.blend(c0, ODD);
            long at = 16 * (element + bin);
            sc.fma(plusOther, cs.mul(plusOwn)).intoMemorySegment(plusTensor, at, ByteOrder.LITTLE_ENDIAN);
            sc.fma(crossOther, cs.mul(crossOwn)).intoMemorySegment(crossTensor, at, ByteOrder.LITTLE_ENDIAN);
            DoubleVector c1 = c.rearrange(UPPER);
            DoubleVector s1 = s.rearrange(UPPER);
            cs = c1.blend(s1, ODD);
            sc = s1.blend(c1, ODD);
            at += 8L * LANES;
            sc.fma(plusOther, cs.mul(plusOwn)).intoMemorySegment(plusTensor, at, ByteOrder.LITTLE_ENDIAN);
            sc.fma(crossOther, cs.mul(crossOwn)).intoMemorySegment(crossTensor, at, ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static DoubleVector pair(double even, double odd) {
        return DoubleVector.broadcast(DOUBLE, even).blend(odd, ODD);
    }

    /** One polarization in single precision: both floats of a number in one lane of 64 bits. */
    private static void singles(
            double re,
            double im,
            int from,
            int to,
            double[] cosine,
            double[] sine,
            int base,
            MemorySegment out,
            long element) {
        MemorySegment tensor = Elements.offHeap(out);
        for (int bin = from; bin < to; bin += LANES) {
            DoubleVector c = DoubleVector.fromArray(DOUBLE, cosine, bin - base);
            DoubleVector s = DoubleVector.fromArray(DOUBLE, sine, bin - base);
            LongVector real = bits(s.fma(s.broadcast(im), c.mul(re)));
            LongVector imaginary = bits(c.fma(c.broadcast(im), s.mul(-re)));
            imaginary
                    .lanewise(VectorOperators.LSHL, 32)
                    .or(real)
                    .intoMemorySegment(tensor, 8 * (element + bin), ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static LongVector bits(DoubleVector value) {
        FloatVector rounded = (FloatVector) value.convertShape(VectorOperators.D2F, FLOAT, 0);
        return (LongVector) rounded.reinterpretAsInts().convertShape(VectorOperators.ZERO_EXTEND_I2L, LONG, 0);
    }
}
