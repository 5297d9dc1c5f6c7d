package io.millrace.dataset;

import java.util.List;

/**
 * What a verification found.
 *
 * @param problems by file and place; empty for a dataset that is finished and sound
 * @param unlisted how many more there are than the list holds
 * @param bytes that were read and compared with their checksums
 * @param complete false if the verification was cancelled
 */
public record VerifyReport(List<Finding> problems, long unlisted, long bytes, boolean complete) {
    /** The most problems that are listed. */
    public static final int LISTED = 1000;

    /** Copies the list. */
    public VerifyReport {
        problems = List.copyOf(problems);
    }

    /** Whether all was looked at, and all is well. */
    public boolean sound() {
        return problems.isEmpty() && complete;
    }
}
