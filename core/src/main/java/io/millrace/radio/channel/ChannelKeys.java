package io.millrace.radio.channel;

import io.millrace.spec.Decimal;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of {@link Channel}: text to components and back. */
public final class ChannelKeys {
    /** All, in the order in which they are printed. */
    public static final List<Key> ALL = List.of(
            new Key("multipath", "none", "", Settings.choices(Multipath.values()), "delays and powers of the paths"),
            new Key("paths", "2", "", "1 to 32", "how many, for multipath exponential"),
            new Key(
                    "delay-spread-s",
                    "5.0E-6",
                    "s",
                    "0 to 1",
                    "scale of the paths' delays: root mean square of tdl profiles, decay of exponential"),
            new Key("fading", "none", "", Settings.choices(Fading.values()), "how each path's gain varies; none: not"),
            new Key(
                    "fading-model",
                    "sinusoids",
                    "",
                    Settings.choices(Scatter.values()),
                    "a sum of sinusoids, or filtered noise, of the same spectrum"),
            new Key("sinusoids", "20", "", "4 to 64", "of each path, for fading-model sinusoids"),
            new Key(
                    "rician-k-db",
                    "6",
                    "dB",
                    "-50 to 100",
                    "steady part of the first path over its scattered part, for fading rician"),
            new Key(
                    "doppler-hz",
                    "10",
                    "Hz",
                    "0 to 1000000000",
                    "largest Doppler shift, v f_c/c of the transmitter's speed v: the fading's spread; the direct path has it times the cosine of a heading"),
            new Key(
                    "lo-error-ppm",
                    "0.5",
                    "ppm",
                    "0 to 100",
                    "largest error of a receiver's oscillator, of which carrier and sampling are off"),
            new Key(
                    "clock-error-s",
                    "0",
                    "s",
                    "0 to 1",
                    "standard deviation of the receivers' clocks, part of delay_s"),
            new Key("phase-noise-hz", "0", "Hz", "0 to 1000000", "line width of the receivers' oscillators"),
            new Key("iq-gain-db", "0", "dB", "0 to 20", "largest gain imbalance of I and Q"),
            new Key("iq-phase-deg", "0", "deg", "0 to 45", "largest phase imbalance of I and Q"),
            new Key("dc-offset", "0", "", "0 to 10", "constant offset over the amplitude of signal and noise"),
            new Key("adc-bits", "0", "", "0 to 24; 0: not quantised", "of the receivers' converters"),
            new Key("adc-headroom-db", "12", "dB", "-20 to 60", "full scale over the amplitude of signal and noise"),
            new Key("noise", "true", "", "true, false", "whether thermal noise is added"));

    private ChannelKeys() {}

    /**
     * The channel of these settings.
     *
     * @throws SpecException for what is out of range
     */
    public static Channel parse(Settings settings) {
        return new Channel(
                settings.choice("multipath", Multipath.class),
                settings.integer("paths", 1, Channel.MOST_PATHS),
                settings.number("delay-spread-s", 0, 1),
                settings.choice("fading", Fading.class),
                settings.choice("fading-model", Scatter.class),
                settings.integer("sinusoids", 4, Channel.MOST_SINUSOIDS),
                settings.number("rician-k-db", -50, 100),
                settings.number("doppler-hz", 0, 1e9),
                new Channel.Receiver(
                        settings.number("lo-error-ppm", 0, 100),
                        settings.number("clock-error-s", 0, 1),
                        settings.number("phase-noise-hz", 0, 1e6),
                        settings.number("iq-gain-db", 0, 20),
                        settings.number("iq-phase-deg", 0, 45),
                        settings.number("dc-offset", 0, 10),
                        settings.integer("adc-bits", 0, 24),
                        settings.number("adc-headroom-db", -20, 60),
                        settings.flag("noise")));
    }

    /** Every key with its value; {@link #parse} of them gives an equal channel. */
    public static Map<String, String> settings(Channel channel) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("multipath", Settings.kebab(channel.multipath()));
        settings.put("paths", Integer.toString(channel.paths()));
        settings.put("delay-spread-s", Decimal.text(channel.delaySpread()));
        settings.put("fading", Settings.kebab(channel.fading()));
        settings.put("fading-model", Settings.kebab(channel.scatter()));
        settings.put("sinusoids", Integer.toString(channel.sinusoids()));
        settings.put("rician-k-db", Decimal.text(channel.steadiness()));
        settings.put("doppler-hz", Decimal.text(channel.doppler()));
        Channel.Receiver receiver = channel.receiver();
        settings.put("lo-error-ppm", Decimal.text(receiver.oscillator()));
        settings.put("clock-error-s", Decimal.text(receiver.clock()));
        settings.put("phase-noise-hz", Decimal.text(receiver.phaseNoise()));
        settings.put("iq-gain-db", Decimal.text(receiver.gainImbalance()));
        settings.put("iq-phase-deg", Decimal.text(receiver.phaseImbalance()));
        settings.put("dc-offset", Decimal.text(receiver.dc()));
        settings.put("adc-bits", Integer.toString(receiver.bits()));
        settings.put("adc-headroom-db", Decimal.text(receiver.headroom()));
        settings.put("noise", Boolean.toString(receiver.noise()));
        return settings;
    }
}
