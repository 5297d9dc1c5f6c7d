package io.millrace.latent;

import io.millrace.batch.DType;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.latent.grid.GridShape;
import io.millrace.pde.Equation;
import io.millrace.pde.PdeSpec;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys of {@link LatentSpec}: text to components and back. Those of a task have its name and a dot before them: {@code burgers.nu}; besides the keys of its
 * trajectories there are {@code burgers.workload}, which is {@code pde} and its version, and {@code burgers.first}.
 */
public final class LatentKeys {
    /** The key of weights from a file. */
    public static final String WEIGHTS = "weights";

    /** The key of a model. */
    public static final String MODEL = "model";

    /** What models are. */
    public static final String ONNX = "onnx";

    /** The grid encoder's name. */
    public static final String GRID = "grid";

    private static final String SEEDED = "seeded";
    private static final String NONE = "none";
    private static final String TASK = "[a-z][a-z0-9-]{0,63}";
    private static final String VERSION = "workload";
    private static final String FIRST = "first";

    /** All but the tasks' own, in the order in which they are printed. */
    public static final List<Key> ALL = List.of(
            new Key(
                    "tasks",
                    "burgers",
                    "",
                    "equations, or names with keys NAME.KEY, with commas",
                    "trajectories, in turn"),
            new Key("encoder", GRID, "", "grid, or what a module brings: onnx", "what makes the latents"),
            new Key(
                    "patch",
                    "1",
                    "points",
                    "1 to " + GridShape.MOST_PATCH,
                    "a patch of the grid encoder, along each axis"),
            new Key("tokens", "128", "", "1 to " + GridShape.MOST_TOKENS, "of a frame's latent; a model has its own"),
            new Key("width", "128", "", "1 to " + GridShape.MOST_WIDTH, "of a token; a model has its own"),
            new Key(
                    "encoder-seed",
                    "0",
                    "",
                    "any 64-bit integer",
                    "of the grid encoder's weights where they are drawn"),
            new Key(WEIGHTS, SEEDED, "", "seeded, or a safetensors file", "of the grid encoder"),
            new Key(MODEL, NONE, "", "none, or a file", "a model of the encoder's kind"),
            new Key("latent-dtype", "f2", "", "f2, f4", "element type of the latents"));

    private LatentKeys() {}

    /** Whether there is such a key, of some task perhaps. */
    static boolean known(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? ALL.stream().anyMatch(key -> key.name().equals(name))
                : name.substring(0, dot).matches(TASK) && ofTask(name.substring(dot + 1));
    }

    private static boolean ofTask(String key) {
        return key.equals(VERSION)
                || key.equals(FIRST)
                || source().keys().stream().anyMatch(known -> known.name().equals(key));
    }

    private static Workload source() {
        return Workloads.named(LatentSpec.SOURCE);
    }

