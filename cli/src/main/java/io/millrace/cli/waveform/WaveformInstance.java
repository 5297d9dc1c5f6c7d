package io.millrace.cli.waveform;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.cli.export.Instances;
import io.millrace.cli.export.Reals;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Plan;
import io.millrace.waveform.detector.DesignCurve;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One waveform of a dataset, whatever fields it is stored in.
 *
 * @param frequency of every bin in Hz
 * @param lowest f_min in Hz
 * @param uniform whether the bins are equally spaced from 0 on
 * @param whitened whether the curves are whitened
 * @param curves the polarizations, the strains of detectors, or h̃ of amplitude and phase
 * @param densities of noise, for each curve one value a bin in 1/√Hz; +∞ or NaN where there is none
 * @param noise where the densities come from
 */
record WaveformInstance(
        double[] frequency,
        double lowest,
        boolean uniform,
        boolean whitened,
        List<Curve> curves,
        List<double[]> densities,
        String noise) {
    private static final String FREQUENCY = "frequency";
    private static final String ASD = "asd";
    private static final DesignCurve DESIGN = DesignCurve.ALIGO_ZERO_DET_HIGH_POWER;

    /** Whether a plan's datasets have what is read here. */
    static boolean in(Plan plan) {
        return ParameterColumns.of(plan).isPresent()
                && plan.constants().stream()
                        .anyMatch(constant -> constant.field().name().equals(FREQUENCY));
    }

    /** Reads the instance. */
    static WaveformInstance read(Dataset dataset, Instances instance) throws IOException {
        Plan plan = dataset.plan();
        double[] frequency = dataset.constant(FREQUENCY).toArray(Elements.F8);
        List<Curve> curves = curves(plan, instance, frequency.length);
        boolean stored = dataset.constants().contains(ASD);
        List<double[]> densities = stored
                ? densities(dataset.constant(ASD).toArray(Elements.F8), frequency.length, curves.size())
                : design(frequency, curves.size());
        Field first = plan.fields().getFirst();
        return new WaveformInstance(
                frequency,
                Double.parseDouble(plan.spec().get("f-min")),
                plan.spec().get("domain").equals("uniform"),
                first.meaning().contains("whitened"),
                curves,
                densities,
                stored ? "the dataset's noise curve" : DESIGN.text());
    }

    private static List<Curve> curves(Plan plan, Instances instance, int bins) {
        Field field = plan.fields().getFirst();
        if (instance.has("amplitude")) {
            return List.of(polar(field.dtype(), instance.field("amplitude"), instance.field("phase"), bins));
        }
        if (!instance.has("strain")) {
            return List.of(
                    curve("h_plus", field.dtype(), instance.field("h_plus"), bins, 0),
                    curve("h_cross", field.dtype(), instance.field("h_cross"), bins, 0));
        }
        String[] detectors = field.meaning().split(";")[0].split(", ");
        List<Curve> curves = new ArrayList<>();
        for (int row = 0; row < detectors.length; row++) {
            curves.add(curve(detectors[row], field.dtype(), instance.field("strain"), bins, row));
        }
        return curves;
    }

    private static Curve curve(String name, DType type, MemorySegment field, int bins, int row) {
        double[] re = new double[bins];
        double[] im = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            long number = 2L * ((long) row * bins + bin);
            re[bin] = Reals.at(type, field, number);
            im[bin] = Reals.at(type, field, number + 1);
        }
        return new Curve(name, re, im);
    }

    private static Curve polar(DType type, MemorySegment amplitude, MemorySegment phase, int bins) {
        double[] re = new double[bins];
        double[] im = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            double size = Reals.at(type, amplitude, bin);
            double angle = Reals.at(type, phase, bin);
            re[bin] = size * Math.cos(angle);
            im[bin] = size * Math.sin(angle);
        }
        return new Curve("h", re, im);
    }

    /** A curve of noise for each detector, or one for both polarizations. */
    private static List<double[]> densities(double[] all, int bins, int curves) {
        List<double[]> densities = new ArrayList<>();
        for (int curve = 0; curve < curves; curve++) {
            int from = Math.min(curve, all.length / bins - 1) * bins;
            densities.add(Arrays.copyOfRange(all, from, from + bins));
        }
        return densities;
    }

    private static List<double[]> design(double[] frequency, int curves) {
        double[] density = new double[frequency.length];
        Arrays.setAll(
                density,
                bin -> frequency[bin] >= DESIGN.lowest() && frequency[bin] <= DESIGN.highest()
                        ? DESIGN.amplitude(frequency[bin])
                        : Double.POSITIVE_INFINITY);
        return java.util.Collections.nCopies(curves, density);
    }
}
