package io.millrace.spec;

/** A spec that makes no sense; the message is one sentence naming the key, the value and what is allowed. */
public final class SpecException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With a sentence of its own. */
    public SpecException(String message) {
        super(message);
    }

    /** In the usual form: {@code key is 'value': allowed is …}. */
    public SpecException(String key, Object value, String allowed) {
        super(key + " is '" + value + "': allowed is " + allowed);
    }
}
