package io.millrace.waveform.domain;

import java.util.Arrays;
import java.util.List;

/**
 * The frequencies of a waveform's bins, ascending, in Hz.
 *
 * <p><b>Uniform</b>: {@code 0, δf, 2δf, … ⌊f_max/δf⌋·δf}; waveforms are zero below f_min (IMRPhenomD, as in LALSimulation: below
 * the bin ⌊f_min/δf⌋). <b>Multibanded</b> (Dax et al. 2023,
 * arXiv:2211.08801, as dingo-gw has it): band j covers {@code [node_j, node_{j+1})} with bins of the width
 * {@code δf_j = 2^j·δf_0}; a bin stands for a run of bins of a base grid of spacing δf, and its frequency is their mean.
 */
public final class Domain {
    /** The most bins. */
    public static final int MOST_BINS = 1 << 26;

    private final double minimum;
    private final double maximum;
    private final double spacing;
    private final List<Double> nodes;
    private final double firstWidth;
    private final double[] frequencies;
    private final double[] widths;

    private Domain(
            double minimum,
            double maximum,
            double spacing,
            List<Double> nodes,
            double firstWidth,
            double[] frequencies,
            double[] widths) {
        this.minimum = minimum;
        this.maximum = maximum;
        this.spacing = spacing;
        this.nodes = nodes;
        this.firstWidth = firstWidth;
        this.frequencies = frequencies;
        this.widths = widths;
    }

    /**
     * Equally spaced bins from 0 on.
     *
     * @param minimum f_min, &gt; 0
     * @param maximum f_max, &gt; f_min
     * @param spacing δf, &gt; 0
     */
    public static Domain uniform(double minimum, double maximum, double spacing) {
        int bins = bins(maximum / spacing) + 1;
        double[] frequencies = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            frequencies[bin] = bin * spacing;
        }
        double[] widths = new double[bins];
        Arrays.fill(widths, spacing);
        return new Domain(minimum, maximum, spacing, List.of(), spacing, frequencies, widths);
    }

    /**
     * Bands whose bins double in width; a band's edges are a whole number of its bins apart.
     *
     * @param nodes the bands' edges, ascending, multiples of {@code spacing}
     * @param firstWidth δf_0, a multiple of {@code spacing}
     * @param spacing δf of the base grid
     */
    public static Domain multibanded(List<Double> nodes, double firstWidth, double spacing) {
        int[] counts = new int[nodes.size() - 1];
        for (int band = 0; band < counts.length; band++) {
            double width = firstWidth * (1L << band);
            counts[band] = bins((nodes.get(band + 1) - nodes.get(band)) / width);
        }
        int bins = Arrays.stream(counts).sum();
        double[] frequencies = new double[bins];
        double[] widths = new double[bins];
        int bin = 0;
        for (int band = 0; band < counts.length; band++) {
            double width = firstWidth * (1L << band);
            double lower = nodes.get(band);
            for (int i = 0; i < counts[band]; i++, bin++, lower += width) {
                frequencies[bin] = lower + 0.5 * (width - spacing);
                widths[bin] = width;
            }
        }
        return new Domain(
                nodes.getFirst(), nodes.getLast(), spacing, List.copyOf(nodes), firstWidth, frequencies, widths);
    }

    private static int bins(double ratio) {
        // a quotient of decimal numbers misses its integer by rounding alone
        double nearest = Math.rint(ratio);
        double whole = Math.abs(ratio - nearest) <= 1e-9 * nearest ? nearest : Math.floor(ratio);
        return (int) Math.min(whole, MOST_BINS);
    }

    /** Whether the bins are equally spaced from 0 on. */
    public boolean uniform() {
        return nodes.isEmpty();
    }

    /** f_min in Hz: waveforms are zero below it. */
    public double minimum() {
        return minimum;
    }

    /** f_max in Hz. */
    public double maximum() {
        return maximum;
    }

    /** δf of the uniform or the base grid in Hz. */
    public double spacing() {
        return spacing;
    }

    /** The bands' edges in Hz; empty where uniform. */
    public List<Double> nodes() {
        return nodes;
    }

    /** The width of the first band's bins in Hz. */
    public double firstWidth() {
        return firstWidth;
    }

    /** The number of bins. */
    public int bins() {
        return frequencies.length;
    }

    /** The frequency of a bin in Hz. */
    public double frequency(int bin) {
        return frequencies[bin];
    }

    /** The width of a bin in Hz: the reciprocal of the duration that it stands for. */
    public double width(int bin) {
        return widths[bin];
    }

    /** All frequencies, a copy. */
    public double[] frequencies() {
        return frequencies.clone();
    }

    /** The first bin of at least that frequency; {@link #bins()} if there is none. */
    public int from(double frequency) {
        int low = 0;
        int high = frequencies.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frequencies[middle] < frequency) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The bin ⌊frequency/δf⌋ of a uniform domain, where a quotient that misses an integer by rounding alone counts as it. */
    public int floor(double frequency) {
        return uniform() ? bins(frequency / spacing) : from(frequency);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Domain domain
                && minimum == domain.minimum
                && maximum == domain.maximum
                && spacing == domain.spacing
                && firstWidth == domain.firstWidth
                && nodes.equals(domain.nodes);
    }

    @Override
    public int hashCode() {
        return List.of(minimum, maximum, spacing, firstWidth, nodes).hashCode();
    }

    @Override
    public String toString() {
        return bins() + " bins from " + frequency(0) + " to " + frequency(bins() - 1) + " Hz";
    }
}
