package io.millrace.json;

/** Text that is not the JSON that was expected; the message is one sentence that says where and what. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence. */
    public JsonException(String message) {
        super(message);
    }
}
