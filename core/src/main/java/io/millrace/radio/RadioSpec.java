package io.millrace.radio;

import io.millrace.radio.channel.Channel;
import io.millrace.radio.channel.Fading;
import io.millrace.radio.channel.Nodes;
import io.millrace.radio.channel.Scatter;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.scene.Scene;
import io.millrace.radio.scene.SceneKeys;
import io.millrace.radio.signal.Emission;
import io.millrace.spec.Decimal;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signals of one transmitter at several receivers. Keys, defaults and ranges: {@link RadioKeys}.
 *
 * @param scene who is where, and what arrives
 * @param emission what is sent
 * @param channel what happens on the way and in the receivers
 * @param samples of each signal, 1 … 2³⁰
 * @param output what is written
 * @param window samples of a feature's window, a power of two from 64 to {@link Block#LENGTH}
 */
public record RadioSpec(Scene scene, Emission emission, Channel channel, int samples, Output output, int window)
        implements Spec {
    /** The workload's name. */
    public static final String WORKLOAD = "radio";

    /** Of a delay in seconds a second: within a step of samples its fraction moves by less than a sample, 0.032 at most. */
    private static final double MOST_DRIFT = 1e-3;

    /** Samples between arrivals, at most. */
    static final int MOST_SPREAD = 1 << 22;

    /** Standard deviations that a clock is off, at most, but for one in a thousand million. */
    private static final double MOST_NORMAL = 6;

    /** The most samples of a signal. */
    public static final int MOST_SAMPLES = 1 << 30;

    /** Every key's default: FM voice, seven receivers, 10,000 samples at 50 kHz. */
    public static final RadioSpec DEFAULT = RadioKeys.parse(Map.of(), Map.of());

    /**
     * Checks that the components go together.
     *
     * @throws SpecException naming the key, its value and what is allowed
     */
    public RadioSpec {
        emission.check();
        requireInBand(scene, emission, channel);
        requireTogether(scene, emission, channel);
        if (scene.noiseBandwidth() > emission.sampleRate()) {
            throw new SpecException(
                    "noise-bandwidth-hz",
                    Decimal.text(scene.noiseBandwidth()),
                    "at most sample-rate, " + Decimal.text(emission.sampleRate()) + " Hz");
        }
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new SpecException("samples", samples, "1 to " + MOST_SAMPLES);
        }
        requireGaussian(emission, channel, samples);
        if (window < 64 || window > Block.LENGTH || Integer.bitCount(window) != 1) {
            throw new SpecException("window", window, "a power of two from 64 to " + Block.LENGTH);
        }
        if (output.features() && samples < window) {
            throw new SpecException("window", window, "at most samples, " + samples);
        }
    }

    /** A signal that is shifted out of the band comes back at its other end. */
    private static void requireInBand(Scene scene, Emission emission, Channel channel) {
        double fastest = MOST_DRIFT * scene.carrier();
        if (channel.doppler() > fastest) {
            throw new SpecException(
                    "doppler-hz",
                    Decimal.text(channel.doppler()),
                    "at most a thousandth of carrier-hz, " + Decimal.text(fastest) + " Hz");
        }
        double error = channel.receiver().oscillator() * scene.carrier() / 1e6;
        double shift = channel.doppler() + error + emission.offset();
        double room = emission.sampleRate() / 2 - emission.reach();
        if (shift > room) {
            throw new SpecException("doppler-hz, lo-error-ppm of carrier-hz and frequency-offset-hz are together "
                    + Decimal.text(shift) + " Hz: allowed is half of sample-rate less what signals reach, "
                    + Decimal.text(room) + " Hz");
        }
    }

    /** What is between the first and the last arrival is made once more, in memory. */
    private static void requireTogether(Scene scene, Emission emission, Channel channel) {
        double spread = spread(scene, channel) * emission.sampleRate();
        if (spread > MOST_SPREAD) {
            throw new SpecException("receivers, delay-spread-s and clock-error-s let a signal arrive up to "
                    + Decimal.text(Math.ceil(spread)) + " samples apart at sample-rate: allowed are at most "
                    + MOST_SPREAD);
        }
    }

    /** Seconds from the earliest arrival to the latest, at most. */
    private static double spread(Scene scene, Channel channel) {
        double between = scene.layout().most() == 1
                ? 0
                : scene.extent() / Scene.LIGHT
                        + 2 * MOST_NORMAL * channel.receiver().clock();
        return between + channel.longestDelay();
    }

    private static void requireGaussian(Emission emission, Channel channel, int samples) {
        if (channel.fading() != Fading.NONE
                && channel.scatter() == Scatter.GAUSSIAN
                && channel.doppler() > 0
                && samples > Nodes.MOST
                && new Nodes(channel.doppler(), emission.sampleRate()).still()) {
            throw new SpecException(
                    "fading-model",
                    "gaussian",
                    "sinusoids where fading is slower than a period in " + 16 * (long) Nodes.MOST
                            + " samples and there are more than " + Nodes.MOST);
        }
    }

    /** Samples of an envelope beyond a receiver's own, at most, but for the drift of oscillators and motion. */
    public long mostSpread() {
        return (long) Math.ceil(spread(scene, channel) * sampleRate());
    }

    /** Samples a second. */
    public double sampleRate() {
        return emission.sampleRate();
    }

    /** The extent of fields along receivers. */
    public int receivers() {
        return scene.layout().most();
    }

    @Override
    public String workload() {
        return WORKLOAD;
    }

    @Override
    public Map<String, String> settings() {
        return RadioKeys.settings(this);
    }

    @Override
    public Map<String, Table> tables() {
        return SceneKeys.tables(scene);
    }

    /**
     * This spec with one setting changed.
     *
     * @throws SpecException for an unknown key, or a value out of range
     */
    public RadioSpec with(String key, String value) {
        Map<String, String> settings = new LinkedHashMap<>(settings());
        settings.put(key, value);
        return RadioKeys.parse(settings, tables());
    }
}
