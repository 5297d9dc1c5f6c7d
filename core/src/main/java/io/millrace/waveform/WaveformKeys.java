package io.millrace.waveform;

import io.millrace.batch.DType;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import io.millrace.waveform.detector.Observation;
import io.millrace.waveform.detector.ObservationKeys;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.ParameterKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of {@link WaveformSpec}: text to components and back. */
public final class WaveformKeys {
    /** The highest frequency in Hz that is taken for one. */
    static final double MOST_FREQUENCY = 1e6;

    private static final String UNIFORM = "uniform";
    private static final String MULTIBANDED = "multibanded";
    private static final String FREQUENCIES = "more than 0 to 1000000";
    private static final String NODES = "two frequencies or more, ascending, multiples of delta-f";

    private static final List<Key> OWN = List.of(
            new Key(
                    "approximant",
                    "IMRPhenomD",
                    "",
                    "LALSimulation's names",
                    "the model; IMRPhenomD and TaylorF2 are native"),
            new Key("domain", UNIFORM, "", UNIFORM + ", " + MULTIBANDED, "how frequencies are spaced"),
            new Key("f-min", "20", "Hz", FREQUENCIES, "waveforms are zero below; multibanded: the first band edge"),
            new Key(
                    "f-max",
                    "1024",
                    "Hz",
                    "more than f-min to 1000000",
                    "last frequency; multibanded: the last band edge"),
            new Key("delta-f", "0.125", "Hz", "more than 0", "spacing; multibanded: of the base grid"),
            new Key("bands", "20,26,34,46,62,78,1038", "Hz", NODES, "edges of the bands of domain multibanded"),
            new Key(
                    "band-delta-f",
                    "0.125",
                    "Hz",
                    "multiples of delta-f",
                    "spacing in the first band; each next doubles it"),
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
    public static final List<Key> ALL = join(OWN, ObservationKeys.ALL, ParameterKeys.ALL);

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
        String approximant = settings.text("approximant");
        Approximants.check(approximant);
        Domain domain = domain(settings);
        Observation observation = ObservationKeys.parse(settings, tables, domain);
        double reference = settings.number("f-ref", 0, MOST_FREQUENCY);
        return new WaveformSpec(
                approximant,
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

    private static Domain domain(Settings settings) {
        double spacing = settings.number("delta-f", Double.MIN_NORMAL, MOST_FREQUENCY);
        Domain domain = switch (settings.text("domain")) {
            case UNIFORM -> uniform(settings, spacing);
            case MULTIBANDED -> multibanded(settings, spacing);
            default -> throw settings.refused("domain");
        };
        if (domain.bins() - 1 > Domain.MOST_BINS) {
            throw new SpecException(
                    "delta-f",
                    settings.text("delta-f"),
                    "so much that there are at most " + Domain.MOST_BINS + " bins");
        }
        return domain;
    }

    private static Domain uniform(Settings settings, double spacing) {
        double minimum = settings.number("f-min", Double.MIN_NORMAL, MOST_FREQUENCY);
        double maximum = settings.number("f-max", Double.MIN_NORMAL, MOST_FREQUENCY);
        if (maximum <= minimum) {
            throw new SpecException("f-max", settings.text("f-max"), "more than f-min, " + minimum + " Hz");
        }
        double ratio = maximum / spacing;
        if (ratio > Domain.MOST_BINS) {
            throw new SpecException("delta-f is '" + settings.text("delta-f") + "': allowed is "
                    + maximum / Domain.MOST_BINS + " and more, for at most " + Domain.MOST_BINS + " bins");
        }
        if (Math.floor(maximum / spacing) * spacing < minimum) {
            throw new SpecException(
                    "delta-f",
                    settings.text("delta-f"),
                    "so little that there is a bin from f-min, " + minimum + " Hz, to f-max, " + maximum + " Hz");
        }
        return Domain.uniform(minimum, maximum, spacing);
    }

    private static Domain multibanded(Settings settings, double spacing) {
        List<Double> nodes = new ArrayList<>();
        for (String text : settings.text("bands").split(",")) {
            nodes.add(node(settings, text.strip(), spacing, nodes.isEmpty() ? 0 : nodes.getLast()));
        }
        double width = settings.number("band-delta-f", Double.MIN_NORMAL, MOST_FREQUENCY);
        if (nodes.size() < 2 || nodes.size() > 31) {
            throw new SpecException("bands", settings.text("bands"), NODES);
        }
        if (!multiple(width, spacing)) {
            throw new SpecException(
                    "band-delta-f", settings.text("band-delta-f"), "multiples of delta-f, " + spacing + " Hz");
        }
        for (int band = 0; band + 1 < nodes.size(); band++) {
            double wide = width * (1L << band);
            if ((nodes.get(band + 1) - nodes.get(band)) / wide < 1 - 1e-9) {
                throw new SpecException("bands is '" + settings.text("bands") + "': the band from " + nodes.get(band)
                        + " to " + nodes.get(band + 1) + " Hz has no bin of " + wide + " Hz");
            }
        }
        if ((nodes.getLast() - nodes.getFirst()) / width > Domain.MOST_BINS) {
            throw new SpecException(
                    "band-delta-f",
                    settings.text("band-delta-f"),
                    "so much that there are at most " + Domain.MOST_BINS + " bins");
        }
        return Domain.multibanded(nodes, width, spacing);
    }

    private static double node(Settings settings, String text, double spacing, double previous) {
        try {
            double node = Double.parseDouble(text);
            if (node > previous && node <= MOST_FREQUENCY && multiple(node, spacing)) {
                return node;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new SpecException("bands", settings.text("bands"), NODES + ", " + spacing + " Hz");
    }

    private static boolean multiple(double value, double of) {
        double ratio = value / of;
        return ratio >= 1 - 1e-9 && Math.abs(ratio - Math.rint(ratio)) <= 1e-9 * ratio;
    }

    private static DType type(Settings settings) {
        return switch (settings.text("dtype")) {
            case "c8" -> DType.C8;
            case "c16" -> DType.C16;
            default -> throw settings.refused("dtype");
        };
    }

    private static Map<String, String> options(Settings settings) {
        Map<String, String> options = new LinkedHashMap<>();
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
        Domain domain = spec.domain();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("approximant", spec.approximant());
        settings.put("domain", domain.uniform() ? UNIFORM : MULTIBANDED);
        settings.put("f-min", number(domain.minimum()));
        settings.put("f-max", number(domain.maximum()));
        settings.put("delta-f", number(domain.spacing()));
        settings.put(
                "bands",
                domain.uniform()
                        ? byDefault("bands")
                        : domain.nodes().stream().map(WaveformKeys::number).collect(Collectors.joining(",")));
        settings.put("band-delta-f", domain.uniform() ? byDefault("band-delta-f") : number(domain.firstWidth()));
        settings.put("f-ref", number(spec.fRef()));
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

    private static String byDefault(String name) {
        return OWN.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow()
                .byDefault();
    }

    /** The shortest text that reads back as the same number. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
