package io.millrace.radio.scene;

import io.millrace.spec.Decimal;
import io.millrace.spec.IntRange;
import io.millrace.spec.Key;
import io.millrace.spec.NumberRange;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The keys of {@link Scene}: text to components and back. */
public final class SceneKeys {
    /** The most receivers. */
    public static final int MOST_RECEIVERS = 256;

    private static final String RECEIVERS = "receivers";
    private static final String TERRAIN = "terrain";
    private static final String NONE = "none";
    private static final String LINK = "link";

    /** All, in the order in which they are printed. */
    public static final List<Key> ALL = List.of(
            new Key(
                    RECEIVERS,
                    "italy",
                    "",
                    "italy, random, hexagonal, latitude/longitude/height with commas, or a CSV file of these three",
                    "where the receivers stand; degrees, degrees, m above the reference"),
            new Key(
                    "receiver-count",
                    "7",
                    "",
                    "1 to 256, or a range such as 5..10",
                    "how many receivers, for random and hexagonal"),
            new Key(
                    "receiver-centre",
                    "45/8/100",
                    "",
                    "latitude/longitude/height, latitudes to 80",
                    "middle of the receivers that are drawn, and their height above the ground"),
            new Key(
                    "receiver-spread-km",
                    "50",
                    "km",
                    "0.001 to 1000",
                    "radius of the disc (random) or distance of neighbours (hexagonal)"),
            new Key(
                    "transmitters",
                    "inside",
                    "",
                    Settings.choices(Area.values()),
                    "where they are drawn: in the box around the receivers, beyond it, or both"),
            new Key(
                    "margin-km",
                    "50",
                    "km",
                    "0 to 1000",
                    "how far beyond the box, for transmitters outside and anywhere"),
            new Key("transmitter-height-m", "10", "m", "-500 to 100000", "height of the transmitters above the ground"),
            new Key(
                    "distance",
                    "haversine",
                    "",
                    Settings.choices(Earth.values()),
                    "along great circles, or on the plane that touches in the middle"),
            new Key("carrier-hz", "145000000", "Hz", "1000000 to 100000000000", "frequency of the carrier"),
            new Key(
                    "bandwidth-hz",
                    "12500",
                    "Hz",
                    "1 to 1000000000",
                    "width of the channel: symbols and chirps fill it, and it is the noise's in ratios"),
            new Key(
                    "tx-power-dbm",
                    "30",
                    "dBm",
                    "-100 to 100, or a range",
                    "power of the transmitter; of a range one is drawn"),
            new Key("gain-dbi", "0", "dBi", "-100 to 100", "gain of both antennas together"),
            new Key("clutter-db", "0", "dB", "0 to 200", "loss beyond free space"),
            new Key(
                    "shadowing-db",
                    "4",
                    "dB",
                    "0 to 30",
                    "standard deviation of the log-normal shadowing, drawn for each receiver"),
            new Key(
                    TERRAIN,
                    NONE,
                    "",
                    "none, blocking, or a CSV file of latitude, longitude, height on a grid",
                    "what obstructs the paths, each by one knife edge; a file's is the ground too"),
            new Key("blocking-probability", "0.3", "", "0 to 1", "of an obstacle on a path, for terrain blocking"),
            new Key(
                    "obstacle-height-m",
                    "50",
                    "m",
                    "0 to 10000",
                    "how far above the line of sight it reaches at most, for terrain blocking"),
            new Key("noise-figure-db", "6", "dB", "0 to 60", "of the receivers"),
            new Key("temperature-k", "290", "K", "1 to 100000", "noise temperature of the antennas"),
            new Key(
                    "noise-bandwidth-hz",
                    "0",
                    "Hz",
                    "0 to 1000000000; 0: bandwidth-hz",
                    "bandwidth of the noise in signal-to-noise ratios"),
            new Key(
                    "snr-db",
                    LINK,
                    "dB",
                    "link, or -100 to 200, or a range",
                    "signal-to-noise ratio: by the link budget, or asked of each receiver, which then sets the noise"),
            new Key(
                    "min-snr-db",
                    "3",
                    "dB",
                    "-200 to 200",
                    "a receiver with a lower ratio does not hear the transmission"),
            new Key("max-snr-db", "200", "dB", "-200 to 200", "nor does one with a higher ratio"),
            new Key(
                    "min-receivers",
                    "3",
                    "",
                    "1 to 256",
                    "positions of the transmitter that fewer hear are drawn again"),
            new Key(
                    "max-gdop",
                    "100",
                    "",
                    "none, or 0.1 to 1000000",
                    "positions with a larger dilution of precision are drawn again"));

