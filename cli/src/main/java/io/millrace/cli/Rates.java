package io.millrace.cli;

import io.millrace.generator.Generator;
import io.millrace.pipeline.Options;

/**
 * How fast something went.
 *
 * @param instances how many
 * @param bytes of these
 * @param seconds that they took
 */
record Rates(long instances, double bytes, double seconds) {
    double instancesPerSecond() {
        return instances / seconds;
    }

    double bytesPerSecond() {
        return bytes / seconds;
    }

    /** For people. */
    String words() {
        return Figures.counted(instances, "instance") + " in " + Figures.duration(seconds) + ": "
                + Figures.grouped(instancesPerSecond()) + " instances/s, " + Figures.rate(bytesPerSecond());
    }

    /** For programs. */
    JsonLine line(Generator generator, Options options, JsonLine line) {
        return line.put("workers", options.workers())
                .put("batch", options.batch())
                .put("backend", generator.backend())
                .put("instances", instances)
                .put("seconds", seconds)
                .put("instances_per_second", instancesPerSecond())
                .put("bytes_per_second", bytesPerSecond());
    }
}
