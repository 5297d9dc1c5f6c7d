package io.millrace.cli;

import io.millrace.dataset.Space;
import java.util.Locale;

/** Numbers in words for people; no locale changes them. */
final class Figures {
    private Figures() {}

    /** With commas between thousands. */
    static String grouped(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** {@code "1 shard"}, {@code "12,000 shards"}. */
    static String counted(long count, String noun) {
        return grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** In the largest binary unit that keeps the number above 1. */
    static String bytes(double bytes) {
        return Space.words(bytes);
    }

    /** Bytes per second in units of 10^9. */
    static String rate(double bytesPerSecond) {
        return String.format(Locale.ROOT, "%.2f GB/s", bytesPerSecond / 1e9);
    }

    /** Seconds with three digits, or as minutes and hours. */
    static String duration(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }
}
