package io.millrace.cli.waveform;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.dataset.Plan;
import io.millrace.waveform.WaveformSpec;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a field {@code parameters}, whose meaning has their names, with units: {@code mass_1 [Msun], spin_1x}.
 *
 * @param names in the field's order
 */
record ParameterColumns(List<String> names) {
    /** The field's name. */
    static final String FIELD = "parameters";

    /** Of a plan, if its datasets have waveforms with parameters. */
    static Optional<ParameterColumns> of(Plan plan) {
        if (!plan.workload().equals(WaveformSpec.WORKLOAD)) {
            return Optional.empty();
        }
        return plan.fields().stream()
                .filter(field -> field.name().equals(FIELD) && field.dtype() == DType.F8)
                .findFirst()
                .map(ParameterColumns::of)
                .filter(columns -> columns.names.size() == elements(plan));
    }

    private static ParameterColumns of(Field field) {
        List<String> names = new ArrayList<>();
        for (String column : field.meaning().split(", ")) {
            int unit = column.indexOf(" [");
            names.add(unit < 0 ? column : column.substring(0, unit));
        }
        return new ParameterColumns(List.copyOf(names));
    }

    private static long elements(Plan plan) {
        return plan.fields().stream()
                .filter(field -> field.name().equals(FIELD))
                .findFirst()
                .orElseThrow()
                .elements();
    }

    /** A value of one instance; 0 for a column that there is not. */
    double value(MemorySegment row, String name) {
        int column = names.indexOf(name);
        return column < 0 ? 0 : row.getAtIndex(Elements.F8, column);
    }
}
