package io.millrace.waveform.parameters;

/**
 * What a name is given in settings: a {@link Law} that it is drawn from, or a {@link Constraint} on what others make of it.
 *
 * <p>Laws go by bilby's names and definitions. The text of a prior ({@link #text}) parses to an equal prior; numbers may be
 * written {@code pi}, {@code 2pi}, {@code -pi/2}.
 */
public sealed interface Prior permits Law, Constraint {
    /** The smallest value. */
    double least();

    /** The largest value. */
    double most();

    /** As it is written in settings. */
    String text();

    /**
     * The prior of a text.
     *
     * @param name the name that is given it, for the message
     * @throws io.millrace.spec.SpecException naming the name, the text and what is allowed
     */
    static Prior parse(String name, String text) {
        return PriorText.parse(name, text);
    }
}
