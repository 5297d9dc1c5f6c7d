package io.millrace.causal;

/** What is done to a target. */
public enum Intervention {
    /** x = v, one v for all rows of a world. */
    HARD,
    /** x = v, a v for each row. */
    HARD_PER_ROW,
    /** x = f + b + ε + v, one v for all rows of a world. */
    SHIFT,
    /** x = f + b + ε + v, a v for each row. */
    SHIFT_PER_ROW,
    /** x = 0: a knock-out. */
    CLAMP;

    /** Whether each row has a value of its own. */
    public boolean perRow() {
        return this == HARD_PER_ROW || this == SHIFT_PER_ROW;
    }

    /** Whether the node still follows from its causes. */
    public boolean shifts() {
        return this == SHIFT || this == SHIFT_PER_ROW;
    }
}
