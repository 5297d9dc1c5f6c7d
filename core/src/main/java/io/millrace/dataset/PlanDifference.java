package io.millrace.dataset;

import io.millrace.batch.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words where two plans differ. */
final class PlanDifference {
    private final List<String> clauses = new ArrayList<>();

    private PlanDifference() {}

    static List<String> between(Plan there, Plan here) {
        PlanDifference difference = new PlanDifference();
        difference.compare("workload", there.workload(), here.workload());
        difference.compare("workload version", there.workloadVersion(), here.workloadVersion());
        difference.compare("seed", there.seed(), here.seed());
        difference.compare("first", there.first(), here.first());
        difference.compare("count", there.count(), here.count());
        difference.compare("shard size", there.shardSize(), here.shardSize());
        difference.compare(
                "foreign", there.foreign().orElse(null), here.foreign().orElse(null));
        difference.compareAll("", there.spec(), here.spec());
        difference.compareAll("field ", byName(there.fields(), Field::name), byName(here.fields(), Field::name));
        difference.compareAll(
                "constant ",
                byName(there.constants(), constant -> constant.field().name()),
                byName(here.constants(), constant -> constant.field().name()));
        if (difference.clauses.isEmpty() && !there.fields().equals(here.fields())) {
            difference.clauses.add("the fields are in another order");
        }
        return List.copyOf(difference.clauses);
    }

    /** Of anything said by name. */
    static List<String> between(Map<String, String> there, Map<String, String> here) {
        PlanDifference difference = new PlanDifference();
        difference.compareAll("", there, here);
        return List.copyOf(difference.clauses);
    }

    private void compareAll(String prefix, Map<String, ?> there, Map<String, ?> here) {
        Set<String> keys = new LinkedHashSet<>(there.keySet());
        keys.addAll(here.keySet());
        for (String key : keys) {
            compare(prefix + key, there.get(key), here.get(key));
        }
    }

    private void compare(String name, Object there, Object here) {
        if (!Objects.equals(there, here)) {
            clauses.add(name + " is " + words(there) + " there and " + words(here) + " here");
        }
    }

    private static String words(Object value) {
        return switch (value) {
            case null -> "absent";
            case Field field ->
                field.dtype().descr() + " " + field.shape() + (field.counter() ? " (a counter)" : "") + " '"
                        + field.meaning() + "'";
            case StoredConstant constant ->
                words(constant.field()) + " with the checksums "
                        + constant.file().blocks().stream()
                                .map(Checksums::hex)
                                .limit(4)
                                .toList();
            default -> value.toString();
        };
    }

    private static <T> Map<String, T> byName(List<T> list, Function<T, String> name) {
        return list.stream()
                .collect(Collectors.toMap(name, Function.identity(), (a, b) -> b, java.util.LinkedHashMap::new));
    }
}
