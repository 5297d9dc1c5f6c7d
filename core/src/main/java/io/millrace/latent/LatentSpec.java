package io.millrace.latent;

import io.millrace.batch.DType;
import io.millrace.pde.PdeSpec;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Latents of trajectories, of several tasks in turn: instance i is of task i mod n, n tasks. Keys, defaults and ranges: {@link LatentKeys}.
 *
 * @param tasks 1 … {@value #MOST_TASKS}
 * @param encoder what makes the latents
 * @param dtype of the latents, f2 or f4
 */
public record LatentSpec(List<Task> tasks, EncoderChoice encoder, DType dtype) implements Spec {
    /** The workload's name. */
    public static final String WORKLOAD = "latent";

    /** The workload that tasks are of. */
    public static final String SOURCE = PdeSpec.WORKLOAD;

    /** The most tasks: a byte holds a task's number. */
    public static final int MOST_TASKS = 255;

    /** A task's instances are so far from the next one's: no two share random numbers. */
    static final long APART = 1L << 40;

    /**
     * One kind of trajectories.
     *
     * @param name a lower-case letter, then letters, digits and hyphens
     * @param first its instance of which the first latents are; then each one after the other
     * @param spec of {@value #SOURCE}
     */
    public record Task(String name, long first, PdeSpec spec) {
        /** A task whose trajectories no other shares, the number'th of a spec. */
        public static Task of(int number, String name, PdeSpec spec) {
            return new Task(name, number * APART, spec);
        }
    }

    /**
     * Checks what the tasks are called, and the type.
     *
     * @throws SpecException naming the key, its value and what is allowed
     */
    public LatentSpec {
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty() || tasks.size() > MOST_TASKS) {
            throw new SpecException("tasks", tasks.size() + " names", "1 to " + MOST_TASKS);
        }
        Set<String> names = new HashSet<>();
        for (Task task : tasks) {
            if (!names.add(task.name())) {
                throw new SpecException("tasks: '" + task.name() + "' stands there twice");
            }
        }
        if (dtype != DType.F2 && dtype != DType.F4) {
            throw new SpecException("latent-dtype", dtype.descr(), "f2 or f4");
        }
    }

    @Override
    public String workload() {
        return WORKLOAD;
    }

    @Override
    public Map<String, String> settings() {
        return LatentKeys.settings(this);
    }

    @Override
    public Map<String, Table> tables() {
        return switch (encoder) {
            case EncoderChoice.Grid grid ->
                grid.weights().map(table -> Map.of(LatentKeys.WEIGHTS, table)).orElse(Map.of());
            case EncoderChoice.Model model -> Map.of(LatentKeys.MODEL, model.file());
        };
    }
}