    /** Those that may name a file. */
    public static final Set<String> FILES = Set.of(RECEIVERS, TERRAIN);

    private SceneKeys() {}

    /**
     * The scene of these settings.
     *
     * @param tables by key, where a setting holds a digest
     * @throws SpecException for what is out of range
     */
    public static Scene parse(Settings settings, Map<String, Table> tables) {
        NumberRange window = window(settings);
        return new Scene(
                layout(settings),
                settings.choice("transmitters", Area.class),
                1000 * settings.number("margin-km", 0, 1000),
                settings.number("transmitter-height-m", -500, 100_000),
                settings.choice("distance", Earth.class),
                settings.number("carrier-hz", 1e6, 1e11),
                settings.numbers("tx-power-dbm", -100, 100),
                settings.number("gain-dbi", -100, 100),
                settings.number("clutter-db", 0, 200),
                settings.number("shadowing-db", 0, 30),
                terrain(settings, tables),
                settings.number("noise-figure-db", 0, 60),
                settings.number("temperature-k", 1, 100_000),
                settings.number("bandwidth-hz", 1, 1e9),
                settings.number("noise-bandwidth-hz", 0, 1e9),
                settings.text("snr-db").equals(LINK)
                        ? Optional.empty()
                        : Optional.of(settings.numbers("snr-db", -100, 200)),
                window,
                settings.integer("min-receivers", 1, MOST_RECEIVERS),
                settings.text("max-gdop").equals(NONE)
                        ? Optional.empty()
                        : Optional.of(settings.number("max-gdop", 0.1, 1e6)));
    }

    private static NumberRange window(Settings settings) {
        double least = settings.number("min-snr-db", -200, 200);
        double most = settings.number("max-snr-db", -200, 200);
        if (least > most) {
            throw new SpecException(
                    "max-snr-db", settings.text("max-snr-db"), "min-snr-db, " + Decimal.text(least) + " dB, and more");
        }
        return new NumberRange(least, most);
    }

    private static Layout layout(Settings settings) {
        IntRange count = settings.range("receiver-count", 1, MOST_RECEIVERS);
        Place centre = place(settings, "receiver-centre", settings.text("receiver-centre"));
        if (Math.abs(centre.latitude()) > 80) {
            throw settings.refused("receiver-centre");
        }
        double spread = 1000 * settings.number("receiver-spread-km", 1e-3, 1000);
        String text = settings.text(RECEIVERS);
        return switch (text) {
            case "random" -> new Layout.Drawn(Layout.Kind.RANDOM, count, centre, spread);
            case "hexagonal" -> new Layout.Drawn(Layout.Kind.HEXAGONAL, count, centre, spread);
            default -> Preset.named(text).orElseGet(() -> given(settings, text));
        };
    }

    private static Layout given(Settings settings, String text) {
        if (!text.contains("/") || text.endsWith(".csv")) {
            return new Layout.Fixed("", PlaceFile.places(text, MOST_RECEIVERS));
        }
        List<Place> places = List.of(text.split(",", -1)).stream()
                .map(one -> place(settings, RECEIVERS, one.strip()))
                .toList();
        if (places.size() > MOST_RECEIVERS) {
            throw new SpecException(RECEIVERS + " are " + places.size() + ": allowed are at most " + MOST_RECEIVERS);
        }
        return new Layout.Fixed("", places);
    }

