package io.millrace.bench;

import com.sun.management.OperatingSystemMXBean;
import io.millrace.dataset.SplitWriter;
import io.millrace.dataset.Splits;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Workloads;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Drain;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import io.millrace.pipeline.Range;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Whether a cache of latents is made as fast as its processors allow: the time of {@code millrace encode}, straight from the generator onto the disk, over the processor seconds that
 * its trajectories and their encoding need without a disk, shared by all processors. Arguments: how many trajectories (1000), where (a temporary directory), settings KEY=VALUE of latents.
 */
public final class StreamingEncode {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final List<String> DEFAULTS = List.of("burgers.frames=101", "tokens=128", "width=128");

    private StreamingEncode() {}

    /** Prints what it measures. */
    public static void main(String[] arguments) throws IOException {
        long count = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1000;
        Path parent = arguments.length > 1 ? Path.of(arguments[1]) : Path.of(System.getProperty("java.io.tmpdir"));
        List<String> settings = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : DEFAULTS;
        Map<String, String> latent = new LinkedHashMap<>();
        Map<String, String> pde = new LinkedHashMap<>();
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            latent.put(pair[0], pair[1]);
            if (pair[0].startsWith("burgers.")) {
                pde.put(pair[0].substring("burgers.".length()), pair[1]);
            }
        }
        Range range = new Range(0, count);
        try (Generator fields = generator("pde", pde);
                Generator latents = generator("latent", latent)) {
            Options options = Options.forMachine(latents);
            drain(latents, new Range(count, 64), options);
            double generating = drain(fields, range, options);
            double both = drain(latents, range, options);
            Path directory = Files.createTempDirectory(parent, "streaming");
            long start = System.nanoTime();
            SplitWriter.write(
                    directory.resolve("cache"),
                    latents,
                    Splits.of(Map.of("train", 1.0), range, latents),
                    OptionalLong.empty(),
                    options,
                    Progress.NONE,
                    Optional.empty(),
                    new Cancellation(),
                    false);
            double wall = (System.nanoTime() - start) / 1e9;
            int processors = Runtime.getRuntime().availableProcessors();
            System.out.printf(
                    Locale.ROOT,
                    "%d trajectories: generating %.1f processor seconds, encoding %.1f, over %d processors %.1f s; encoded onto the disk in %.1f s: %.3f times%n",
                    count,
                    generating,
                    both - generating,
                    processors,
                    both / processors,
                    wall,
                    wall / (both / processors));
            delete(directory);
        }
    }

    private static Generator generator(String workload, Map<String, String> settings) {
        return Backends.choose(Backends.AUTO, Workloads.named(workload).parse(settings), 0)
                .generator();
    }

    /** Processor seconds of a run that throws its instances away. */
    private static double drain(Generator generator, Range range, Options options) throws IOException {
        long start = SYSTEM.getProcessCpuTime();
        Drain.run(generator, List.of(range), options, batch -> {}, Progress.NONE, new Cancellation());
        return (SYSTEM.getProcessCpuTime() - start) / 1e9;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
