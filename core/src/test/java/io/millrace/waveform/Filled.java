package io.millrace.waveform;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.Filling;
import io.millrace.spec.Spec;
import io.millrace.spec.Table;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.util.HashMap;
import java.util.Map;

/** Instances in a batch of their own. */
record Filled(Batch batch) implements AutoCloseable {
    static Filled of(Spec spec, String backend, long seed, long first, int count) {
        return new Filled(
                Filling.fill(Backends.choose(backend, spec, seed).generator(), first, count, count, false, 0xA5));
    }

    /** One waveform of a golden point, complex128. */
    static Filled of(Golden golden, Conditioning conditioning, String backend) {
        Map<String, String> settings = new HashMap<>();
        settings.put("approximant", golden.approximant());
        settings.put("f-min", "" + golden.number("f_min"));
        settings.put("f-max", "" + golden.number("f_max"));
        settings.put("delta-f", "" + golden.number("delta_f"));
        settings.put("f-ref", "" + golden.number("f_ref"));
        settings.put("dtype", "c16");
        settings.put("conditioning", conditioning == Conditioning.NONE ? "none" : "inspiral-fd");
        return of(given(settings, golden.point()), backend, 0, 0, 1);
    }

    /** A spec whose parameters are these points. */
    static WaveformSpec given(Map<String, String> settings, Point... points) {
        Parameter[] parameters = Parameter.values();
        double[] values = new double[points.length * parameters.length];
        for (int row = 0; row < points.length; row++) {
            for (Parameter parameter : parameters) {
                values[row * parameters.length + parameter.ordinal()] = points[row].get(parameter);
            }
        }
        Table table = new Table(parameters.length, values);
        Map<String, String> all = new HashMap<>(settings);
        all.put("parameters", table.digest());
        return WaveformKeys.parse(all, Map.of("parameters", table));
    }

    @Override
    public void close() {
        batch.close();
    }
}
