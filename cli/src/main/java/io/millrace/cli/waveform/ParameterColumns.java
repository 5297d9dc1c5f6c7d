package io.millrace.cli.waveform;

import io.millrace.batch.Elements;
import io.millrace.waveform.WaveformSpec;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.ParameterSource;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The columns of a dataset's field {@code parameters}.
 *
 * @param names in the field's order
 */
record ParameterColumns(List<String> names) {
    /** The field's name. */
    static final String FIELD = "parameters";

    /** Those of a spec. */
    static ParameterColumns of(WaveformSpec spec) {
        return new ParameterColumns(spec.parameters().columns().stream()
                .map(ParameterSource.Column::name)
                .toList());
    }

    /** A value of one instance; 0 for a parameter that has no column. */
    double value(MemorySegment row, Parameter parameter) {
        int column = names.indexOf(parameter.text());
        return column < 0 ? 0 : row.getAtIndex(Elements.F8, column);
    }
}
