package io.millrace.opencl.device;

import java.util.Map;

/** A call into OpenCL that failed; the message names the call, the code and, where a program did not build, has its log. */
public final class OpenClException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MEM_OBJECT_ALLOCATION_FAILURE = -4;
    private static final int OUT_OF_RESOURCES = -5;
    private static final int OUT_OF_HOST_MEMORY = -6;
    private static final int INVALID_BUFFER_SIZE = -61;

    /** Names by the OpenCL specification's header, of the codes that a call made here may give. */
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(-1, "CL_DEVICE_NOT_FOUND"),
            Map.entry(-2, "CL_DEVICE_NOT_AVAILABLE"),
            Map.entry(-3, "CL_COMPILER_NOT_AVAILABLE"),
            Map.entry(MEM_OBJECT_ALLOCATION_FAILURE, "CL_MEM_OBJECT_ALLOCATION_FAILURE"),
            Map.entry(OUT_OF_RESOURCES, "CL_OUT_OF_RESOURCES"),
            Map.entry(OUT_OF_HOST_MEMORY, "CL_OUT_OF_HOST_MEMORY"),
            Map.entry(-7, "CL_PROFILING_INFO_NOT_AVAILABLE"),
            Map.entry(-11, "CL_BUILD_PROGRAM_FAILURE"),
            Map.entry(-12, "CL_MAP_FAILURE"),
            Map.entry(-14, "CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST"),
            Map.entry(-30, "CL_INVALID_VALUE"),
            Map.entry(-33, "CL_INVALID_DEVICE"),
            Map.entry(-34, "CL_INVALID_CONTEXT"),
            Map.entry(-36, "CL_INVALID_COMMAND_QUEUE"),
            Map.entry(-37, "CL_INVALID_HOST_PTR"),
            Map.entry(-38, "CL_INVALID_MEM_OBJECT"),
            Map.entry(-42, "CL_INVALID_BINARY"),
            Map.entry(-43, "CL_INVALID_BUILD_OPTIONS"),
            Map.entry(-44, "CL_INVALID_PROGRAM"),
            Map.entry(-46, "CL_INVALID_KERNEL_NAME"),
            Map.entry(-48, "CL_INVALID_KERNEL"),
            Map.entry(-49, "CL_INVALID_ARG_INDEX"),
            Map.entry(-50, "CL_INVALID_ARG_VALUE"),
            Map.entry(-51, "CL_INVALID_ARG_SIZE"),
            Map.entry(-52, "CL_INVALID_KERNEL_ARGS"),
            Map.entry(-54, "CL_INVALID_WORK_GROUP_SIZE"),
            Map.entry(-55, "CL_INVALID_WORK_ITEM_SIZE"),
            Map.entry(-58, "CL_INVALID_EVENT"),
            Map.entry(INVALID_BUFFER_SIZE, "CL_INVALID_BUFFER_SIZE"),
            Map.entry(-63, "CL_INVALID_GLOBAL_WORK_SIZE"),
            Map.entry(-1001, "CL_PLATFORM_NOT_FOUND_KHR"));

    /** What OpenCL returned. */
    private final int code;

    /** Of a call that gave that code. */
    public OpenClException(String call, int code) {
        super(call + " failed: " + NAMES.getOrDefault(code, "code") + " (" + code + ")");
        this.code = code;
    }

    /** Of a program that did not build. */
    OpenClException(String call, int code, String log) {
        super(call + " failed: " + NAMES.getOrDefault(code, "code") + " (" + code + "); the compiler says: "
                + log.strip());
        this.code = code;
    }

    /** What OpenCL returned. */
    public int code() {
        return code;
    }

    /** Whether the device lacked something: drivers say so of memory, too, which they find only when a command uses it. */
    public boolean outOfResources() {
        return code == OUT_OF_RESOURCES;
    }

    /** Whether there was no memory for a buffer, so that a smaller one may do. */
    public boolean outOfMemory() {
        return code == MEM_OBJECT_ALLOCATION_FAILURE || code == OUT_OF_HOST_MEMORY || code == INVALID_BUFFER_SIZE;
    }
}
