package io.millrace.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a disk has room. */
public final class Space {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    /** A disk with less than one write's room is full. */
    private static final long ALMOST_NOTHING = Pieces.BYTES;

    /** What a full disk and a used-up quota are called where the system's sentence is an English one, or nearly. */
    private static final Pattern WORDS =
            Pattern.compile("no space left|not enough space|quota", Pattern.CASE_INSENSITIVE);

    private Space() {}

    /**
     * Checks that the disk has room for shards.
     *
     * @param missing which of the plan's shards are to be written
     * @param constants whether the constants are to be written
     * @param reclaimed bytes of what is deleted before
     * @throws DatasetException if it has not
     */
    static void require(Path directory, Plan plan, BitSet missing, boolean constants, long reclaimed)
            throws IOException {
        int count = missing.cardinality();
        int last = plan.shards() - 1;
        double needed = (double) count * plan.shardBytes(0);
        if (missing.get(last)) {
            needed -= plan.shardBytes(0) - plan.shardBytes(last);
        }
        if (constants) {
            for (StoredConstant constant : plan.constants()) {
                needed += constant.file().bytes();
            }
        }
        long usable = Files.getFileStore(directory).getUsableSpace();
        if (needed > (double) usable + reclaimed) {
            int finished = plan.shards() - count;
            throw new DatasetException("the disk of " + directory + " has " + words(usable) + " free"
                    + (reclaimed == 0 ? "" : ", and " + words(reclaimed) + " in the dataset that is overwritten,")
                    + " where " + words(needed) + " are needed for " + count + " shards"
                    + (finished == 0 ? "" : " that are missing beside the " + finished + " finished ones")
                    + ": free some, or generate fewer instances");
        }
    }

    /**
     * Whether writing failed because the disk is full or a quota is used up, in whatever language the system says so.
     *
     * @param place what was to be written, which need not exist; ask before what was begun is deleted
     */
    public static boolean isShort(IOException failure, Path place) {
        if (WORDS.matcher(String.valueOf(failure.getMessage())).find()) {
            return true;
        }
        Path existing = place.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing != null && Files.getFileStore(existing).getUsableSpace() < ALMOST_NOTHING;
        } catch (IOException e) {
            return false;
        }
    }

    /** Bytes in the largest binary unit that keeps the number above 1; no locale changes it. */
    public static String words(double bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }
}
