package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.millrace.generator.UnavailableException;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Library;

/** The OpenCL of the machine that tests. */
public final class OpenClHere {
    private OpenClHere() {}

    /** With a device that computes Millrace's bits; else the test is aborted, or fails where CI is set: nothing is skipped there. */
    public static Library library() {
        try {
            Library library = Library.open();
            library.choose("best");
            return library;
        } catch (UnavailableException e) {
            String reason = "no OpenCL here: " + e.getMessage();
            System.out.println("a test is skipped: " + reason);
            return System.getenv("CI") == null ? abort(reason) : fail(reason, e);
        }
    }

    /** The best. */
    public static Device device() {
        return library().choose("best").getFirst();
    }

    /** The best device, opened. */
    public static Context context() {
        return new Context(library().cl(), device());
    }
}
