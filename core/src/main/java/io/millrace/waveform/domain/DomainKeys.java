package io.millrace.waveform.domain;

import io.millrace.spec.Decimal;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of {@link Domain}: text to frequencies and back. */
public final class DomainKeys {
    /** The highest frequency in Hz that is taken for one. */
    public static final double MOST_FREQUENCY = 1e6;

    private static final String UNIFORM = "uniform";
    private static final String MULTIBANDED = "multibanded";
    private static final String FREQUENCIES = "more than 0 to 1000000";
    private static final String NODES = "two to 31 frequencies, ascending, multiples of delta-f";
    private static final int MOST_NODES = 31;

    /** All, in the order in which they are printed. */
    public static final List<Key> ALL = List.of(
            new Key("domain", UNIFORM, "", UNIFORM + ", " + MULTIBANDED, "how frequencies are spaced"),
            new Key("f-min", "20", "Hz", FREQUENCIES, "where waveforms begin, of domain uniform"),
            new Key("f-max", "1024", "Hz", "more than f-min to 1000000", "last frequency of domain uniform"),
            new Key("delta-f", "0.125", "Hz", "more than 0", "spacing; of domain multibanded that of the base grid"),
            new Key("bands", "20,26,34,46,62,78,1038", "Hz", NODES, "edges of the bands of domain multibanded"),
            new Key(
                    "band-delta-f",
                    "0.125",
                    "Hz",
                    "a multiple of delta-f",
                    "spacing in the first band; each next has twice it"));

    private DomainKeys() {}

    /** The domain of these settings. */
    public static Domain parse(Settings settings) {
        double spacing = settings.number("delta-f", Double.MIN_NORMAL, MOST_FREQUENCY);
        return switch (settings.text("domain")) {
            case UNIFORM -> uniform(settings, spacing);
            case MULTIBANDED -> multibanded(settings, spacing);
            default -> throw settings.refused("domain");
        };
    }

    private static Domain uniform(Settings settings, double spacing) {
        requireUnset(settings, "bands", MULTIBANDED);
        requireUnset(settings, "band-delta-f", MULTIBANDED);
        double minimum = settings.number("f-min", Double.MIN_NORMAL, MOST_FREQUENCY);
        double maximum = settings.number("f-max", Double.MIN_NORMAL, MOST_FREQUENCY);
        if (maximum <= minimum) {
            throw new SpecException(
                    "f-max", settings.text("f-max"), "more than f-min, " + Decimal.text(minimum) + " Hz");
        }
        requireBins(settings, "delta-f", maximum, spacing);
        if (spacing > minimum || Math.floor(maximum / spacing) * spacing < minimum) {
            throw new SpecException(
                    "delta-f",
                    settings.text("delta-f"),
                    "at most f-min, " + Decimal.text(minimum) + " Hz, with a bin between f-min and f-max");
        }
        return Domain.uniform(minimum, maximum, spacing);
    }

    private static Domain multibanded(Settings settings, double spacing) {
        List<Double> nodes = new ArrayList<>();
        for (String text : settings.text("bands").split(",", -1)) {
            nodes.add(node(settings, text.strip(), spacing, nodes.isEmpty() ? 0 : nodes.getLast()));
        }
        if (nodes.size() < 2 || nodes.size() > MOST_NODES) {
            throw settings.refused("bands");
        }
        requireEdge(settings, "f-min", nodes.getFirst());
        requireEdge(settings, "f-max", nodes.getLast());
        requireBins(settings, "delta-f", nodes.getLast() - nodes.getFirst(), spacing);
        double width = settings.number("band-delta-f", Double.MIN_NORMAL, MOST_FREQUENCY);
        if (!multiple(width, spacing)) {
            throw new SpecException(
                    "band-delta-f",
                    settings.text("band-delta-f"),
                    "a multiple of delta-f, " + Decimal.text(spacing) + " Hz");
        }
        for (int band = 0; band + 1 < nodes.size(); band++) {
            double wide = width * (1L << band);
            if (!multiple(nodes.get(band + 1) - nodes.get(band), wide)) {
                throw new SpecException("bands is '" + settings.text("bands") + "': the band from "
                        + Decimal.text(nodes.get(band)) + " to " + Decimal.text(nodes.get(band + 1))
                        + " Hz is no whole number of its bins of " + Decimal.text(wide) + " Hz");
            }
        }
        return Domain.multibanded(nodes, width, spacing);
    }

    private static double node(Settings settings, String text, double spacing, double previous) {
        double node = Decimal.parse(text).orElseThrow(() -> settings.refused("bands"));
        if (node > previous && node <= MOST_FREQUENCY && multiple(node, spacing)) {
            return node;
        }
        throw new SpecException("bands", settings.text("bands"), NODES + ", " + Decimal.text(spacing) + " Hz");
    }

    /** A key of the other domain would have no effect. */
    private static void requireUnset(Settings settings, String key, String domain) {
        if (!settings.text(key).equals(byDefault(key))) {
            throw new SpecException(key + " is '" + settings.text(key) + "': allowed with domain " + domain + " only");
        }
    }

    /** The first and the last frequency of bands are their edges. */
    private static void requireEdge(Settings settings, String key, double edge) {
        double value = settings.number(key, Double.MIN_NORMAL, MOST_FREQUENCY);
        if (value != edge && !settings.text(key).equals(byDefault(key))) {
            throw new SpecException(
                    key, settings.text(key), "with domain multibanded " + Decimal.text(edge) + ", which bands say");
        }
    }

    private static void requireBins(Settings settings, String key, double range, double spacing) {
        if (range / spacing > Domain.MOST_BINS) {
            throw new SpecException(
                    key,
                    settings.text(key),
                    range / Domain.MOST_BINS + " and more, for at most " + Domain.MOST_BINS + " bins");
        }
    }

    private static boolean multiple(double value, double of) {
        double ratio = value / of;
        return ratio >= 1 - 1e-9 && Math.abs(ratio - Math.rint(ratio)) <= 1e-9 * ratio;
    }

    /** Every key with its value; {@link #parse} of them gives an equal domain. */
    public static Map<String, String> settings(Domain domain) {
        boolean uniform = domain.uniform();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("domain", uniform ? UNIFORM : MULTIBANDED);
        settings.put("f-min", Decimal.text(domain.minimum()));
        settings.put("f-max", Decimal.text(domain.maximum()));
        settings.put("delta-f", Decimal.text(domain.spacing()));
        settings.put(
                "bands",
                uniform
                        ? byDefault("bands")
                        : domain.nodes().stream().map(Decimal::text).collect(Collectors.joining(",")));
        settings.put("band-delta-f", uniform ? byDefault("band-delta-f") : Decimal.text(domain.firstWidth()));
        return settings;
    }

    private static String byDefault(String name) {
        return ALL.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow()
                .byDefault();
    }
}
