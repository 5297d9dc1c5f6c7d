package io.millrace.dataset;

import io.millrace.batch.DType;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.spec.Spec;
import io.millrace.spec.Table;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

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

    /** Those that are intact, by key, here or beside the splits that the dataset is a part of. */
    private static Map<String, Table> tables(Path directory, Plan plan) {
        Map<String, Table> tables = new HashMap<>();
        plan.spec().forEach((key, value) -> {
            if (value.startsWith(Table.DIGEST)) {
                String file = Layout.array(Table.constantName(key));
                Stream.of(directory.resolve(Layout.CONSTANTS).resolve(file), directory.resolveSibling(file))
                        .flatMap(each -> SplitTables.read(each, value).stream())
                        .findFirst()
                        .ifPresent(table -> tables.put(key, table));
            }
        });
        return tables;
    }

    /** The table of an array's numbers. */
    static Table table(Npy npy, MemorySegment data) {
        return npy.dtype() == DType.U1
                ? Table.ofFile(data.toArray(ValueLayout.JAVA_BYTE))
                : new Table(Math.toIntExact(npy.shape().getLast()), data.toArray(LITTLE));
    }
}
