package io.millrace.dataset;

import io.millrace.batch.DType;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.spec.Spec;
import io.millrace.spec.Table;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The spec of a dataset: its plan's settings, with the tables that are among its constants. */
final class StoredSpec {
    private static final ValueLayout.OfDouble LITTLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private StoredSpec() {}

    /**
     * The spec.
     *
     * @throws DatasetException if the plan is of another version of its workload
     * @throws io.millrace.spec.SpecException if there is no such workload here, or a table of the spec is damaged
     */
    static Spec of(Path directory, Plan plan) throws DatasetException {
        Workload workload = Workloads.named(plan.workload());
        if (workload.version() != plan.workloadVersion()) {
            throw new DatasetException("the dataset was made by version " + plan.workloadVersion() + " of "
                    + plan.workload() + " and this is version " + workload.version()
                    + ", which generates other instances: use Millrace " + plan.millrace());
        }
        return workload.parse(plan.spec(), tables(directory, plan));
    }

    /** Those that can be read, by key; a damaged one has another digest than the setting says, and is of no use to it. */
    private static Map<String, Table> tables(Path directory, Plan plan) {
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
            tables.put(
                    key,
                    constant.field().dtype() == DType.U1
                            ? Table.ofFile(data.toArray(ValueLayout.JAVA_BYTE))
                            : new Table(constant.field().shape().getLast(), data.toArray(LITTLE)));
        } catch (IOException e) {
            // the spec says which table it lacks
        }
    }
}
