package io.millrace.dataset;

import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Checks every byte of a dataset: names, lengths, heads, the checksum of every block, the records' own checksums, and
 * that plan, shards and manifest belong together. It writes nothing.
 */
public final class DatasetVerifier {
    private DatasetVerifier() {}

    /**
     * Checks on one thread, in silence.
     *
     * @throws IOException if the directory cannot be listed; what is wrong with its content is in the report
     */
    public static VerifyReport verify(Path directory) throws IOException {
        return verify(directory, 1, Progress.NONE, new Cancellation());
    }

    /**
     * Checks.
     *
     * @param workers threads, each of which takes whole shards
     * @param progress told of the instances that were checked
     * @param stop ends the verification at the next shard; the report then says that it is not complete
     * @throws IOException if the directory cannot be listed; what is wrong with its content is in the report
     */
    public static VerifyReport verify(Path directory, int workers, Progress progress, Cancellation stop)
            throws IOException {
        if (Splits.in(directory)) {
            return new SplitInspection(directory, false).run(workers, progress, stop);
        }
        return new Inspection(directory, false)
                .run(workers, progress, stop)
                .findings()
                .report();
    }
}
