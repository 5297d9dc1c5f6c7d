package io.millrace.waveform.detector;

import io.millrace.batch.DType;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import io.millrace.waveform.domain.Domain;
import java.util.Arrays;

/**
 * What an {@link Observation} makes of waveforms on a domain: the weights of every bin, computed once. Immutable; each
 * thread takes a {@link Projector} of its own.
 */
public final class Projection {
    /** Elements that kernels may read past a domain's bins. */
    static final int SLACK = 64;

    private final Observation observation;
    private final int bins;
    private final int firstBin;
    private final double gmst;
    private final double[] frequencies;
    private final double[][] scales;
    private final double[][] sigmas;

    /**
     * Weights of an observation on a domain.
     *
     * @throws io.millrace.spec.SpecException if a noise curve does not cover the domain
     */
    public Projection(Observation observation, Domain domain) {
        observation.check(domain);
        this.observation = observation;
        bins = domain.bins();
        firstBin = domain.from(domain.minimum());
        gmst = observation.siderealTime();
        frequencies = Arrays.copyOf(domain.frequencies(), bins + SLACK);
        int outputs = Math.max(1, observation.detectors().size());
        scales = new double[outputs][bins + SLACK];
        sigmas = new double[outputs][bins + SLACK];
        for (int output = 0; output < outputs; output++) {
            weigh(domain, output);
        }
    }

    /** Signal times scale, unit normal times sigma: see the package. */
    private void weigh(Domain domain, int output) {
        double[] scale = scales[output];
        double[] sigma = sigmas[output];
        Arrays.fill(scale, 0, bins, 1);
        if (!observation.whiten() && !observation.noise()) {
            return;
        }
        double[] densities = observation.curve(output).orElseThrow().on(domain);
        for (int bin = 0; bin < bins; bin++) {
            double root = Math.sqrt(4 * domain.width(bin));
            if (observation.whiten()) {
                scale[bin] = root / densities[bin];
            }
            if (observation.noise() && bin >= firstBin) {
                sigma[bin] = observation.whiten() ? 1 : densities[bin] / root;
            }
        }
    }

    /** What is observed. */
    public Observation observation() {
        return observation;
    }

    /** The number of bins. */
    public int bins() {
        return bins;
    }

    /**
     * A projector by scalar kernels, the reference.
     *
     * @param seed of the noise
     * @param type of what is written, C8 or C16
     */
    public Projector scalar(long seed, DType type) {
        return new Projector(this, type, new ProjectionScalar(), Draws.scalar(philox(seed)));
    }

    /** A projector over lanes, the same bits; only where {@link io.millrace.simd.Simd#present()}. */
    public Projector vector(long seed, DType type) {
        return new Projector(this, type, ProjectionVector.kernel(), Draws.vector(philox(seed)));
    }

    private static Philox philox(long seed) {
        return Philox.of("waveform", seed);
    }

    /** Where its detectors point, for one thread. */
    public Aim newAim() {
        return new Aim(observation.detectors(), gmst);
    }

    /** What each bin of a detector's signal is multiplied by, or of both polarizations where there are no detectors; one a bin. */
    public double[] weights(int output) {
        return Arrays.copyOf(scales[output], bins);
    }

    /** The deviation of a detector's noise, of the real and of the imaginary part; one a bin, zero below f_min. */
    public double[] deviations(int output) {
        return Arrays.copyOf(sigmas[output], bins);
    }

    /**
     * The first bin that noise is added to, be it zero: in whole chunks of {@value ProjectionKernel#CHUNK} from that of f_min
     * on, for adding a zero may change the sign of another. The number of bins where there is no noise.
     */
    public int noisyFrom() {
        boolean noisy = observation.noise() && firstBin < bins;
        return noisy ? firstBin / ProjectionKernel.CHUNK * ProjectionKernel.CHUNK : bins;
    }

    /** In Hz; {@link #SLACK} more than the bins. */
    double[] frequencies() {
        return frequencies;
    }

    /** What the signal of an output is multiplied by; {@link #SLACK} more than the bins. */
    double[] scale(int output) {
        return scales[output];
    }

    /** The deviation of the noise of an output, of the real and of the imaginary part; {@link #SLACK} more than the bins. */
    double[] sigma(int output) {
        return sigmas[output];
    }
}
