package io.millrace.cli;

import io.millrace.generator.Workload;
import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * The spec of these options.
     *
     * @throws SpecException naming the file and line, or the option, where it can
     */
    Spec spec(Workload workload, Console console) throws IOException {
        return spec(workload, console, Map.of());
    }

    /** The same, with settings stronger than both. */
    Spec spec(Workload workload, Console console, Map<String, String> strongest) throws IOException {
        SettingsFile settings = file == null ? SettingsFile.NONE : SettingsFile.read(console.path(file));
        settings.lines().forEach((key, line) -> requireKnown(workload, key, settings.place(key)));
        Map<String, String> merged = new LinkedHashMap<>(settings.values());
        singles().forEach((key, value) -> {
            requireKnown(workload, key, "--set");
            merged.put(key, value);
        });
        Map<String, String> ofFile = Map.copyOf(settings.values());
        merged.putAll(strongest);
        try {
            return workload.parse(merged);
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
        if (workload.keys().stream().noneMatch(known -> known.name().equals(key))) {
            throw new SpecException(place + ": " + workload.name() + " has no key '" + key + "': allowed are "
                    + workload.keys().stream().map(Key::name).collect(Collectors.joining(", ")));
        }
    }
}
