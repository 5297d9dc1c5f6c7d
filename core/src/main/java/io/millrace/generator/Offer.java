package io.millrace.generator;

/** The answer to a request for a generator. */
public sealed interface Offer {
    /** Yes. */
    record Accepted(Generator generator) implements Offer {}

    /** No, and the reason in one sentence. */
    record Refused(String reason) implements Offer {}
}
