package io.millrace.cli;

import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import java.util.Iterator;

/** The names of the workloads that there are, for help and completion. */
final class WorkloadNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Workloads.all().stream().map(Workload::name).iterator();
    }
}
