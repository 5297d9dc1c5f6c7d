package io.millrace.cli;

import io.millrace.generator.Workload;
import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that make a spec: a file, and single settings that override it. */
final class SettingsOptions {
    @Option(
            names = "--spec",
            paramLabel = "FILE.yaml",
            description = "Settings from a YAML file: one 'key: value' per line.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, stronger than the file; may be repeated.")
    private List<String> single = List.of();

    /**
     * Settings stronger than the file and the single ones.
     *
     * @param settings by key
     * @param tables of those that hold a digest
     */
    record Strongest(Map<String, String> settings, Map<String, Table> tables) {
        static final Strongest NONE = new Strongest(Map.of(), Map.of());

        /** These and more. */
        Strongest and(Map<String, String> others) {
            Map<String, String> more = new LinkedHashMap<>(settings);
            more.putAll(others);
            return new Strongest(more, tables);
        }
    }

    /**
     * Settings in place of a workload's defaults, all or none.
     *
     * @param settings by key
     * @param replacing keys, any of which given makes all of these void
     */
    record Weakest(Map<String, String> settings, Set<String> replacing) {
        static final Weakest NONE = new Weakest(Map.of(), Set.of());
    }

    /** The spec of these options. */
    Spec spec(Workload workload, Console console, Strongest strongest) throws IOException {
        return spec(workload, console, strongest, Weakest.NONE);
    }

    /**
     * The spec of these options.
     *
     * @throws SpecException naming the file and line, or the option, where it can
     */
    Spec spec(Workload workload, Console console, Strongest strongest, Weakest weakest) throws IOException {
        SettingsFile settings = file(console);
        Map<String, String> merged = given(settings, (key, place) -> requireKnown(workload, key, place));
        Map<String, String> ofFile = Map.copyOf(settings.values());
        merged.putAll(strongest.settings());
        if (Collections.disjoint(merged.keySet(), weakest.replacing())) {
            weakest.settings().forEach(merged::putIfAbsent);
        }
        try {
            return workload.parse(located(merged, workload, console), strongest.tables());
        } catch (SpecException e) {
            String message = e.getMessage();
            throw ofFile.keySet().stream()
                    .filter(key ->
                            message.startsWith(key + " ") && ofFile.get(key).equals(merged.get(key)))
                    .findFirst()
                    .map(key -> new SpecException(settings.place(key) + ": " + message))
                    .orElse(e);
        }
    }

    /**
     * What is given, the file's overridden by single settings.
     *
     * @param check refuses keys, with the place where they stand
     */
    Map<String, String> given(Console console, BiConsumer<String, String> check) throws IOException {
        return given(file(console), check);
    }

    private SettingsFile file(Console console) throws IOException {
        return file == null ? SettingsFile.NONE : SettingsFile.read(console.path(file));
    }

    private Map<String, String> given(SettingsFile settings, BiConsumer<String, String> check) {
        settings.lines().forEach((key, line) -> check.accept(key, settings.place(key)));
        Map<String, String> merged = new LinkedHashMap<>(settings.values());
        singles().forEach((key, value) -> {
            check.accept(key, "--set");
            merged.put(key, value);
        });
        return merged;
    }

    /** Whether a single setting of that key is given. */
    boolean sets(String key) {
        return singles().containsKey(key);
    }

    /** With files where the console's relative paths start. */
    static Map<String, String> located(Map<String, String> settings, Workload workload, Console console) {
        Map<String, String> located = new LinkedHashMap<>(settings);
        located.replaceAll((key, value) -> workload.files().contains(key) ? located(value, console) : value);
        return located;
    }

    private static String located(String value, Console console) {
        try {
            Path file = console.path(Path.of(value));
            // a name that is no file's is that of a curve, a digest, or for the workload to refuse
            return !value.isEmpty() && Files.exists(file) ? file.toString() : value;
        } catch (InvalidPathException e) {
            return value;
        }
    }

    private Map<String, String> singles() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : single) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new SpecException("--set", setting, "KEY=VALUE");
            }
            settings.put(
                    setting.substring(0, equals).strip(),
                    setting.substring(equals + 1).strip());
        }
        return settings;
    }

    private static void requireKnown(Workload workload, String key, String place) {
        if (!workload.knows(key)) {
            throw new SpecException(place + ": " + workload.name() + " has no key '" + key + "': allowed are "
                    + workload.keys().stream().map(Key::name).collect(Collectors.joining(", ")));
        }
    }
}
