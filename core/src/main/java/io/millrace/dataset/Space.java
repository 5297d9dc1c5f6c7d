package io.millrace.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether a disk has room. */
final class Space {
    private Space() {}

    /**
     * Checks that the disk has room for shards.
     *
     * @param missing how many of the plan's shards are to be written
     * @throws DatasetException if it has not
     */
    static void require(Path directory, Plan plan, int finished, int missing) throws IOException {
        double needed = (double) missing * plan.shardBytes(0);
        for (StoredConstant constant : plan.constants()) {
            needed += constant.file().bytes();
        }
        long usable = Files.getFileStore(directory).getUsableSpace();
        if (needed > usable) {
            throw new DatasetException("the disk of " + directory + " has " + words(usable) + " free where "
                    + words(needed) + " are needed for " + missing + " shards"
                    + (finished == 0 ? "" : " that are missing beside the " + finished + " finished ones")
                    + ": free some, or generate fewer instances");
        }
    }

    /** Bytes in the largest binary unit that keeps the number above 1. */
    static String words(double bytes) {
        String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    }
}
