package io.millrace.waveform.parameters;

import java.util.List;

/** Where the parameters of instances come from: drawn from priors, or given by a table. Immutable. */
public interface ParameterSource {
    /**
     * A column of the field {@code parameters}: every {@link Parameter} in its order, then what else was drawn
     * ({@code chirp_mass}, {@code mass_ratio}, {@code a_1}, …).
     *
     * @param name bilby's
     * @param unit empty for pure numbers
     */
    record Column(String name, String unit) {}

    /** The columns. */
    List<Column> columns();

    /** How many instances there are; {@link Long#MAX_VALUE} where they are drawn. */
    long size();

    /** Whether another attempt may be made where the parameters are outside a model's range. */
    boolean drawn();

    /** A reader for one thread. */
    Reader newReader(long seed);

    /** One thread's. */
    interface Reader {
        /**
         * The parameters of an attempt at an instance.
         *
         * @param point gets every parameter
         * @param row gets the columns, from {@code at} on
         * @return whether the constraints hold; if not, the values are of no use and the next attempt is to be made
         */
        boolean read(long index, int attempt, Point point, double[] row, int at);
    }
}
