package io.millrace.cli.waveform;

import io.millrace.cli.export.Instances;
import io.millrace.dataset.Dataset;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import io.millrace.waveform.WaveformSpec;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.ParameterFile;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/** The parameters of a dataset's waveforms, to make others of them. */
public final class ParametersOfDataset {
    private ParametersOfDataset() {}

    /**
     * The table of a dataset, a column for each {@link Parameter} in their order, a row for each of its instances in theirs.
     *
     * @param directory the dataset
     * @param given the directory as the user gave it, for messages
     * @throws SpecException if it has no waveforms
     */
    public static Table read(Path directory, Path given) throws IOException {
        try (Dataset dataset = Dataset.open(directory)) {
            if (!(dataset.spec() instanceof WaveformSpec spec)) {
                throw new SpecException("--parameters is '" + given + "', a dataset of "
                        + dataset.plan().workload() + ": allowed is a CSV file or a dataset of waveforms");
            }
            if (dataset.count() > ParameterFile.MOST_ROWS) {
                throw new SpecException("--parameters is '" + given + "', a dataset of " + dataset.count()
                        + " instances: allowed are at most " + ParameterFile.MOST_ROWS);
            }
            return read(dataset, ParameterColumns.of(spec));
        }
    }

    private static Table read(Dataset dataset, ParameterColumns columns) throws IOException {
        Parameter[] parameters = Parameter.values();
        double[] values = new double[Math.multiplyExact((int) dataset.count(), parameters.length)];
        int at = 0;
        try (Instances instances = Instances.of(dataset, List.of(ParameterColumns.FIELD))) {
            while (instances.next()) {
                MemorySegment row = instances.field(ParameterColumns.FIELD);
                for (Parameter parameter : parameters) {
                    values[at++] = columns.value(row, parameter);
                }
            }
        }
        return new Table(parameters.length, values);
    }
}
