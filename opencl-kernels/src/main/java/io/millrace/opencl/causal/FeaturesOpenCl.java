package io.millrace.opencl.causal;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;

/** {@code features.cl}: the numbers of random functions. */
final class FeaturesOpenCl {
    private final Room room;
    private final Kernel features;
    private final Scratch rows;
    private final Scratch numbers;

    FeaturesOpenCl(Room room) {
        this.room = room;
        features = room.kernel("features", "features.cl");
        rows = room.queue().newScratch();
        numbers = room.queue().newScratch();
    }

    /** Where the functions' rows go, a word each. */
    Buffer rows(int words) {
        return rows.of((long) Integer.BYTES * words);
    }

    /** Enqueues all functions of the tables. */
    Buffer enqueue(long first, Tables tables, Buffer instances) {
        Buffer out = numbers.of(Math.max(1, (long) Float.BYTES * tables.functionNumbers()));
        features.arg(rows(tables.functions.length()))
                .arg(instances)
                .arg(first)
                .arg(room.philox())
                .arg(out)
                .run(room.spec().equations().features(), tables.functionCount());
        return out;
    }
}
