package io.millrace.cli;

/** What the command ends with. */
final class ExitCode {
    /** All is well. */
    static final int OK = 0;

    /** A defect of Millrace. */
    static final int DEFECT = 1;

    /** Bad input, a damaged dataset, a full disk: one sentence says which. */
    static final int REFUSED = 2;

    /** Stopped on request, as a shell reports Ctrl-C. */
    static final int STOPPED = 130;

    private ExitCode() {}
}
