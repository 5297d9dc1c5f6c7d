package io.millrace.cli;

import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import java.util.Map;

/** Columns that a workload's benchmark has beyond those of all. */
interface BenchColumns {
    /** None. */
    BenchColumns NONE = new BenchColumns() {
        @Override
        public String heading() {
            return "";
        }

        @Override
        public Cells measure(Generator generator, Options options, Rates rates, Cancellation stop) {
            return new Cells("", Map.of());
        }
    };

    /**
     * One row's.
     *
     * @param text below the heading
     * @param figures the same for programs, in order
     */
    record Cells(String text, Map<String, Double> figures) {}

    /** Their names, with the space before them. */
    String heading();

    /** Those of a row that has just been measured; of no meaning once the user has stopped it. */
    Cells measure(Generator generator, Options options, Rates rates, Cancellation stop) throws InterruptedException;
}
