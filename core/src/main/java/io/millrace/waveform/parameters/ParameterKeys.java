package io.millrace.waveform.parameters;

import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The keys that say where parameters come from: text to {@link ParameterSource} and back.
 *
 * <p>Every key is empty by default. {@code parameters} names a file ({@link ParameterFile}) or holds the digest of a table;
 * if it is empty the parameters are drawn ({@link Priors}), and each name may have a prior ({@link Prior}).
 */
public final class ParameterKeys {
    /** The key of a table. */
    public static final String PARAMETERS = "parameters";

    /** Every name that a prior or a column may have. */
    static final List<String> NAMES =
            Arrays.stream(Quantity.values()).map(Quantity::text).toList();

    /** All. */
    public static final List<Key> ALL = Stream.concat(
                    Stream.of(new Key(
                            PARAMETERS,
                            "",
                            "",
                            "nothing, a CSV file, or sha256: and the digest of a table",
                            "a file of parameters; nothing to draw them")),
                    Arrays.stream(Quantity.values()).map(ParameterKeys::key))
            .toList();

    private ParameterKeys() {}

    private static Key key(Quantity quantity) {
        return new Key(
                quantity.text(),
                "",
                quantity.unit(),
                "nothing, or a number or law " + quantity.range().text,
                quantity.meaning() + byDefault(quantity));
    }

    private static String byDefault(Quantity quantity) {
        return switch (quantity) {
            case MASS_1, MASS_2 -> "; constraint(10, 80) if no mass is given";
            case CHIRP_MASS -> "; uniform-in-components-chirp-mass(25, 100) if no mass is given";
            case MASS_RATIO -> "; uniform-in-components-mass-ratio(0.125, 1) if no mass is given";
            case CHI_1, CHI_2 -> "; aligned-spin(0.99) if no spin is given";
            case IOTA, THETA_JN -> quantity == Quantity.IOTA ? "; sine" : "; sine if spins are tilted";
            case PHASE -> "; uniform(0, 2pi)";
            case LUMINOSITY_DISTANCE -> "; 100";
            case RA -> "; uniform(0, 2pi), for detectors alone";
            case DEC -> "; cosine, for detectors alone";
            case PSI -> "; uniform(0, pi), for detectors alone";
            default -> "";
        };
    }

    /**
     * The source that settings describe.
     *
     * @param settings over keys that contain {@link #ALL}
     * @param tables by key; {@link #PARAMETERS} is looked up where the setting holds a digest
     * @param referenceFrequency f_ref in Hz, at which tilts are meant
     * @param sky whether waveforms are projected onto detectors
     * @throws SpecException naming the key, the value and what is allowed
     */
    public static ParameterSource parse(
            Settings settings, Map<String, Table> tables, double referenceFrequency, boolean sky) {
        List<String> priors = new ArrayList<>(NAMES);
        priors.removeIf(name -> settings.text(name).isEmpty());
        String parameters = settings.text(PARAMETERS);
        if (parameters.isEmpty()) {
            Map<String, Prior> given = new LinkedHashMap<>();
            priors.forEach(name -> given.put(name, Prior.parse(name, settings.text(name))));
            return Priors.of(given, referenceFrequency, sky);
        }
        if (!priors.isEmpty()) {
            String name = priors.getFirst();
            throw new SpecException(
                    name, settings.text(name), "nothing beside parameters, whose table has every value");
        }
        return new GivenParameters(table(settings, parameters, tables.get(PARAMETERS), referenceFrequency), sky);
    }

    private static Table table(Settings settings, String parameters, Table table, double referenceFrequency) {
        if (parameters.startsWith(Table.DIGEST)) {
            if (table == null || !table.digest().equals(parameters)) {
                throw new SpecException(PARAMETERS + " is '" + parameters
                        + "', a digest whose table is not at hand: allowed is a CSV file");
            }
            return table;
        }
        try {
            return ParameterFile.read(Path.of(parameters), referenceFrequency);
        } catch (InvalidPathException e) {
            throw settings.refused(PARAMETERS);
        }
    }

    /** Every key with its value: what was given, and nothing for defaults; {@link #parse} makes an equal source of it. */
    public static Map<String, String> settings(ParameterSource source) {
        Map<String, String> settings = new LinkedHashMap<>();
        ALL.forEach(key -> settings.put(key.name(), key.byDefault()));
        switch (source) {
            case GivenParameters given -> settings.put(PARAMETERS, given.table().digest());
            case Priors priors -> priors.given().forEach((name, prior) -> settings.put(name, prior.text()));
            default -> throw new IllegalArgumentException(source + " comes from no settings");
        }
        return settings;
    }

    /** The tables whose digests the settings hold, by key. */
    public static Map<String, Table> tables(ParameterSource source) {
        return source instanceof GivenParameters given ? Map.of(PARAMETERS, given.table()) : Map.of();
    }
}
