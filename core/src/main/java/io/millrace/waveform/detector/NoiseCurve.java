package io.millrace.waveform.detector;

import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import io.millrace.waveform.domain.Domain;
import java.util.Arrays;
import java.util.Optional;

/**
 * An amplitude spectral density over frequency, in 1/√Hz: a design's fit, or a table of frequency (Hz) and density.
 *
 * <p>Between the rows of a table the power density, the square, is linear in frequency: what bilby makes of the same file.
 * Immutable. Class: reproducible.
 */
public final class NoiseCurve {
    /** The least density that a table may hold: with it, no whitened waveform leaves the range of a float (see {@code Binary}). */
    static final double LEAST = 1e-30;
    /** The largest density that a table may hold. */
    static final double LARGEST = 1e10;

    /** What a decimal number's quotient or sum may miss it by. */
    private static final double ROUNDING = 1e-9;

    private final DesignCurve design;
    private final Table table;

    private NoiseCurve(DesignCurve design, Table table) {
        this.design = design;
        this.table = table;
    }

    /** A design's curve. */
    public static NoiseCurve of(DesignCurve design) {
        return new NoiseCurve(design, null);
    }

    /**
     * A table's curve.
     *
     * @param table two rows or more of frequency and density
     * @throws SpecException for other columns, frequencies that do not ascend, densities out of range
     */
    public static NoiseCurve of(Table table) {
        if (table.columns() != 2 || table.rows() < 2) {
            throw new SpecException("a noise curve has two columns and two rows or more, not " + table.columns()
                    + " columns and " + table.rows() + " rows");
        }
        double before = -1;
        for (int row = 0; row < table.rows(); row++) {
            String objection = objection(before, table.at(row, 0), table.at(row, 1));
            if (objection != null) {
                throw new SpecException("row " + row + " of a noise curve: " + objection);
            }
            before = table.at(row, 0);
        }
        return new NoiseCurve(null, table);
    }

    /** Why a row cannot follow one of that frequency, or null. */
    static String objection(double before, double frequency, double density) {
        if (!(frequency >= 0 && frequency < Double.POSITIVE_INFINITY)) {
            return "the frequency is " + frequency + ": allowed is 0 Hz or more";
        }
        if (frequency <= before) {
            return "the frequency " + frequency + " follows " + before + ": frequencies must ascend";
        }
        if (!(density >= LEAST && density <= LARGEST)) {
            return "the amplitude density is " + density + ": allowed is " + LEAST + " to " + LARGEST;
        }
        return null;
    }

    /** The table, if it is one's. */
    public Optional<Table> table() {
        return Optional.ofNullable(table);
    }

    /** Where the curve begins, in Hz. */
    public double lowest() {
        return table == null ? design.lowest() : table.at(0, 0);
    }

    /** Where the curve ends, in Hz. */
    public double highest() {
        return table == null ? design.highest() : table.at(table.rows() - 1, 0);
    }

    /** The density in 1/√Hz at a frequency in Hz; beyond a table's ends, that of the nearer end. */
    public double at(double frequency) {
        return table == null ? design.amplitude(frequency) : between(frequency);
    }

    private double between(double frequency) {
        int low = 0;
        int high = table.rows() - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (table.at(middle, 0) <= frequency) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double from = table.at(low, 0);
        double share = Math.clamp((frequency - from) / (table.at(high, 0) - from), 0.0, 1.0);
        double a = table.at(low, 1);
        double ratio = table.at(high, 1) / a;
        // a factored out, for squares of 1e-24 are far from 1
        return a * Math.sqrt(1 + share * (ratio * ratio - 1));
    }

    /** Why this curve has no value for some bin between f_min and f_max, both ranges named; empty if it has all. */
    public Optional<String> gap(Domain domain) {
        int first = domain.from(domain.minimum());
        if (first == domain.bins()) {
            return Optional.empty();
        }
        double from = base(domain, first, 0);
        int last = domain.bins() - 1;
        double to = base(domain, last, runs(domain, last) - 1);
        if (lowest() <= from * (1 + ROUNDING) && highest() >= to * (1 - ROUNDING)) {
            return Optional.empty();
        }
        return Optional.of(
                "covers " + lowest() + " to " + highest() + " Hz and not the band of " + from + " to " + to + " Hz");
    }

    /**
     * The density of every bin in 1/√Hz; +∞ below f_min. Where a bin stands for a run of bins of a base grid, it is the
     * harmonic mean of their densities, so that the mean of whitened bins is what whitening by it gives (dingo-gw's
     * decimation).
     */
    public double[] on(Domain domain) {
        double[] densities = new double[domain.bins()];
        int first = domain.from(domain.minimum());
        Arrays.fill(densities, 0, first, Double.POSITIVE_INFINITY);
        for (int bin = first; bin < densities.length; bin++) {
            int runs = runs(domain, bin);
            double sum = 0;
            for (int i = 0; i < runs; i++) {
                sum += 1 / at(base(domain, bin, i));
            }
            densities[bin] = runs == 1 ? at(domain.frequency(bin)) : runs / sum;
        }
        return densities;
    }

    /** How many bins of the base grid a bin stands for. */
    private static int runs(Domain domain, int bin) {
        return domain.uniform() ? 1 : (int) Math.rint(domain.width(bin) / domain.spacing());
    }

    /** The frequency of one of them. */
    private static double base(Domain domain, int bin, int i) {
        return domain.frequency(bin) + (i - 0.5 * (runs(domain, bin) - 1)) * domain.spacing();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoiseCurve curve && toString().equals(curve.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** As in settings: the design's name, or the table's digest. */
    @Override
    public String toString() {
        return table == null ? design.text() : table.digest();
    }
}
