package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.fail;

import io.millrace.math.Exp;
import io.millrace.math.InverseTrig;
import io.millrace.math.Log;
import io.millrace.math.Normal;
import io.millrace.math.Trig;
import io.millrace.math.Turns;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Source;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A function of {@code math.cl} and its Java twin, both from bits to bits; 4 bytes as the low half of a long.
 *
 * @param name in OpenCL
 * @param arguments 1 or 2
 * @param argumentBytes 4 or 8
 * @param resultBytes 4 or 8
 * @param java the second argument is of no meaning where there is one
 */
record Twin(String name, int arguments, int argumentBytes, int resultBytes, LongBinaryOperator java) {
    /** Items that a thread compares at a time. */
    private static final int CHUNK = 1 << 14;

    interface OfFloat {
        float apply(float x);
    }

    interface OfWord {
        float apply(int word);
    }

    interface OfWords {
        float apply(int first, int second);
    }

    interface OfLongs {
        double apply(long first, long second);
    }

    static final List<Twin> OF_FLOAT = List.of(
            ofFloat("exp_f", Exp::exp),
            ofFloat("log_f", Log::log),
            ofFloat("sin_f", Trig::sin),
            ofFloat("cos_f", Trig::cos));

    /** The canonical NaN for every one. */
    static final Twin SQRT = new Twin(
            "canonical_sqrt",
            1,
            4,
            4,
            (x, y) -> Float.floatToIntBits((float) Math.sqrt(Float.intBitsToFloat((int) x))));

    static final Twin DIV = new Twin(
            "canonical_div",
            2,
            4,
            4,
            (x, y) -> Float.floatToIntBits(Float.intBitsToFloat((int) x) / Float.intBitsToFloat((int) y)));

    static final List<Twin> OF_WORD = List.of(
            ofWord("turns_sin_f", Turns::sin),
            ofWord("turns_cos_f", Turns::cos),
            ofWord("normal_radius_f", Normal::radius),
            ofWord("uniform_f", word -> (word >>> 8) * 0x1p-24f));

    static final List<Twin> OF_WORDS =
            List.of(ofWords("normal_first_f", Normal::first), ofWords("normal_second_f", Normal::second));

    static final List<Twin> OF_DOUBLE = List.of(
            ofDouble("exp_d", Exp::exp),
            ofDouble("exp2_d", Exp::exp2),
            ofDouble("log_d", Log::log),
            ofDouble("sin_d", Trig::sin),
            ofDouble("cos_d", Trig::cos),
            ofDouble("asin_d", InverseTrig::asin),
            ofDouble("acos_d", InverseTrig::acos),
            ofDouble("atan_d", InverseTrig::atan));

    /** |turns| ≤ 2^50. */
    static final List<Twin> OF_TURNS =
            List.of(ofDouble("turns_sin_of", Turns::sinOf), ofDouble("turns_cos_of", Turns::cosOf));

    static final List<Twin> OF_LONG = List.of(
            ofLong("turns_sin_d", Turns::sin),
            ofLong("turns_cos_d", Turns::cos),
            ofLong("normal_radius_d", Normal::radius));

    static final Twin ATAN2 = ofDoubles("atan2_d", InverseTrig::atan2);

    static final List<Twin> OF_LONGS =
            List.of(ofLongs("normal_first_d", Normal::first), ofLongs("normal_second_d", Normal::second));

    private static Twin ofFloat(String name, OfFloat java) {
        return new Twin(name, 1, 4, 4, (x, y) -> Float.floatToRawIntBits(java.apply(Float.intBitsToFloat((int) x))));
    }

    private static Twin ofWord(String name, OfWord java) {
        return new Twin(name, 1, 4, 4, (x, y) -> Float.floatToRawIntBits(java.apply((int) x)));
    }

    private static Twin ofWords(String name, OfWords java) {
        return new Twin(name, 2, 4, 4, (x, y) -> Float.floatToRawIntBits(java.apply((int) x, (int) y)));
    }

    private static Twin ofDouble(String name, DoubleUnaryOperator java) {
        return new Twin(
                name, 1, 8, 8, (x, y) -> Double.doubleToRawLongBits(java.applyAsDouble(Double.longBitsToDouble(x))));
    }

    private static Twin ofDoubles(String name, DoubleBinaryOperator java) {
        return new Twin(
                name,
                2,
                8,
                8,
                (x, y) -> Double.doubleToRawLongBits(
                        java.applyAsDouble(Double.longBitsToDouble(x), Double.longBitsToDouble(y))));
    }

    private static Twin ofLong(String name, LongToDoubleFunction java) {
        return new Twin(name, 1, 8, 8, (x, y) -> Double.doubleToRawLongBits(java.applyAsDouble(x)));
    }

    private static Twin ofLongs(String name, OfLongs java) {
        return new Twin(name, 2, 8, 8, (x, y) -> Double.doubleToRawLongBits(java.apply(x, y)));
    }

    @Override
    public String toString() {
        return name;
    }

    /** Both of {@code count} arguments, in blocks of at most {@code block}. */
    void compare(Context context, Source source, long count, int block, LongUnaryOperator x, LongUnaryOperator y) {
        int most = (int) Math.min(block, count);
        int[] bytes = IntStream.generate(() -> argumentBytes).limit(arguments).toArray();
        try (Trial trial = new Trial(context, source, name, most, resultBytes, bytes)) {
            for (long from = 0; from < count; from += most) {
                compare(trial, from, (int) Math.min(most, count - from), x, y);
            }
        }
    }

    private void compare(Trial trial, long from, int items, LongUnaryOperator x, LongUnaryOperator y) {
        IntStream.range(0, items).parallel().forEach(i -> {
            trial.set(0, i, x.applyAsLong(from + i));
            if (arguments == 2) {
                trial.set(1, i, y.applyAsLong(from + i));
            }
        });
        trial.run(items);
        IntStream.range(0, Math.ceilDiv(items, CHUNK))
                .parallel()
                .map(c -> firstDifference(trial, c * CHUNK, Math.min(items, (c + 1) * CHUNK)))
                .filter(i -> i >= 0)
                .min()
                .ifPresent(i -> different(trial.get(resultBytes, i), x.applyAsLong(from + i), y.applyAsLong(from + i)));
    }

    /** Its item, or −1. */
    private int firstDifference(Trial trial, int from, int to) {
        for (int i = from; i < to; i++) {
            long second = arguments == 2 ? trial.argument(1, i) : 0;
            if (java.applyAsLong(trial.argument(0, i), second) != trial.get(resultBytes, i)) {
                return i;
            }
        }
        return -1;
    }

    private void different(long device, long x, long y) {
        fail("%s(%s): device %s, Java %s, seed %d"
                .formatted(
                        name,
                        LongStream.of(x, y)
                                .limit(arguments)
                                .mapToObj(bits -> hex(argumentBytes, bits))
                                .collect(Collectors.joining(", ")),
                        hex(resultBytes, device),
                        hex(resultBytes, java.applyAsLong(x, y)),
                        Arguments.SEED));
    }

    private static String hex(int bytes, long bits) {
        return bytes == 4 ? Integer.toHexString((int) bits) : Long.toHexString(bits);
    }
}
