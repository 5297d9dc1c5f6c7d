package io.millrace.radio;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.generator.Backends;
import io.millrace.generator.Filling;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signals made for a test, and readers of their fields. */
final class Signals implements AutoCloseable {
    private final RadioSpec spec;
    private final Batch batch;

    private Signals(RadioSpec spec, Batch batch) {
        this.spec = spec;
        this.batch = batch;
    }

    /** The spec of settings written as {@code key=value key=value}. */
    static RadioSpec spec(String settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings.strip().split("\\s+")) {
            if (!setting.isEmpty()) {
                String[] pair = setting.split("=", 2);
                map.put(pair[0], pair[1]);
            }
        }
        return RadioKeys.parse(map, Map.of());
    }

    /** Instances 0, 1, … of the scalar backend, which needs no warming up; digests say that others give the same. */
    static Signals of(RadioSpec spec, long seed, int count) {
        return new Signals(
                spec, Filling.fill(Backends.choose("scalar", spec, seed).generator(), 0, count, count, false, 0xA5));
    }

    static Signals of(String settings, long seed, int count) {
        return of(spec(settings), seed, count);
    }

    RadioSpec spec() {
        return spec;
    }

    int count() {
        return batch.count();
    }

    int receivers() {
        return spec.receivers();
    }

    int samples() {
        return spec.samples();
    }

    /** Samples of a receiver: real part and imaginary part in turn. */
    double[] iq(int instance, int receiver) {
        float[] floats = new float[2 * samples()];
        long first = 8L * samples() * (instance * receivers() + receiver);
        MemorySegment.copy(batch.tensor("iq"), Elements.F4, first, floats, 0, floats.length);
        double[] pairs = new double[floats.length];
        for (int j = 0; j < pairs.length; j++) {
            pairs[j] = floats[j];
        }
        return pairs;
    }

    /** Element {@code element} of an instance's field; of complex ones real and imaginary parts in turn. */
    double get(String field, int instance, int element) {
        int position = batch.schema().indexOf(field);
        Field kind = batch.schema().fields().get(position);
        MemorySegment tensor = batch.tensor(position);
        return switch (kind.dtype()) {
            case F8 -> tensor.getAtIndex(Elements.F8, instance * kind.elements() + element);
            case I4 -> tensor.getAtIndex(Elements.I4, instance * kind.elements() + element);
            case C8 -> tensor.getAtIndex(Elements.F4, 2 * instance * kind.elements() + element);
            default -> throw new IllegalStateException(kind.dtype() + " is no type of these fields");
        };
    }

    double get(String field, int instance) {
        return get(field, instance, 0);
    }

    /** Σ|y|²/n of pairs. */
    static double power(double[] iq) {
        double sum = 0;
        for (double part : iq) {
            sum += part * part;
        }
        return 2 * sum / iq.length;
    }

    @Override
    public void close() {
        batch.close();
    }
}
