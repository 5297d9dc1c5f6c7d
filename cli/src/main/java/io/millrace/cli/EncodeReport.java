package io.millrace.cli;

import io.millrace.batch.Elements;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Splits;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a finished cache says of itself.
 *
 * @param counters their sums over all parts
 * @param checksums of the parts, by name
 * @param roundTrip the largest change by rounding to f2, over the largest number of its trajectory; empty for f4
 */
record EncodeReport(Map<String, Long> counters, Map<String, String> checksums, OptionalDouble roundTrip) {
    private static final String ROUND_TRIP = "round_trip";

    /** Of the parts in a directory. */
    static EncodeReport of(Path directory, Splits splits) throws IOException {
        Map<String, Long> counters = new LinkedHashMap<>();
        Map<String, String> checksums = new LinkedHashMap<>();
        double most = -1;
        for (Splits.Part part : splits.parts()) {
            try (Dataset dataset = Dataset.open(directory.resolve(part.name()))) {
                checksums.put(part.name(), dataset.checksum());
                dataset.counters().forEach((name, sum) -> counters.merge(name, sum, Long::sum));
                boolean half = dataset.plan().fields().stream()
                        .anyMatch(field -> field.name().equals(ROUND_TRIP));
                for (int shard = 0; half && shard < dataset.shards(); shard++) {
                    most = Math.max(most, largest(dataset, shard));
                }
            }
        }
        return new EncodeReport(counters, checksums, most < 0 ? OptionalDouble.empty() : OptionalDouble.of(most));
    }

    private static double largest(Dataset dataset, int shard) throws IOException {
        double most = 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment losses = dataset.shard(shard).tensor(ROUND_TRIP, arena);
            for (long k = 0; k < dataset.plan().shard(shard).count(); k++) {
                most = Math.max(most, losses.getAtIndex(Elements.F4, k));
            }
        }
        return most;
    }

    /** For people: what is not 0. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        List<String> sums = new ArrayList<>();
        counters.forEach((name, sum) -> {
            if (sum != 0) {
                sums.add(name + " " + Figures.grouped(sum));
            }
        });
        if (!sums.isEmpty()) {
            words.add("counted: " + String.join(", ", sums));
        }
        roundTrip.ifPresent(most -> words.add(String.format(
                Locale.ROOT,
                "float16: %s not finite in it, rounding changes at most %.1e of a trajectory's largest number",
                Figures.counted(counters.getOrDefault("overflow", 0L), "number"),
                most)));
        return words;
    }

    /** For programs. */
    JsonLine into(JsonLine line) {
        counters.forEach(line::put);
        roundTrip.ifPresent(most -> line.put(ROUND_TRIP, most));
        checksums.forEach((name, checksum) -> line.put("checksum_" + name, checksum));
        return line;
    }
}
