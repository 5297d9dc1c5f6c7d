package io.millrace.waveform.detector;

import io.millrace.spec.Key;
import io.millrace.spec.Nearest;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import io.millrace.waveform.domain.Domain;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys of {@link Observation}: text to components and back.
 *
 * <p>{@code asd} names the curve of all, {@code asd-h1} and so on that of one detector. A file's name becomes the digest of
 * its numbers, which {@link #tables} has under the same key.
 */
public final class ObservationKeys {
    static final String TIMES = "a GPS time in s from 0 to " + (long) SiderealTime.LATEST;

    private static final String ASD = "asd";
    private static final String NONE = "none";
    private static final String NAMES =
            Arrays.stream(DesignCurve.values()).map(DesignCurve::text).collect(Collectors.joining(", "));

    /** All, in the order in which they are printed. */
    public static final List<Key> ALL = List.of(
            new Key(
                    "detectors",
                    NONE,
                    "",
                    "none, or some of H1, L1, V1 with commas",
                    "whose strains to make; none: h_plus, h_cross"),
            new Key(
                    ASD,
                    NONE,
                    "1/sqrt(Hz)",
                    NONE + ", " + NAMES + ", or a file's name",
                    "noise curve: a design's, or a file of two columns"),
            own(Detector.H1),
            own(Detector.L1),
            own(Detector.V1),
            new Key("whiten", "false", "", "true, false", "divide by the noise, to unit variance"),
            new Key("noise", "false", "", "true, false", "add Gaussian noise to the strains"),
            new Key(
                    "reference-time",
                    Double.toString(Observation.REFERENCE_TIME),
                    "s",
                    TIMES,
                    "when the detectors are where they are; geocent_time counts from it"));

    /** Those that may name a file. */
    public static final Set<String> FILES = Set.of(ASD, key(Detector.H1), key(Detector.L1), key(Detector.V1));

    private ObservationKeys() {}

    private static Key own(Detector detector) {
        return new Key(
                key(detector),
                ASD,
                "1/sqrt(Hz)",
                "asd: the curve of all; or what asd allows",
                "noise curve of " + detector);
    }

    private static String key(Detector detector) {
        return ASD + "-" + detector.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The observation of these settings.
     *
     * @param tables by key, where a setting holds a digest
     * @throws SpecException for what is out of range, for a digest whose table is not given, or a curve that does not cover the
     *     domain
     */
    public static Observation parse(Settings settings, Map<String, Table> tables, Domain domain) {
        List<Detector> detectors = detectors(settings);
        Optional<NoiseCurve> common = curve(settings, ASD, tables);
        List<NoiseCurve> curves = new ArrayList<>();
        List<Detector> bare = new ArrayList<>();
        for (Detector detector : Detector.values()) {
            String key = key(detector);
            if (!settings.text(key).equals(ASD) && !detectors.contains(detector)) {
                throw new SpecException(key + " is '" + settings.text(key) + "': " + detector
                        + " is not among the detectors, which are " + print(detectors));
            }
        }
        for (Detector detector : detectors) {
            String key = key(detector);
            Optional<NoiseCurve> curve = settings.text(key).equals(ASD) ? common : curve(settings, key, tables);
            curve.ifPresentOrElse(curves::add, () -> bare.add(detector));
        }
        if (detectors.isEmpty()) {
            common.ifPresent(curves::add);
        } else if (!bare.isEmpty() && !curves.isEmpty()) {
            throw new SpecException(bare.getFirst() + " has no noise curve where other detectors have one: set asd or "
                    + key(bare.getFirst()));
        }
        Observation observation = new Observation(
                detectors,
                curves,
                settings.flag("whiten"),
                settings.flag("noise"),
                settings.number("reference-time", 0, SiderealTime.LATEST));
        observation.check(domain, position -> name(settings, detectors, position));
        return observation;
    }

    /** What the settings call a curve. */
    private static String name(Settings settings, List<Detector> detectors, int position) {
        String own = detectors.isEmpty() ? ASD : settings.text(key(detectors.get(position)));
        return own.equals(ASD) ? settings.text(ASD) : own;
    }

    /** Every key with its value; {@link #parse} of them, with {@link #tables}, gives an equal observation. */
    public static Map<String, String> settings(Observation observation) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("detectors", print(observation.detectors()));
        boolean shared = shared(observation);
        settings.put(
                ASD,
                shared && !observation.curves().isEmpty()
                        ? observation.curves().getFirst().toString()
                        : NONE);
        for (Detector detector : Detector.values()) {
            int position = shared ? -1 : observation.detectors().indexOf(detector);
            settings.put(
                    key(detector),
                    position < 0 ? ASD : observation.curves().get(position).toString());
        }
        settings.put("whiten", Boolean.toString(observation.whiten()));
        settings.put("noise", Boolean.toString(observation.noise()));
        settings.put("reference-time", Double.toString(observation.referenceTime()));
        return settings;
    }

    /** The tables whose digests {@link #settings} holds, by key. */
    public static Map<String, Table> tables(Observation observation) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (int position = 0; position < observation.curves().size(); position++) {
            String key = shared(observation) ? ASD : key(observation.detectors().get(position));
            observation.curves().get(position).table().ifPresent(table -> tables.put(key, table));
        }
        return tables;
    }

    private static boolean shared(Observation observation) {
        return observation.curves().stream().distinct().count() < 2;
    }

    /** Detectors as the setting has them. */
    static String print(List<Detector> detectors) {
        return detectors.isEmpty() ? NONE : detectors.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** Whose curve it is, for messages: empty for that of the polarizations. */
    static String of(Observation observation, int position) {
        return observation.detectors().isEmpty()
                ? ""
                : " of " + observation.detectors().get(position);
    }

    private static List<Detector> detectors(Settings settings) {
        String text = settings.text("detectors");
        List<Detector> detectors = new ArrayList<>();
        if (!text.equals(NONE)) {
            for (String name : text.split(",", -1)) {
                Detector detector = Detector.named(name.strip()).orElseThrow(() -> settings.refused("detectors"));
                if (detectors.contains(detector)) {
                    throw new SpecException("detectors", text, "each detector once");
                }
                detectors.add(detector);
            }
        }
        return detectors;
    }

    private static Optional<NoiseCurve> curve(Settings settings, String key, Map<String, Table> tables) {
        String text = settings.text(key);
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        if (text.startsWith(Table.DIGEST)) {
            Table table = tables.get(key);
            if (table == null || !table.digest().equals(text)) {
                throw new SpecException(key + " is '" + text + "': the table of that digest is not at hand");
            }
            return Optional.of(NoiseCurve.of(table));
        }
        Optional<DesignCurve> design = DesignCurve.named(text);
        if (design.isPresent()) {
            return design.map(NoiseCurve::of);
        }
        return Optional.of(NoiseCurve.of(NoiseFile.read(file(key, text))));
    }

    /** The file of that name; a name that looks like no file's and is none gets the nearest curve offered. */
    private static Path file(String key, String text) {
        try {
            Path file = Path.of(text);
            boolean plain = file.getNameCount() == 1 && !text.contains(".");
            if (text.isEmpty() || plain && !Files.exists(file)) {
                throw new SpecException(
                        key + " is '" + text + "', neither a file nor a noise curve: the nearest of " + NAMES + " is "
                                + Nearest.to(text, List.of(NAMES.split(", "))).getFirst());
            }
            return file;
        } catch (InvalidPathException e) {
            throw new SpecException(key, text, "a noise curve or a file's name");
        }
    }
}
