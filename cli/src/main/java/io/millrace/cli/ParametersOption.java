package io.millrace.cli;

import io.millrace.cli.waveform.ParametersOfDataset;
import io.millrace.generator.Workload;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import io.millrace.waveform.parameters.ParameterKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that gives the instances' parameters in place of laws to draw them from. */
final class ParametersOption {
    private static final String KEY = ParameterKeys.PARAMETERS;

    @Option(
            names = "--parameters",
            paramLabel = "FILE.csv|DIR",
            description = "Parameters in place of drawn ones: a CSV file whose first line has their names, or a dataset "
                    + "whose field 'parameters' has them. Instance i has row i.")
    private Path path;

    /**
     * What is given, as settings.
     *
     * @throws SpecException for a workload that has no such key, or a directory that is no such dataset
     */
    SettingsOptions.Strongest given(Workload workload, SettingsOptions settings, Console console) throws IOException {
        if (path == null) {
            return SettingsOptions.Strongest.NONE;
        }
        if (workload.keys().stream().noneMatch(key -> key.name().equals(KEY))) {
            throw new SpecException("--parameters is '" + path + "': " + workload.name()
                    + " has no key 'parameters', its instances are always drawn");
        }
        if (settings.sets(KEY)) {
            throw new SpecException("--parameters and --set parameters say the same: allowed is one of them");
        }
        Path located = console.path(path);
        if (!Files.isDirectory(located)) {
            return new SettingsOptions.Strongest(Map.of(KEY, path.toString()), Map.of());
        }
        Table table = ParametersOfDataset.read(located, path);
        return new SettingsOptions.Strongest(Map.of(KEY, table.digest()), Map.of(KEY, table));
    }
}
