package io.millrace.cli;

import io.millrace.generator.Activity;
import io.millrace.generator.Generator;
import io.millrace.pipeline.Options;
import java.util.Locale;
import java.util.Optional;

/**
 * How fast something went.
 *
 * @param instances how many
 * @param bytes of these
 * @param seconds that they took
 * @param activity of the devices meanwhile, where devices made them
 */
record Rates(long instances, double bytes, double seconds, Optional<Activity> activity) {
    /** By processors. */
    Rates(long instances, double bytes, double seconds) {
        this(instances, bytes, seconds, Optional.empty());
    }

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

    /** What the devices did, for people. */
    Optional<String> deviceWords() {
        return activity.map(device -> String.format(
                Locale.ROOT,
                "devices: kernels %.1f %% of the time, transfers %.1f %%, both at once %.1f %%",
                100 * device.computing() / seconds,
                100 * device.transferring() / seconds,
                100 * device.both() / seconds));
    }

    /** For programs. */
    JsonLine line(Generator generator, Options options, JsonLine line) {
        line.put("workers", options.workers())
                .put("batch", options.batch())
                .put("backend", generator.backend())
                .put("instances", instances)
                .put("seconds", seconds)
                .put("instances_per_second", instancesPerSecond())
                .put("bytes_per_second", bytesPerSecond());
        activity.ifPresent(device -> line.put("kernel_seconds", device.computing())
                .put("transfer_seconds", device.transferring())
                .put("overlap_seconds", device.both()));
        return line;
    }
}
