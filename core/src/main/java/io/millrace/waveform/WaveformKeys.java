package io.millrace.waveform;

import io.millrace.batch.DType;
import io.millrace.spec.Decimal;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import io.millrace.waveform.detector.Observation;
import io.millrace.waveform.detector.ObservationKeys;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.domain.DomainKeys;
import io.millrace.waveform.parameters.ParameterKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The keys of {@link WaveformSpec}: text to components and back. */
public final class WaveformKeys {
    private static final List<Key> MODEL = List.of(new Key(
            "approximant", "IMRPhenomD", "", "LALSimulation's names", "the model; IMRPhenomD and TaylorF2 are native"));

    private static final List<Key> OTHERS = List.of(
            new Key("f-ref", "20", "Hz", "0 to 1000000", "where spins and phase are given; 0: the model's default"),
            new Key(
                    "output",
                    "polarizations",
                    "",
                    Settings.choices(Output.values()),
                    "what is written without detectors"),
            new Key("dtype", "c8", "", "c8, c16", "element type; c8 is the rounded result of c16"),
            new Key(
                    "conditioning",
                    "none",
                    "",
                    Settings.choices(Conditioning.values()),
                    "what is done beyond the model"),
            new Key(
                    "lal-options",
                    "",
                    "",
                    "NAME=NUMBER, with commas; ModeArray=2:2/2:-2",
                    "options of LALSimulation's models, for --backend lal"));

    /** All, in the order in which they are printed. */
    public static final List<Key> ALL = join(MODEL, DomainKeys.ALL, OTHERS, ObservationKeys.ALL, ParameterKeys.ALL);

    private WaveformKeys() {}

    @SafeVarargs
    private static List<Key> join(List<Key>... parts) {
        List<Key> all = new ArrayList<>();
        for (List<Key> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }

    /**
     * The spec of these settings; keys not given take their default.
     *
     * @throws SpecException for an unknown key, or a value out of range
     */
    public static WaveformSpec parse(Map<String, String> given, Map<String, Table> tables) {
        Settings settings = new Settings(ALL, given);
        Domain domain = DomainKeys.parse(settings);
        Observation observation = ObservationKeys.parse(settings, tables, domain);
        double reference = settings.number("f-ref", 0, DomainKeys.MOST_FREQUENCY);
        return new WaveformSpec(
                settings.text("approximant"),
                domain,
                reference,
                settings.choice("output", Output.class),
                type(settings),
                settings.choice("conditioning", Conditioning.class),
                ParameterKeys.parse(
                        settings,
                        tables,
                        reference == 0 ? domain.minimum() : reference,
                        !observation.detectors().isEmpty()),
                observation,
                options(settings));
    }

    private static DType type(Settings settings) {
        return switch (settings.text("dtype")) {
            case "c8" -> DType.C8;
            case "c16" -> DType.C16;
            default -> throw settings.refused("dtype");
        };
    }

    private static Map<String, String> options(Settings settings) {
        Map<String, String> options = new TreeMap<>();
        String text = settings.text("lal-options");
        if (text.isEmpty()) {
            return options;
        }
        for (String option : text.split(",")) {
            int equals = option.indexOf('=');
            String name = equals < 1 ? "" : option.substring(0, equals).strip();
            String value = equals < 1 ? "" : option.substring(equals + 1).strip();
            if (!name.matches("[A-Za-z][A-Za-z0-9_]*")
                    || !value.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?|\\d+:-?\\d+(/\\d+:-?\\d+)*")
                    || options.put(name, value) != null) {
                throw settings.refused("lal-options");
            }
        }
        return options;
    }

    /** Every key with its value; {@link #parse} of them gives an equal spec. */
    static Map<String, String> settings(WaveformSpec spec) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("approximant", spec.approximant());
        settings.putAll(DomainKeys.settings(spec.domain()));
        settings.put("f-ref", Decimal.text(spec.fRef()));
        settings.put("output", Settings.kebab(spec.output()));
        settings.put("dtype", spec.dtype().name().toLowerCase(Locale.ROOT));
        settings.put("conditioning", Settings.kebab(spec.conditioning()));
        settings.put(
                "lal-options",
                spec.lalOptions().entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining(",")));
        settings.putAll(ObservationKeys.settings(spec.observation()));
        settings.putAll(ParameterKeys.settings(spec.parameters()));
        return settings;
    }
}
