package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.millrace.generator.UnavailableException;
import io.millrace.opencl.device.Library;

/** The OpenCL of this machine, or a skipped test with the reason; in continuous integration a missing one is a failure. */
public final class OpenClHere {
    private OpenClHere() {}

    /** The library with at least one device that can be used. */
    public static Library library() {
        try {
            Library library = Library.open();
            library.choose("best");
            return library;
        } catch (UnavailableException absent) {
            String reason = "no OpenCL here: " + absent.getMessage();
            System.err.println("skipped: " + reason);
            return System.getenv("CI") == null ? abort(reason) : fail(reason);
        }
    }
}
