package io.millrace.natives.lal;

import io.millrace.batch.DType;
import io.millrace.waveform.Conditioning;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;

/** Models and waveforms of tests, all on the grid 20 … 1024 Hz by 0.125 Hz unless said otherwise. */
final class Made {
    static final Domain DOMAIN = Domain.uniform(20, 1024, 0.125);

    /** A short one, where many waveforms are made. */
    static final Domain SHORT = Domain.uniform(20, 64, 1);

    private Made() {}

    static LalModel model(Lal lal, String approximant) {
        return model(lal, approximant, DOMAIN, 20, Conditioning.NONE, Map.of());
    }

    static LalModel model(
            Lal lal,
            String approximant,
            Domain domain,
            double reference,
            Conditioning conditioning,
            Map<String, String> options) {
        return new LalModel(lal, approximant, domain, reference, conditioning, LalOptions.of(options));
    }

    /** 36 and 29 solar masses at 410 Mpc, aligned spins, and everything else that TaylorF2 takes. */
    static Point point() {
        Point point = new Point();
        point.set(Parameter.MASS_1, 36);
        point.set(Parameter.MASS_2, 29);
        point.set(Parameter.SPIN_1Z, 0.3);
        point.set(Parameter.SPIN_2Z, -0.4);
        point.set(Parameter.LUMINOSITY_DISTANCE, 410);
        point.set(Parameter.IOTA, 0.7);
        point.set(Parameter.PHASE, 1.1);
        point.set(Parameter.LONGITUDE_ASCENDING_NODES, 0.4);
        return point;
    }

    /** The k-th of many. */
    static Point point(int k) {
        Point point = point();
        point.set(Parameter.MASS_1, 20 + k % 37);
        point.set(Parameter.MASS_2, 15 + k % 23);
        point.set(Parameter.PHASE, 0.01 * k);
        return point;
    }

    static Point with(Parameter parameter, double value) {
        Point point = point();
        point.set(parameter, value);
        return point;
    }

    /** h₊ and behind it h×, as doubles; written over what is not zero, with canaries before and behind. */
    static double[] both(LalPolarizations polarizations, DType type, int bins, Point point) {
        try (Arena arena = Arena.ofConfined()) {
            long bytes = (long) bins * type.bytes();
            MemorySegment rows = arena.allocate(4 * bytes + 16, 64).fill((byte) 0x55);
            // two tensors of two rows that overlap by one: the second row of each is written
            MemorySegment all = rows.asSlice(bytes, 2 * bytes);
            polarizations.make(point, rows.asSlice(0, 2 * bytes), rows.asSlice(bytes, 2 * bytes), 1);
            for (long at = 0; at < rows.byteSize(); at++) {
                boolean outside = at < bytes || at >= 3 * bytes;
                if (outside && rows.get(ValueLayout.JAVA_BYTE, at) != 0x55) {
                    throw new AssertionError("written outside the row");
                }
            }
            double[] values = new double[4 * bins];
            for (int i = 0; i < values.length; i++) {
                values[i] = type == DType.C16
                        ? all.getAtIndex(ValueLayout.JAVA_DOUBLE, i)
                        : all.getAtIndex(ValueLayout.JAVA_FLOAT, i);
            }
            return values;
        }
    }

    /** A waveform of that model. */
    static double[] both(LalModel model, DType type, Point point) {
        try (LalPolarizations polarizations = model.newPolarizations(type, null)) {
            return both(polarizations, type, model.domain().bins(), point);
        }
    }

    /** The relative L² distance; amplitudes of 10⁻²⁴ are scaled, for their squares are subnormal. */
    static double distance(double[] values, double[] reference) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < reference.length; i++) {
            double d = (values[i] - reference[i]) * 0x1p80;
            double r = reference[i] * 0x1p80;
            difference += d * d;
            norm += r * r;
        }
        return norm == 0 ? Math.sqrt(difference) : Math.sqrt(difference / norm);
    }
}
