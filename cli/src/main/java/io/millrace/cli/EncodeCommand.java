package io.millrace.cli;

import io.millrace.dataset.SplitWriter;
import io.millrace.dataset.Splits;
import io.millrace.dataset.WriteResult;
import io.millrace.latent.LatentGenerator;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Range;
import io.millrace.spec.Decimal;
import io.millrace.spec.SpecException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a cache of latents, or continues one. */
@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        description =
                "Encode trajectories into a cache of latents, from datasets or straight from the generator, whose fields "
                        + "never reach the disk. Stopped anywhere, the same command continues.",
        sortOptions = false)
final class EncodeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private EncodeSource source = new EncodeSource();

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Trajectories of all tasks together; where datasets are given, as many as they have.")
    private Long asked;

    @Option(
            names = "--first",
            paramLabel = "I",
            defaultValue = "0",
            description = "Index of the first (default: ${DEFAULT-VALUE}).")
    private long first;

    @Option(
            names = "--splits",
            paramLabel = "NAME=SHARE,…",
            defaultValue = "train=1",
            description = "Parts, whose shares sum to 1, such as train=.8,val=.1,test=.1 (default: ${DEFAULT-VALUE}).")
    private String splits;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The cache's directory.")
    private Path out;

    @Option(
            names = "--shard-size",
            paramLabel = "N",
            description = "Trajectories per shard; about 256 MiB of latents where not given.")
    private Long shardSize;

    @Option(
            names = "--compress",
            description =
                    "Then compress the latents, each trajectory a zstd frame: a cold tier, decoded as it is read.")
    private boolean compress;

    @Option(names = "--overwrite", description = "Delete the cache that is there first, whatever its key.")
    private boolean overwrite;

    @Mixin
    private EncodeRun run = new EncodeRun();

    @Option(names = "--json", description = "End with one JSON object on standard output, and nothing else there.")
    private boolean json;

    EncodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (asked != null) {
            WholeNumber.require("--count", asked, 1, Long.MAX_VALUE);
            WholeNumber.require("--first", first, 0, Long.MAX_VALUE - asked);
        }
        Map<String, Double> shares = shares();
        try (LatentGenerator generator = source.generator(console, run.backend())) {
            return write(generator, shares);
        }
    }

    private Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String text : splits.split(",", -1)) {
            int equals = text.indexOf('=');
            double share = equals < 1
                    ? -1
                    : Decimal.parse(text.substring(equals + 1).strip()).orElse(-1);
            if (!(share > 0) || shares.put(text.substring(0, equals).strip(), share) != null) {
                throw new SpecException(
                        "--splits", splits, "names and their shares, which sum to 1: train=.8,val=.1,test=.1");
            }
        }
        return shares;
    }

    private int write(LatentGenerator generator, Map<String, Double> shares) throws IOException {
        Range range = new Range(first, asked == null ? RunOptions.rest(generator, first) : asked);
        if (range.end() > generator.size()) {
            throw new IllegalArgumentException("--count is " + range.count() + ": the datasets have "
                    + (generator.size() - first) + " from --first on");
        }
        Splits parts = Splits.of(shares, range, generator);
        if (!overwrite) {
            SplitWriter.check(console.path(out), parts);
        }
        Options options = run.options(generator, range, console.words(json), console.stop());
        long start = System.nanoTime();
        WriteResult result;
        try (Meters meters = new Meters("encode", "compress", console, run.quiet())) {
            OptionalLong size = shardSize == null ? OptionalLong.empty() : OptionalLong.of(shardSize);
            result = SplitWriter.write(
                    console.path(out),
                    generator,
                    parts,
                    size,
                    options,
                    meters.first(),
                    compress ? Optional.of(meters.second()) : Optional.empty(),
                    console.stop(),
                    overwrite);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!result.complete()) {
            console.err()
                    .println("millrace: stopped with " + result.finished() + " of "
                            + Figures.counted(result.shards(), "shard") + " finished in " + out
                            + "; the same command continues");
            return ExitCode.STOPPED;
        }
        Rates rates = new Rates(result.written(), result.bytes(), seconds);
        EncodeReport report = EncodeReport.of(console.path(out), parts);
        summarize(console.words(json), generator, parts, options, rates, report);
        if (json) {
            console.out().println(line(generator, parts, options, rates, report));
        }
        return ExitCode.OK;
    }

    private void summarize(
            PrintStream words,
            LatentGenerator generator,
            Splits parts,
            Options options,
            Rates rates,
            EncodeReport report) {
        String whole = parts.parts().stream()
                .map(part -> part.name() + " " + Figures.grouped(part.range().count()))
                .collect(Collectors.joining(", "));
        words.println(out + (rates.instances() == 0 ? " is complete already: " : " is complete: ") + whole + "; key "
                + parts.key());
        if (rates.instances() > 0) {
            words.println(rates.words() + " (" + generator.backend() + ", "
                    + Figures.counted(options.workers(), "worker") + ", batches of " + options.batch() + ")");
        }
        report.words().forEach(words::println);
        Path latents =
                out.resolve(parts.parts().getFirst().name()).resolve("000000").resolve("latent.npy");
        words.println("read it with this line of Python:");
        boolean plain = Files.exists(console.path(latents));
        words.println(
                !plain
                        ? "import io, numpy as np, zstandard; latent = np.load(io.BytesIO(zstandard.ZstdDecompressor()"
                                + ".stream_reader(open(\"" + latents
                                + ".zst\", \"rb\"), read_across_frames=True).read()))"
                        : "import numpy as np; latent = np.load(\"" + latents + "\", mmap_mode=\"c\")");
    }

    private JsonLine line(LatentGenerator generator, Splits parts, Options options, Rates rates, EncodeReport report) {
        JsonLine line = JsonLine.of(generator.spec())
                .put("seed", generator.seed())
                .put("first", parts.range().first())
                .put("count", parts.range().count())
                .put("key", parts.key());
        return report.into(rates.line(generator, options, line));
    }
}
