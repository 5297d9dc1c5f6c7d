package io.millrace.dataset;

import java.util.regex.Pattern;

/** The names in a dataset directory, and the sizes that its files are cut by; the diagram is in the package's page. */
final class Layout {
    /** The version of this layout. */
    static final int FORMAT = 1;

    /** The version of Millrace that plans carry; the same on class path and module path, unlike a jar's own. */
    static final String MILLRACE = "0.1.0";

    static final String PLAN = "plan.json";
    static final String MANIFEST = "manifest.json";
    static final String SHARD = "shard.json";
    static final String SPLITS = "splits.json";
    static final String CONSTANTS = "constants";
    static final String LOCK = ".lock";

    /** Bytes that one checksum covers; also the unit in which damage is reported. */
    static final int BLOCK = 4 << 20;

    /** Where an array starts in its file: a page, so that it can be mapped. */
    static final int PAYLOAD = 4096;

    /** What a default shard holds: large enough for sequential speed, small enough to lose to an interrupt. */
    static final long SHARD_BYTES = 256L << 20;

    /** The most shards: a manifest of that many still parses in some 50 MB of heap. */
    static final int MAX_SHARDS = 100_000;

    private static final Pattern SHARD_DIRECTORY = Pattern.compile("[0-9]{6}");
    private static final Pattern ARRAY = Pattern.compile("[a-z][a-z0-9_]{0,63}\\.npy(\\.zst)?");
    private static final Pattern COLD_PARTIAL = Pattern.compile("\\.[a-z][a-z0-9_]{0,63}\\.npy\\.zst\\.partial");

    private Layout() {}

    /** The directory of a shard. */
    static String shard(int shard) {
        return "%06d".formatted(shard);
    }

    /** What a file or directory is called until it is whole and on the disk. */
    static String partial(String name) {
        return "." + name + ".partial";
    }

    /** The file of a field or a constant. */
    static String array(String name) {
        return name + ".npy";
    }

    /** Whether a shard or the partial of one may be called so. */
    static boolean isShardDirectory(String name) {
        return SHARD_DIRECTORY.matcher(name).matches();
    }

    /** Whether an array is called so, compressed or not. */
    static boolean isArray(String name) {
        return ARRAY.matcher(name).matches();
    }

    /** Whether an interrupted run may have left a compressed array of that name. */
    static boolean isColdPartial(String name) {
        return COLD_PARTIAL.matcher(name).matches();
    }

    /** Whether an interrupted run may have left something of that name. */
    static boolean isLeftover(String name) {
        return isPartialDirectory(name)
                || name.equals(LOCK)
                || name.equals(partial(PLAN))
                || name.equals(partial(MANIFEST));
    }

    /** Whether an interrupted run may have left a directory of that name. */
    static boolean isPartialDirectory(String name) {
        if (!name.startsWith(".") || !name.endsWith(".partial")) {
            return false;
        }
        String inner = name.substring(1, name.length() - ".partial".length());
        return isShardDirectory(inner) || inner.equals(CONSTANTS);
    }
}
