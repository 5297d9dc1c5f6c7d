package io.millrace.radio.signal;

import io.millrace.spec.Decimal;
import io.millrace.spec.Key;
import io.millrace.spec.Nearest;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of {@link Emission}: text to components and back. */
public final class EmissionKeys {
    private static final String MODULATION = "modulation";

    /** All, in the order in which they are printed. */
    public static final List<Key> ALL = List.of(
            new Key(
                    MODULATION,
                    "fm-voice",
                    "",
                    "some, with commas, of " + Modulation.NAMES,
                    "what is sent: each instance has one of them, drawn uniformly"),
            new Key("deviation-hz", "5000", "Hz", "0 to 1000000000", "peak frequency deviation of fm"),
            new Key(
                    "frequency-offset-hz",
                    "50",
                    "Hz",
                    "0 to 1000000",
                    "largest error of the transmitter's carrier, drawn uniformly either way"),
            new Key(
                    "symbol-rate",
                    "0",
                    "Bd",
                    "0 to 1000000000; 0: as many as bandwidth-hz holds",
                    "symbols a second of psk, qam, fsk, gmsk"),
            new Key("roll-off", "0.35", "", "0 to 1", "of the root-raised-cosine pulses of psk and qam"),
            new Key("modulation-index", "0.8", "", "0.01 to 1", "of am: at 1 the envelope reaches 0"),
            new Key("spreading-factor", "7", "", "5 to 12", "of lora: bits of a chirp"),
            new Key("subcarriers", "52", "", "1 to 4096", "of ofdm, each of them qpsk"),
            new Key("sweep-s", "0.005", "s", "1e-9 to 1000", "how long a sweep of lfm takes"));

    private EmissionKeys() {}

    /**
     * The emission of these settings.
     *
     * @param bandwidth of the channel in Hz
     * @throws SpecException for what is out of range
     */
    public static Emission parse(Settings settings, double sampleRate, double bandwidth) {
        return new Emission(
                modulations(settings.text(MODULATION)),
                sampleRate,
                bandwidth,
                settings.number("deviation-hz", 0, 1e9),
                settings.number("frequency-offset-hz", 0, 1e6),
                settings.number("symbol-rate", 0, 1e9),
                settings.number("roll-off", 0, 1),
                settings.number("modulation-index", 0.01, 1),
                settings.integer("spreading-factor", 5, 12),
                settings.integer("subcarriers", 1, 4096),
                settings.number("sweep-s", 1e-9, 1000));
    }

    private static List<Modulation> modulations(String text) {
        List<String> names =
                Arrays.stream(Modulation.values()).map(Modulation::text).toList();
        List<Modulation> modulations = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String name = part.strip();
            Modulation modulation = Modulation.named(name)
                    .orElseThrow(() -> new SpecException(MODULATION, name, Nearest.sentence(name, names)));
            if (modulations.contains(modulation)) {
                throw new SpecException(MODULATION, text, "each modulation once");
            }
            modulations.add(modulation);
        }
        return modulations;
    }

    /** Every key with its value; {@link #parse} of them gives an equal emission. */
    public static Map<String, String> settings(Emission emission) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                MODULATION,
                emission.modulations().stream().map(Modulation::text).collect(Collectors.joining(",")));
        settings.put("deviation-hz", Decimal.text(emission.deviation()));
        settings.put("frequency-offset-hz", Decimal.text(emission.offset()));
        settings.put("symbol-rate", Decimal.text(emission.symbolRate()));
        settings.put("roll-off", Decimal.text(emission.rollOff()));
        settings.put("modulation-index", Decimal.text(emission.modulationIndex()));
        settings.put("spreading-factor", Integer.toString(emission.spreadingFactor()));
        settings.put("subcarriers", Integer.toString(emission.subcarriers()));
        settings.put("sweep-s", Decimal.text(emission.sweep()));
        return settings;
    }
}
