package io.millrace.radio.signal;

import io.millrace.radio.kernel.FractionalDelay;
import io.millrace.spec.Decimal;
import io.millrace.spec.SpecException;
import java.util.List;

/**
 * What transmitters emit.
 *
 * @param modulations of which each instance has one, uniformly
 * @param sampleRate Hz
 * @param bandwidth of the channel in Hz
 * @param deviation peak frequency deviation of FM in Hz
 * @param offset Hz: the transmitter's carrier is off by ± that much, uniformly
 * @param symbolRate Bd of PSK, QAM and FSK; 0: as many as the bandwidth holds
 * @param rollOff of root-raised-cosine pulses, 0 … 1
 * @param modulationIndex of AM, 0 … 1
 * @param spreadingFactor of LoRa, 5 … 12
 * @param subcarriers of OFDM
 * @param sweep of LFM in s
 */
public record Emission(
        List<Modulation> modulations,
        double sampleRate,
        double bandwidth,
        double deviation,
        double offset,
        double symbolRate,
        double rollOff,
        double modulationIndex,
        int spreadingFactor,
        int subcarriers,
        double sweep) {
    /** Copies the list. */
    public Emission {
        modulations = List.copyOf(modulations);
    }

    /**
     * Checks that the sample rate holds each modulation.
     *
     * @throws SpecException naming the key, its value and what is allowed
     */
    public void check() {
        double most = 2 * FractionalDelay.BAND * sampleRate;
        if (bandwidth > most) {
            throw new SpecException(
                    "bandwidth-hz",
                    Decimal.text(bandwidth),
                    "at most 0.8 of sample-rate, " + Decimal.text(most) + " Hz: the band in which delays are exact");
        }
        for (Modulation modulation : modulations) {
            modulation.check(this);
        }
    }

    /** How far from the transmitter's carrier any of the modulations reaches, in Hz. */
    public double reach() {
        return modulations.stream()
                .mapToDouble(modulation -> modulation.reach(this))
                .max()
                .orElse(0);
    }
}