    private static Place place(Settings settings, String key, String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw settings.refused(key);
        }
        double[] numbers = new double[3];
        for (int i = 0; i < parts.length; i++) {
            OptionalDouble number = Decimal.parse(parts[i].strip());
            numbers[i] = number.orElseThrow(() -> settings.refused(key));
        }
        return place(key, numbers[0], numbers[1], numbers[2]);
    }

    /** What a key's table says is allowed. */
    static String allowed(String key) {
        return ALL.stream()
                .filter(known -> known.name().equals(key))
                .findFirst()
                .orElseThrow()
                .allowed();
    }

    /** A place, or the refusal of one that is not on the Earth. */
    static Place place(String where, double latitude, double longitude, double height) {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && height >= -500 && height <= 100_000)) {
            throw new SpecException(
                    where,
                    Decimal.text(latitude) + "/" + Decimal.text(longitude) + "/" + Decimal.text(height),
                    "a latitude from -90 to 90, a longitude from -180 to 180, a height from -500 to 100000 m");
        }
        return new Place(latitude, longitude, height);
    }

    private static Terrain terrain(Settings settings, Map<String, Table> tables) {
        double probability = settings.number("blocking-probability", 0, 1);
        double height = settings.number("obstacle-height-m", 0, 10_000);
        String text = settings.text(TERRAIN);
        if (text.equals(NONE)) {
            return new Terrain.None();
        }
        if (text.equals("blocking")) {
            return new Terrain.Blocking(probability, height);
        }
        if (!text.startsWith(Table.DIGEST)) {
            return new Terrain.Profile(new HeightMap(PlaceFile.table(TERRAIN, text, PlaceFile.MOST_ROWS)));
        }
        Table table = tables.get(TERRAIN);
        if (table == null || !table.digest().equals(text)) {
            throw new SpecException(TERRAIN + " is '" + text + "': the table of that digest is not at hand");
        }
        return new Terrain.Profile(new HeightMap(table));
    }

    /** Every key with its value; {@link #parse} of them, with {@link #tables}, gives an equal scene. */
    public static Map<String, String> settings(Scene scene) {
        Map<String, String> settings = new LinkedHashMap<>();
        ALL.forEach(key -> settings.put(key.name(), key.byDefault()));
        settings.put(RECEIVERS, scene.layout().toString());
        if (scene.layout() instanceof Layout.Drawn drawn) {
            settings.put("receiver-count", drawn.count().toString());
            settings.put("receiver-centre", drawn.centre().toString());
            settings.put("receiver-spread-km", Decimal.text(drawn.spread() / 1000));
        }
        settings.put("transmitters", Settings.kebab(scene.area()));
        settings.put("margin-km", Decimal.text(scene.margin() / 1000));
        settings.put("transmitter-height-m", Decimal.text(scene.transmitterHeight()));
        settings.put("distance", Settings.kebab(scene.earth()));
        settings.put("carrier-hz", Decimal.text(scene.carrier()));
        settings.put("bandwidth-hz", Decimal.text(scene.bandwidth()));
        settings.put("tx-power-dbm", scene.power().toString());
        settings.put("gain-dbi", Decimal.text(scene.gain()));
        settings.put("clutter-db", Decimal.text(scene.clutter()));
        settings.put("shadowing-db", Decimal.text(scene.shadowing()));
        settings.put(TERRAIN, scene.terrain().toString());
        if (scene.terrain() instanceof Terrain.Blocking blocking) {
            settings.put("blocking-probability", Decimal.text(blocking.probability()));
            settings.put("obstacle-height-m", Decimal.text(blocking.height()));
        }
        settings.put("noise-figure-db", Decimal.text(scene.noiseFigure()));
        settings.put("temperature-k", Decimal.text(scene.temperature()));
        settings.put("noise-bandwidth-hz", Decimal.text(scene.noiseBandwidth()));
        settings.put("snr-db", scene.snr().map(NumberRange::toString).orElse(LINK));
        settings.put("min-snr-db", Decimal.text(scene.snrWindow().least()));
        settings.put("max-snr-db", Decimal.text(scene.snrWindow().most()));
        settings.put("min-receivers", Integer.toString(scene.leastHeard()));
        settings.put("max-gdop", scene.maxGdop().map(Decimal::text).orElse(NONE));
        return settings;
    }

    /** The tables whose digests {@link #settings} holds, by key. */
    public static Map<String, Table> tables(Scene scene) {
        return scene.terrain().table().map(table -> Map.of(TERRAIN, table)).orElse(Map.of());
    }
}
