package io.millrace.radio;

import io.millrace.radio.channel.ChannelKeys;
import io.millrace.radio.scene.Scene;
import io.millrace.radio.scene.SceneKeys;
import io.millrace.radio.signal.EmissionKeys;
import io.millrace.spec.Decimal;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of {@link RadioSpec}: text to components and back. */
public final class RadioKeys {
    private static final List<Key> OWN = List.of(
            new Key("sample-rate", "50000", "Hz", "1 to 10000000000", "complex samples a second"),
            new Key("samples", "10000", "", "1 to " + RadioSpec.MOST_SAMPLES, "length of each signal"),
            new Key(
                    "output",
                    "iq",
                    "",
                    Settings.choices(Output.values()),
                    "what is written: the samples, their features over windows, or both"),
            new Key(
                    "window",
                    "1024",
                    "",
                    "a power of two from 64 to 1024",
                    "samples of a window over which features are measured"));

    /** All, in the order in which they are printed. */
    public static final List<Key> ALL = Stream.of(OWN, EmissionKeys.ALL, ChannelKeys.ALL, SceneKeys.ALL)
            .flatMap(List::stream)
            .toList();

    private RadioKeys() {}

    /**
     * The spec of these settings; keys not given take their default.
     *
     * @throws SpecException for an unknown key, or a value out of range
     */
    public static RadioSpec parse(Map<String, String> given, Map<String, Table> tables) {
        Settings settings = new Settings(ALL, given);
        Scene scene = SceneKeys.parse(settings, tables);
        double sampleRate = settings.number("sample-rate", 1, 1e10);
        return new RadioSpec(
                scene,
                EmissionKeys.parse(settings, sampleRate, scene.bandwidth()),
                ChannelKeys.parse(settings),
                settings.integer("samples", 1, RadioSpec.MOST_SAMPLES),
                settings.choice("output", Output.class),
                settings.integer("window", 64, 1024));
    }

    /** Every key with its value; {@link #parse} of them gives an equal spec. */
    static Map<String, String> settings(RadioSpec spec) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("sample-rate", Decimal.text(spec.sampleRate()));
        settings.put("samples", Integer.toString(spec.samples()));
        settings.put("output", Settings.kebab(spec.output()));
        settings.put("window", Integer.toString(spec.window()));
        settings.putAll(EmissionKeys.settings(spec.emission()));
        settings.putAll(ChannelKeys.settings(spec.channel()));
        settings.putAll(SceneKeys.settings(spec.scene()));
        return settings;
    }
}
