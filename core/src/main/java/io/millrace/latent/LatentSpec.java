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

    /** A task's instances are so far from the next one's: no two share random numbers. It has no more. */
    static final long APART = 1L << 40;

    /** The largest index that a task may begin with. */
    static final long MOST_FIRST = 1L << 62;

    /**
     * One kind of trajectories.
     *
     * @param name a lower-case letter, then letters, digits and hyphens
     * @param first its instance of which the first latents are; then each one after the other
     * @param spec of {@value #SOURCE}
     */
    public record Task(String name, long first, PdeSpec spec) {}

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
            for (Task other : tasks) {
                if (other != task
                        && other.spec().equals(task.spec())
                        && Math.abs(other.first() - task.first()) < APART) {
                    throw new SpecException("tasks " + task.name() + " and " + other.name()
                            + " are of the same trajectories, from " + task.first() + " and from " + other.first()
                            + ": allowed is 2^40 apart and more, or one task");
                }
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
