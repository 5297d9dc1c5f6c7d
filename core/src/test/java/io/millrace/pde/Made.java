package io.millrace.pde;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.generator.Backends;
import io.millrace.generator.Filling;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trajectories made for a test, and readers of their fields. */
record Made(PdeSpec spec, Batch batch) implements AutoCloseable {
    /** The spec of settings written as {@code key=value key=value}. */
    static PdeSpec spec(String settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings.strip().split(" +")) {
            String[] pair = setting.split("=", 2);
            map.put(pair[0], pair[1]);
        }
        return PdeKeys.parse(map);
    }

    /** Of the backend that this process prefers, over memory that was poisoned before; u is f8 where nothing else is said, else not to be read here. */
    static Made of(String settings, long seed, int count) {
        PdeSpec spec = spec(settings.contains("dtype") ? settings : settings + " dtype=f8");
        return new Made(
                spec,
                Filling.fill(
                        Backends.choose(Backends.AUTO, spec, seed).generator(),
                        0,
                        count,
                        Math.max(1, count / 3),
                        false,
                        0xA5));
    }

    double u(int instance, int frame, int j) {
        return at(instance, frame, j, spec.points());
    }

    /** Of frames of so many numbers. */
    double at(int instance, int frame, int e, int numbers) {
        return batch.tensor("u").getAtIndex(Elements.F8, ((long) instance * spec.frames() + frame) * numbers + e);
    }

    double get(String field, int instance) {
        return batch.tensor(field).getAtIndex(Elements.F8, instance);
    }

    int attempts(int instance) {
        return count("attempts", instance);
    }

    int count(String field, int instance) {
        return batch.tensor(field).getAtIndex(Elements.I4, instance);
    }

    @Override
    public void close() {
        batch.close();
    }
}
