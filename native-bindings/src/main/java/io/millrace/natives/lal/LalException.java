package io.millrace.natives.lal;

/** A function of LAL that failed; the message has its name, LAL's code and text, and the parameters. */
public final class LalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** LAL's error number. */
    private final int code;

    /** LAL's words for it. */
    private final String text;

    LalException(String function, int code, String text, String parameters) {
        super(function + " failed with code " + code + " (" + text + ") at " + parameters);
        this.code = code;
        this.text = text;
    }

    /** LAL's error number without its flag of an inner failure: 22 invalid argument, 33 input domain, 12 memory, …; 0 if it set none. */
    public int code() {
        return code;
    }

    /**
     * Whether other parameters may do: LAL called an argument invalid or out of a domain or range (22, 33, 34), met a numerical
     * trouble (256 to 265), or gave no reason. Memory, files and faults are nobody's parameters.
     */
    public boolean ofParameters() {
        return code == 0 || code == 22 || code == 33 || code == 34 || code >= 256 && code <= 265;
    }

    /** What LAL says about the code. */
    public String text() {
        return text;
    }
}
