package io.millrace.dataset;

import java.io.IOException;

/** Named moments of a run, where tests kill it or make the disk fail. */
@FunctionalInterface
interface Checkpoint {
    String LOCKED = "locked";
    String PLAN = "plan-before-rename";
    String PLANNED = "plan-committed";
    String CONSTANTS = "constants-before-rename";
    String OPENED = "shard-opened";
    String WRITTEN = "batch-written";
    String FORCE = "shard-before-force";
    String RENAME = "shard-before-rename";
    String COMMITTED = "shard-committed";
    String MANIFEST = "manifest-before-rename";
    String FINISHED = "manifest-committed";
    String SPLITS = "splits-before-rename";

    /** Nothing happens. */
    Checkpoint NONE = point -> {};

    /** Called at each of them, on whatever thread; an exception stands for a failure of the disk. */
    void reached(String point) throws IOException;
}
