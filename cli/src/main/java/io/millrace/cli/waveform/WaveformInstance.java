package io.millrace.cli.waveform;

import io.millrace.batch.DType;
import io.millrace.cli.export.Instances;
import io.millrace.cli.export.Reals;
import io.millrace.waveform.Output;
import io.millrace.waveform.WaveformSpec;
import io.millrace.waveform.detector.DesignCurve;
import io.millrace.waveform.detector.Detector;
import io.millrace.waveform.detector.NoiseCurve;
import io.millrace.waveform.domain.Domain;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
    private static final DesignCurve DESIGN = DesignCurve.ALIGO_ZERO_DET_HIGH_POWER;

    /** Reads the instance of a dataset of this spec. */
    static WaveformInstance read(WaveformSpec spec, Instances instance) {
        Domain domain = spec.domain();
        List<Curve> curves = curves(spec, instance);
        List<NoiseCurve> noise = spec.observation().curves();
        return new WaveformInstance(
                domain.frequencies(),
                domain.minimum(),
                domain.uniform(),
                spec.observation().whiten(),
                curves,
                noise.isEmpty() ? design(domain.frequencies(), curves.size()) : densities(noise, domain, curves.size()),
                noise.isEmpty() ? DESIGN.text() : "the dataset's noise curve");
    }

    private static List<Curve> curves(WaveformSpec spec, Instances instance) {
        int bins = spec.domain().bins();
        DType type = spec.dtype();
        List<Detector> detectors = spec.observation().detectors();
        if (spec.output() == Output.AMPLITUDE_PHASE) {
            DType real = type == DType.C8 ? DType.F4 : DType.F8;
            return List.of(polar(real, instance.field("amplitude"), instance.field("phase"), bins));
        }
        if (detectors.isEmpty()) {
            return List.of(
                    curve("h_plus", type, instance.field("h_plus"), bins, 0),
                    curve("h_cross", type, instance.field("h_cross"), bins, 0));
        }
        List<Curve> curves = new ArrayList<>();
        for (int row = 0; row < detectors.size(); row++) {
            curves.add(curve(detectors.get(row).name(), type, instance.field("strain"), bins, row));
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
    private static List<double[]> densities(List<NoiseCurve> noise, Domain domain, int curves) {
        List<double[]> densities = new ArrayList<>();
        for (int curve = 0; curve < curves; curve++) {
            densities.add(noise.get(Math.min(curve, noise.size() - 1)).on(domain));
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
        return Collections.nCopies(curves, density);
    }
}
