package io.millrace.cli;

import io.millrace.dataset.DatasetSource;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.latent.EncoderChoice;
import io.millrace.latent.Encoders;
import io.millrace.latent.LatentGenerator;
import io.millrace.latent.LatentKeys;
import io.millrace.latent.LatentSpec;
import io.millrace.pde.Equation;
import io.millrace.pde.Letter;
import io.millrace.simd.Simd;
import io.millrace.spec.Key;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is encoded, and by what. */
final class EncodeSource {
    private static final String SAFETENSORS = ".safetensors";

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description =
                    "A dataset of trajectories; may be repeated, for tasks of equal seeds. Where not given they are made.")
    private List<Path> in = List.of();

    @Option(
            names = "--tasks",
            paramLabel = "NAME,…",
            description =
                    "Kinds of trajectories, in turn: equations, or names with settings of their own: --set NAME.equation=…")
    private String tasks;

    @Option(
            names = "--encoder",
            paramLabel = "grid|FILE",
            description = "grid, a safetensors file with its weights, or an ONNX model (default: grid).")
    private String encoder;

    @Option(names = "--latent-dtype", paramLabel = "f2|f4", description = "Element type of the latents (default: f2).")
    private String dtype;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Key of the random numbers; 0, or the datasets', where not given.")
    private Long seed;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    /** Opens it all. */
    LatentGenerator generator(Console console, String backend) throws IOException {
        if (in.isEmpty()) {
            return made(spec(console), seed == null ? 0 : seed, backend);
        }
        if (!backend.equals(Backends.AUTO)) {
            throw new SpecException(
                    "--backend is '" + backend + "', but --in has the trajectories already: none are made");
        }
        return read(console);
    }

    private static LatentGenerator made(LatentSpec spec, long key, String backend) {
        if (spec.encoder() instanceof EncoderChoice.Grid) {
            return (LatentGenerator) Backends.choose(backend, spec, key).generator();
        }
        // a model has a device of its own
        List<Generator> sources = new ArrayList<>();
        try {
            for (LatentSpec.Task task : spec.tasks()) {
                sources.add(Backends.choose(backend, task.spec(), key).generator());
            }
            return LatentGenerator.of(
                    spec, key, sources.getFirst().backend(), Encoders.onProcessors(Simd.present()), sources);
        } catch (RuntimeException | Error e) {
            sources.forEach(Generator::close);
            throw e;
        }
    }

    private LatentGenerator read(Console console) throws IOException {
        List<Generator> sources = new ArrayList<>();
        try {
            for (Path directory : in) {
                sources.add(DatasetSource.open(console.path(directory)));
            }
            return LatentGenerator.of(
                    spec(console, sources), seed(sources), "dataset", Encoders.onProcessors(Simd.present()), sources);
        } catch (IOException | RuntimeException | Error e) {
            sources.forEach(Generator::close);
            throw e;
        }
    }

    private static Workload latent() {
        return Workloads.named(LatentSpec.WORKLOAD);
    }

    private static Workload source() {
        return Workloads.named(LatentSpec.SOURCE);
    }

    private long seed(List<Generator> sources) {
        long first = sources.getFirst().seed();
        for (int d = 0; d < sources.size(); d++) {
            long here = sources.get(d).seed();
            if (here != first || seed != null && here != seed) {
                throw new SpecException("the seed of " + in.get(d) + " is " + here + " where "
                        + (here != first ? first : seed) + " is asked for: a cache has one seed");
            }
        }
        return first;
    }

    /** Of trajectories that are made. */
    private LatentSpec spec(Console console) throws IOException {
        Map<String, String> given = settings.given(console, EncodeSource::requireKnown);
        Map<String, String> all = own(console, given);
        String names = tasks == null ? given.getOrDefault("tasks", given.getOrDefault("equation", "burgers")) : tasks;
        all.put("tasks", names);
        given.forEach((key, value) -> {
            if (key.indexOf('.') >= 0) {
                all.put(key, value);
            }
        });
        List<String> each = names(names);
        given.forEach((key, value) -> {
            if (source().knows(key) && !(key.equals("equation") && names.equals(value))) {
                spread(key, value, each, all);
            }
        });
        return (LatentSpec) latent().parse(all);
    }

    private static List<String> names(String text) {
        return Stream.of(text.split(",")).map(String::strip).toList();
    }

    /** Gives a setting of trajectories to every task that has such a key, and none of its own. */
    private static void spread(String key, String value, List<String> tasks, Map<String, String> all) {
        boolean taken = false;
        for (String task : tasks) {
            if (has(all.getOrDefault(task + ".equation", task), key)) {
                all.putIfAbsent(task + "." + key, value);
                taken = true;
            }
        }
        if (!taken) {
            throw new SpecException(key + " is given, and none of the tasks " + String.join(", ", tasks) + " has it");
        }
    }

    private static boolean has(String equation, String key) {
        if (key.equals("equation")) {
            // a task that is called like an equation is of that one
            return Arrays.stream(Equation.values())
                    .noneMatch(each -> Settings.kebab(each).equals(equation));
        }
        Optional<Letter> letter = Arrays.stream(Letter.values())
                .filter(each -> Settings.kebab(each).equals(key))
                .findFirst();
        Optional<Equation> known = Arrays.stream(Equation.values())
                .filter(each -> Settings.kebab(each).equals(equation))
                .findFirst();
        return letter.isEmpty() || known.isEmpty() || known.get().letters.contains(letter.get());
    }

    /** Of datasets. */
    private LatentSpec spec(Console console, List<Generator> sources) throws IOException {
        Map<String, String> given = settings.given(console, (key, place) -> {
            if (LatentKeys.ALL.stream().noneMatch(known -> known.name().equals(key))) {
                throw new SpecException(place + ": '" + key + "' is a key of trajectories, which " + in.getFirst()
                        + " has already: allowed are "
                        + LatentKeys.ALL.stream().map(Key::name).collect(Collectors.joining(", ")));
            }
        });
        Map<String, String> all = own(console, given);
        String text = tasks == null ? given.getOrDefault("tasks", "") : tasks;
        List<String> asked = text.isBlank() ? List.of() : names(text);
        if (!asked.isEmpty() && asked.size() != sources.size()) {
            throw new SpecException("--tasks", text, "a name for each of the " + sources.size() + " datasets");
        }
        List<String> names = new ArrayList<>();
        for (int d = 0; d < sources.size(); d++) {
            Generator from = sources.get(d);
            if (!from.spec().workload().equals(LatentSpec.SOURCE)) {
                throw new SpecException(in.get(d) + " is a dataset of "
                        + from.spec().workload() + ": encoded are those of " + LatentSpec.SOURCE);
            }
            String equation = from.spec().settings().get("equation");
            String name = asked.isEmpty() ? equation : asked.get(d);
            boolean other = Arrays.stream(Equation.values())
                    .map(Settings::kebab)
                    .anyMatch(each -> each.equals(name) && !each.equals(equation));
            if (other) {
                throw new SpecException(
                        "tasks: there is no task '" + name + "' in " + in.get(d) + ", which has " + equation);
            }
            names.add(name);
            all.put(name + ".first", Long.toString(((DatasetSource) from).first()));
            from.spec().settings().forEach((key, value) -> all.put(name + "." + key, value));
        }
        all.put("tasks", String.join(",", names));
        return (LatentSpec) latent().parse(all);
    }

    /** The keys that are not of trajectories. */
    private Map<String, String> own(Console console, Map<String, String> given) {
        Map<String, String> own = new LinkedHashMap<>();
        LatentKeys.ALL.forEach(key -> {
            if (given.containsKey(key.name())) {
                own.put(key.name(), given.get(key.name()));
            }
        });
        if (encoder != null) {
            boolean weights = encoder.toLowerCase(Locale.ROOT).endsWith(SAFETENSORS);
            boolean grid = weights || encoder.equals(LatentKeys.GRID);
            own.put("encoder", grid ? LatentKeys.GRID : LatentKeys.ONNX);
            own.remove(LatentKeys.WEIGHTS);
            own.remove(LatentKeys.MODEL);
            if (weights || !grid) {
                own.put(weights ? LatentKeys.WEIGHTS : LatentKeys.MODEL, encoder);
            }
        }
        if (dtype != null) {
            own.put("latent-dtype", dtype);
        }
        return SettingsOptions.located(own, latent(), console);
    }

    private static void requireKnown(String key, String place) {
        if (!latent().knows(key) && !source().knows(key)) {
            throw new SpecException(place + ": there is no key '" + key + "': allowed are those of "
                    + LatentSpec.SOURCE + " (millrace spec " + LatentSpec.SOURCE
                    + "), with a task's name and a dot before them "
                    + "or not, and "
                    + LatentKeys.ALL.stream().map(Key::name).collect(Collectors.joining(", ")));
        }
    }
}