    /** The spec of these settings; keys not given take their default. */
    static LatentSpec parse(Map<String, String> given, Map<String, Table> tables) {
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, Map<String, String>> ofTasks = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                own.put(key, value);
            } else {
                ofTasks.computeIfAbsent(key.substring(0, dot), name -> new LinkedHashMap<>())
                        .put(key.substring(dot + 1), value);
            }
        });
        Settings settings = new Settings(ALL, own);
        List<LatentSpec.Task> tasks = new ArrayList<>();
        for (String name : settings.text("tasks").split(",", -1)) {
            tasks.add(task(tasks.size(), name.strip(), ofTasks));
        }
        if (!ofTasks.isEmpty()) {
            String other = ofTasks.keySet().iterator().next();
            throw new SpecException("there is no task '" + other + "', of which a key is given: the tasks are "
                    + settings.text("tasks"));
        }
        return new LatentSpec(tasks, encoder(settings, tables), type(settings));
    }

    private static LatentSpec.Task task(int number, String name, Map<String, Map<String, String>> ofTasks) {
        Map<String, String> given =
                new LinkedHashMap<>(Optional.ofNullable(ofTasks.remove(name)).orElse(Map.of()));
        boolean equation = Arrays.stream(Equation.values())
                .anyMatch(each -> Settings.kebab(each).equals(name));
        if (!name.matches(TASK) || !equation && !given.containsKey("equation")) {
            throw new SpecException(
                    "tasks: there is no task '" + name + "': allowed are " + Settings.choices(Equation.values())
                            + ", or a name whose equation is given: NAME.equation=burgers");
        }
        given.putIfAbsent("equation", name);
        String version = given.remove(VERSION);
        if (version != null && !version.equals(version())) {
            throw new SpecException(name + "." + VERSION + " is '" + version + "' where this version of Millrace has "
                    + version() + ", which solves differently");
        }
        String first = given.remove(FIRST);
        try {
            return new LatentSpec.Task(
                    name, first == null ? number * LatentSpec.APART : index(first), (PdeSpec) source().parse(given));
        } catch (SpecException e) {
            throw new SpecException(name + "." + e.getMessage());
        }
    }

    private static String version() {
        return LatentSpec.SOURCE + " " + source().version();
    }

    private static long index(String text) {
        try {
            long index = Long.parseLong(text);
            if (index >= 0 && index <= LatentSpec.MOST_FIRST) {
                return index;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new SpecException(FIRST, text, "0 to 2^62");
    }

    private static EncoderChoice encoder(Settings settings, Map<String, Table> tables) {
        String kind = settings.text("encoder");
        boolean grid = kind.equals(GRID);
        for (String key : List.of("patch", "tokens", "width", "encoder-seed", WEIGHTS)) {
            if (!grid && !settings.text(key).equals(defaultOf(key))) {
                throw new SpecException(key + " is '" + settings.text(key) + "', but the encoder is '" + kind
                        + "': it is for the grid encoder");
            }
        }
        Optional<Table> model = file(settings, MODEL, NONE, tables);
        if (grid == model.isPresent()) {
            throw new SpecException(
                    MODEL, settings.text(MODEL), grid ? NONE + " for the grid encoder" : "a file for encoder " + kind);
        }
        return grid
                ? new EncoderChoice.Grid(
                        settings.integer("patch", 1, GridShape.MOST_PATCH),
                        settings.integer("tokens", 1, GridShape.MOST_TOKENS),
                        settings.integer("width", 1, GridShape.MOST_WIDTH),
                        seed(settings),
                        file(settings, WEIGHTS, SEEDED, tables))
                : new EncoderChoice.Model(kind, model.get());
    }

    private static String defaultOf(String name) {
        return ALL.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow()
                .byDefault();
    }

    private static long seed(Settings settings) {
        try {
            return Long.parseLong(settings.text("encoder-seed"));
        } catch (NumberFormatException e) {
            throw settings.refused("encoder-seed");
        }
    }

    private static Optional<Table> file(Settings settings, String key, String absent, Map<String, Table> tables) {
        String text = settings.text(key);
        if (text.equals(absent)) {
            return Optional.empty();
        }
        if (text.startsWith(Table.DIGEST)) {
            Table table = tables.get(key);
            if (table == null || !table.digest().equals(text)) {
                throw new SpecException(key + " is '" + text + "': the file of that digest is not at hand");
            }
            return Optional.of(table);
        }
        try {
            return Optional.of(Table.ofFile(Files.readAllBytes(Path.of(text))));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new SpecException(key + ": there is no file '" + text + "'");
        } catch (IOException | IllegalArgumentException e) {
            throw new SpecException(key + ": the file '" + text + "' cannot be read: " + e.getMessage());
        }
    }

    private static DType type(Settings settings) {
        return switch (settings.text("latent-dtype")) {
            case "f2" -> DType.F2;
            case "f4" -> DType.F4;
            default -> throw settings.refused("latent-dtype");
        };
    }

    /** Every key with its value; {@link #parse} of them gives an equal spec. */
    static Map<String, String> settings(LatentSpec spec) {
        Map<String, String> settings = new LinkedHashMap<>();
        ALL.forEach(key -> settings.put(key.name(), key.byDefault()));
        settings.put("tasks", spec.tasks().stream().map(LatentSpec.Task::name).collect(Collectors.joining(",")));
        switch (spec.encoder()) {
            case EncoderChoice.Grid(int patch, int tokens, int width, long seed, Optional<Table> weights) -> {
                settings.put("encoder", GRID);
                settings.put("patch", Integer.toString(patch));
                settings.put("tokens", Integer.toString(tokens));
                settings.put("width", Integer.toString(width));
                settings.put("encoder-seed", Long.toString(seed));
                settings.put(WEIGHTS, weights.map(Table::digest).orElse(SEEDED));
            }
            case EncoderChoice.Model(String kind, Table file) -> {
                settings.put("encoder", kind);
                settings.put(MODEL, file.digest());
            }
        }
        settings.put("latent-dtype", spec.dtype().name().toLowerCase(Locale.ROOT));
        for (LatentSpec.Task task : spec.tasks()) {
            String prefix = task.name() + ".";
            settings.put(prefix + VERSION, version());
            settings.put(prefix + FIRST, Long.toString(task.first()));
            task.spec().settings().forEach((key, value) -> settings.put(prefix + key, value));
        }
        return settings;
    }
}
