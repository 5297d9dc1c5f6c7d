package io.millrace.dataset;

import io.millrace.generator.Generator;
import io.millrace.generator.Workloads;
import io.millrace.pipeline.Range;
import io.millrace.spec.Decimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Instances of one generator in parts with names (train, val, test): a directory of datasets. A part is a range of indices, and each begins where the one before
 * ends, so that no instance is in two.
 *
 * @param parts in the order of their indices, one or more
 * @param from what the instances are made from, as text by name: workload, version, seed, library, each setting
 */
public record Splits(List<Part> parts, Map<String, String> from) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    /**
     * A part.
     *
     * @param name of its directory: a lower-case letter, then letters, digits, hyphens and underscores
     * @param range its instances
     */
    public record Part(String name, Range range) {}

    /**
     * Checks names and ranges.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public Splits {
        parts = List.copyOf(parts);
        from = Collections.unmodifiableMap(new LinkedHashMap<>(from));
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is no split");
        }
        Set<String> names = new HashSet<>();
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            if (!NAME.matcher(part.name()).matches()
                    || Layout.isShardDirectory(part.name())
                    || part.name().equals(Layout.CONSTANTS)) {
                throw new IllegalArgumentException("split '" + part.name()
                        + "': a name is a lower-case letter, then letters, digits, - and _, and not "
                        + Layout.CONSTANTS);
            }
            if (!names.add(part.name())) {
                throw new IllegalArgumentException("split '" + part.name() + "' stands there twice");
            }
            if (p > 0 && part.range().first() != parts.get(p - 1).range().end()) {
                throw new IllegalArgumentException("split '" + part.name() + "' begins with instance "
                        + part.range().first() + " where the one before ends with "
                        + (parts.get(p - 1).range().end() - 1));
            }
        }
    }

    /**
     * Shares of a range.
     *
     * @param shares by name, above 0, whose sum is 1; a part ends at the nearest instance
     * @throws IllegalArgumentException if they are not, or a part would have no instance; one sentence
     */
    public static Splits of(Map<String, Double> shares, Range range, Generator generator) {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException(
                    "splits are " + text(shares) + ": their sum is " + Decimal.text(sum) + " where 1 would be right");
        }
        List<Part> parts = new ArrayList<>();
        double before = 0;
        long at = 0;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            before += share.getValue();
            long end = parts.size() == shares.size() - 1 ? range.count() : Math.round(before * range.count());
            if (!(share.getValue() > 0) || end <= at) {
                throw new IllegalArgumentException("splits are " + text(shares) + ": '" + share.getKey()
                        + "' would have none of " + range.count() + " instances");
            }
            parts.add(new Part(share.getKey(), new Range(range.first() + at, end - at)));
            at = end;
        }
        return new Splits(parts, from(generator));
    }

    private static String text(Map<String, Double> shares) {
        List<String> texts = new ArrayList<>();
        shares.forEach((name, share) -> texts.add(name + "=" + Decimal.text(share)));
        return String.join(",", texts);
    }

    private static Map<String, String> from(Generator generator) {
        Map<String, String> from = new LinkedHashMap<>();
        from.put("workload", generator.spec().workload());
        from.put(
                "workload version",
                Integer.toString(Workloads.named(generator.spec().workload()).version()));
        from.put("seed", Long.toString(generator.seed()));
        generator.foreign().ifPresent(library -> from.put("foreign", library));
        from.putAll(generator.spec().settings());
        return from;
    }

    /** Of a part's plan. */
    static Map<String, String> from(Plan plan) {
        Map<String, String> from = new LinkedHashMap<>();
        from.put("workload", plan.workload());
        from.put("workload version", Integer.toString(plan.workloadVersion()));
        from.put("seed", Long.toString(plan.seed()));
        plan.foreign().ifPresent(library -> from.put("foreign", library));
        from.putAll(plan.spec());
        return from;
    }

    /** Whether a directory has parts. */
    public static boolean in(Path directory) {
        return Files.exists(directory.resolve(Layout.SPLITS));
    }

    /** All instances. */
    public Range range() {
        return new Range(
                parts.getFirst().range().first(),
                parts.getLast().range().end() - parts.getFirst().range().first());
    }

    /** SHA-256, in hexadecimal digits, of all that decides what is in the parts: equal keys, equal bytes. */
    public String key() {
        StringBuilder text = new StringBuilder();
        from.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        for (Part part : parts) {
            text.append(part.name())
                    .append(' ')
                    .append(part.range().first())
                    .append(' ')
                    .append(part.range().count())
                    .append('\n');
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** Where these differ from others, one clause each; empty if they do not. */
    public List<String> differences(Splits here) {
        return PlanDifference.between(words(), here.words());
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>(from);
        for (Part part : parts) {
            words.put(
                    "split " + part.name(),
                    part.range().count() + " instances from " + part.range().first());
        }
        return words;
    }
}
