package io.millrace.cli.routing;

import io.millrace.dataset.Plan;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.routing.CvrpSpec;

/** The spec of a dataset of routing instances. */
final class RoutingPlan {
    private RoutingPlan() {}

    /**
     * The spec.
     *
     * @param format what asks for it, for the message
     * @throws IllegalArgumentException if it is a dataset of another workload, or of another version of this one
     */
    static CvrpSpec spec(Plan plan, String format) {
        if (!plan.workload().equals(CvrpSpec.WORKLOAD)) {
            throw new IllegalArgumentException(format + " holds instances of " + CvrpSpec.WORKLOAD
                    + ": this dataset has those of " + plan.workload());
        }
        Workload workload = Workloads.named(CvrpSpec.WORKLOAD);
        if (workload.version() != plan.workloadVersion()) {
            throw new IllegalArgumentException("this dataset has version " + plan.workloadVersion() + " of "
                    + CvrpSpec.WORKLOAD + ": " + format + " is written of version " + workload.version());
        }
        return (CvrpSpec) workload.parse(plan.spec());
    }
}
