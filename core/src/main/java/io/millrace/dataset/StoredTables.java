package io.millrace.dataset;

import io.millrace.spec.Table;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tables of a plan's spec, from the constants of its dataset. */
final class StoredTables {
    private static final ValueLayout.OfDouble LITTLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private StoredTables() {}

    /** Those that can be read, by key; a damaged one has another digest than the setting says, and is of no use to it. */
    static Map<String, Table> read(Path directory, Plan plan) {
        Map<String, Table> tables = new HashMap<>();
        for (String key : plan.spec().keySet()) {
            String name = Table.constantName(key);
            for (StoredConstant constant : plan.constants()) {
                if (constant.field().name().equals(name)) {
                    read(directory, constant, key, tables);
                }
            }
        }
        return tables;
    }

    private static void read(Path directory, StoredConstant constant, String key, Map<String, Table> tables) {
        Path file = directory
                .resolve(Layout.CONSTANTS)
                .resolve(Layout.array(constant.field().name()));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = DatasetShard.map(file, Npy.of(constant.field()), arena);
            tables.put(key, new Table(constant.field().shape().getLast(), data.toArray(LITTLE)));
        } catch (IOException e) {
            // the spec says which table it lacks
        }
    }
}
