package io.millrace.radio.signal;

import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;

/** One thread's signals of an {@link Emission}: which modulation an instance has, and its envelope. */
public final class Transmitter {
    private final Emission emission;
    private final RandomStream random;
    private final Baseband[] basebands;

    /** Opens the modulations of an emission. */
    public Transmitter(Emission emission, SampleKernels kernels, Philox philox) {
        this.emission = emission;
        random = new RandomStream(philox);
        basebands = emission.modulations().stream()
                .map(modulation -> modulation.open(emission, kernels, philox))
                .toArray(Baseband[]::new);
    }

    private int choice(long index) {
        return random.at(index, 0, Streams.MODULATION).below(0, basebands.length);
    }

    /** The modulation of an instance. */
    public Modulation modulation(long index) {
        return emission.modulations().get(choice(index));
    }

    /** The envelope of an instance, still to be begun. */
    public Baseband baseband(long index) {
        return basebands[choice(index)];
    }

    /** By how much the transmitter's carrier is off, in Hz. */
    public double offset(long index) {
        double u = random.at(index, 0, Streams.OFFSET).uniformDouble(0);
        return emission.offset() * Math.fma(2, u, -1);
    }
}
