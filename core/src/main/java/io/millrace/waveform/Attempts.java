package io.millrace.waveform;

import io.millrace.batch.Elements;
import io.millrace.generator.GenerationException;
import io.millrace.waveform.parameters.ParameterSource;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** One thread's attempts at instances: parameters are drawn until there is a waveform at them. */
final class Attempts {
    /** Draws whose constraints may fail; what a stream's number leaves of a word. */
    static final int MOST = 60_000;
    /** Draws that a model may refuse: it is costly to be wrong so often. */
    static final int MOST_REFUSALS = 1000;

    /** What becomes of parameters. */
    interface Maker {
        /** Why there is no waveform at these parameters, in one sentence; empty if there is one. */
        Optional<String> refusal(Point point);

        /**
         * Makes instance {@code index}, row {@code at} of what is filled.
         *
         * @throws PolarizationException if there is no waveform at these parameters after all
         */
        void make(long index, int attempt, Point point, int at);
    }

    private final Maker maker;
    private final boolean drawn;
    private final ParameterSource.Reader reader;
    private final Point point = new Point();
    private final double[] row;
    private String refusal;

    Attempts(ParameterSource source, long seed, Maker maker) {
        this.maker = maker;
        drawn = source.drawn();
        reader = source.newReader(seed);
        row = new double[source.columns().size()];
    }

    /**
     * Makes instances {@code first … first + count − 1}.
     *
     * @param parameters gets the rows of their parameters
     * @param attempts gets how many draws of each were thrown away
     * @throws GenerationException for one without a waveform
     */
    void fill(long first, int count, MemorySegment parameters, MemorySegment attempts) {
        for (int i = 0; i < count; i++) {
            int attempt = make(first + i, i);
            MemorySegment.copy(row, 0, parameters, Elements.F8, 8L * row.length * i, row.length);
            attempts.setAtIndex(Elements.I4, i, attempt);
        }
    }

    private int make(long index, int at) {
        int refusals = 0;
        int attempt = 0;
        for (; attempt < MOST && refusals < MOST_REFUSALS; attempt++) {
            if (!reader.read(index, attempt, point, row, 0)) {
                refusal = "a constraint does not hold";
                continue;
            }
            refusal = attempt(index, attempt, at);
            if (refusal == null) {
                return attempt;
            }
            if (!drawn) {
                throw new GenerationException(index, "there is no waveform: " + named(refusal), null);
            }
            refusals++;
        }
        throw new GenerationException(
                index, "none of " + attempt + " draws has a waveform; the last: " + named(refusal), null);
    }

    /** With the parameters, which a library's sentence has already. */
    private String named(String sentence) {
        String parameters = point.toString();
        return sentence.contains(parameters) ? sentence : sentence + " (" + parameters + ")";
    }

    /** Null, or why there is no waveform at these parameters. A failure that is not theirs ends the run. */
    private String attempt(long index, int attempt, int at) {
        Optional<String> objection = maker.refusal(point);
        if (objection.isPresent()) {
            return objection.get();
        }
        try {
            maker.make(index, attempt, point, at);
            return null;
        } catch (PolarizationException e) {
            return e.getMessage();
        } catch (RuntimeException e) {
            throw new GenerationException(index, named(String.valueOf(e.getMessage())), e);
        }
    }
}
