package io.millrace.cli.export;

import io.millrace.dataset.Dataset;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** A format that datasets are exported to. */
public interface ExportFormat {
    /** What {@code --format} calls it. */
    String name();

    /**
     * Writes a dataset to a path where there is nothing yet; what a failure leaves there is the caller's to remove.
     *
     * @param progress told of instances; it may end the export by throwing
     * @throws IllegalArgumentException if the format cannot hold this dataset, before anything is written
     */
    void write(Dataset dataset, Path out, Progress progress) throws IOException;
}
