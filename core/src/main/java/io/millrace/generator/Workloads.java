package io.millrace.generator;

import io.millrace.spec.SpecException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The workloads present in this process. */
public final class Workloads {
    private static final List<Workload> ALL =
            ServiceLoader.load(Workload.class, Workload.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Workloads() {}

    /** Every workload. */
    public static List<Workload> all() {
        return ALL;
    }

    /**
     * The workload of that name.
     *
     * @throws SpecException if there is none; the message lists those that there are
     */
    public static Workload named(String name) {
        return ALL.stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SpecException(
                        "workload", name, ALL.stream().map(Workload::name).collect(Collectors.joining(", "))));
    }
}
