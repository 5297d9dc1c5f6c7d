package io.millrace.pipeline;

import io.millrace.batch.Batch;
import java.io.IOException;

/** Takes filled batches, on the workers' threads, several at once and in no order. */
@FunctionalInterface
public interface Sink {
    /** Takes one; it is lent for the time of the call. An exception stops every worker. */
    void accept(Batch batch) throws IOException;
}
