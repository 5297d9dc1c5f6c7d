package io.millrace.opencl.device;

import static org.lwjgl.system.MemoryUtil.NULL;
import static org.lwjgl.system.MemoryUtil.memGetAddress;
import static org.lwjgl.system.MemoryUtil.memGetInt;
import static org.lwjgl.system.MemoryUtil.memGetLong;
import static org.lwjgl.system.MemoryUtil.memPutAddress;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lwjgl.opencl.CL10;
import org.lwjgl.opencl.CL12;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/**
 * Every call into OpenCL, with its result checked: the one seam to the library. Handles are addresses, as LWJGL has them. Tests
 * put a class of their own in its place, to count handles and to let calls fail.
 */
public class Cl {
    /** The real one. */
    protected Cl() {}

    private static void check(String call, int code) {
        if (code != CL10.CL_SUCCESS) {
            throw new OpenClException(call, code);
        }
    }

    /** Something that returns a handle and leaves a code at an address. */
    private interface Creation {
        long create(MemoryStack stack, long code);
    }

    private static long created(String call, Creation creation) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long code = stack.nmalloc(4, 4);
            long handle = creation.create(stack, code);
            check(call, memGetInt(code));
            return handle;
        }
    }

    /** Something that fills an array of handles and tells how many there are. */
    private interface Listing {
        int list(int room, long handles, long count);
    }

    private static List<Long> listed(String call, Listing listing) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long count = stack.ncalloc(4, 1, 4);
            int code = listing.list(0, NULL, count);
            // no device of a platform, and no platform of the loader, are answers
            if (code == CL10.CL_DEVICE_NOT_FOUND || code == -1001) {
                return List.of();
            }
            check(call, code);
            int found = memGetInt(count);
            if (found == 0) {
                return List.of();
            }
            long handles = stack.nmalloc(8, 8 * found);
            check(call, listing.list(found, handles, count));
            List<Long> list = new ArrayList<>();
            for (int i = 0; i < found; i++) {
                list.add(memGetAddress(handles + 8L * i));
            }
            return list;
        }
    }

    /** The platforms. */
    List<Long> platforms() {
        return listed("clGetPlatformIDs", CL10::nclGetPlatformIDs);
    }

    /** The devices of a platform, of all types. */
    List<Long> devices(long platform) {
        return listed(
                "clGetDeviceIDs",
                (room, handles, count) ->
                        CL10.nclGetDeviceIDs(platform, CL10.CL_DEVICE_TYPE_ALL, room, handles, count));
    }

    /** Something that writes a value of unknown size. */
    private interface Question {
        int ask(long room, long value, long size);
    }

    private static byte[] answer(String call, Question question) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long size = stack.nmalloc(8, 8);
            check(call, question.ask(0, NULL, size));
            int bytes = (int) memGetAddress(size);
            if (bytes == 0) {
                return new byte[0];
            }
            long value = MemoryUtil.nmemAllocChecked(bytes);
            try {
                check(call, question.ask(bytes, value, NULL));
                byte[] copy = new byte[bytes];
                MemoryUtil.memByteBuffer(value, bytes).get(copy);
                return copy;
            } finally {
                MemoryUtil.nmemFree(value);
            }
        }
    }

    private static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8).strip();
    }

    private static long number(byte[] bytes) {
        long number = 0;
        for (int i = Math.min(bytes.length, 8) - 1; i >= 0; i--) {
            number = number << 8 | bytes[i] & 0xff;
        }
        return number;
    }

    /** A text about a platform. */
    String platformText(long platform, int what) {
        return text(answer(
                "clGetPlatformInfo",
                (room, value, size) -> CL10.nclGetPlatformInfo(platform, what, room, value, size)));
    }

    /** A text about a device. */
    String deviceText(long device, int what) {
        return text(answer(
                "clGetDeviceInfo", (room, value, size) -> CL10.nclGetDeviceInfo(device, what, room, value, size)));
    }

    /** A number about a device; 0 where it does not know the question. */
    long deviceNumber(long device, int what) {
        try {
            return number(answer(
                    "clGetDeviceInfo", (room, value, size) -> CL10.nclGetDeviceInfo(device, what, room, value, size)));
        } catch (OpenClException unknown) {
            return 0;
        }
    }

    /** Three numbers of {@code size_t} about a device. */
    long[] deviceNumbers(long device, int what) {
        byte[] bytes = answer(
                "clGetDeviceInfo", (room, value, size) -> CL10.nclGetDeviceInfo(device, what, room, value, size));
        long[] numbers = new long[3];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(Arrays.copyOfRange(bytes, 8 * i, 8 * i + 8));
        }
        return numbers;
    }

    /** A context of one device. */
    public long createContext(long platform, long device) {
        return created("clCreateContext", (stack, code) -> {
            long properties = stack.nmalloc(8, 24);
            memPutAddress(properties, CL10.CL_CONTEXT_PLATFORM);
            memPutAddress(properties + 8, platform);
            memPutAddress(properties + 16, NULL);
            return CL10.nclCreateContext(properties, 1, pointerTo(stack, device), NULL, NULL, code);
        });
    }

    private static long pointerTo(MemoryStack stack, long handle) {
        long pointer = stack.nmalloc(8, 8);
        memPutAddress(pointer, handle);
        return pointer;
    }

    /** Releases a context. */
    public void releaseContext(long context) {
        check("clReleaseContext", CL10.clReleaseContext(context));
    }

    /** An in-order queue that times its commands. */
    public long createQueue(long context, long device) {
        return created(
                "clCreateCommandQueue",
                (stack, code) -> CL10.nclCreateCommandQueue(context, device, CL10.CL_QUEUE_PROFILING_ENABLE, code));
    }

    /** Releases a queue. */
    public void releaseQueue(long queue) {
        check("clReleaseCommandQueue", CL10.clReleaseCommandQueue(queue));
    }

    /** A program from its source. */
    public long createProgram(long context, String source) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        long text = MemoryUtil.nmemAllocChecked(bytes.length);
        try {
            MemoryUtil.memByteBuffer(text, bytes.length).put(bytes);
            return created(
                    "clCreateProgramWithSource",
                    (stack, code) -> CL10.nclCreateProgramWithSource(
                            context, 1, pointerTo(stack, text), pointerTo(stack, bytes.length), code));
        } finally {
            MemoryUtil.nmemFree(text);
        }
    }

    /** A program from what {@link #binary} once gave for the same device and driver. */
    public long createProgram(long context, long device, byte[] binary) {
        long copy = MemoryUtil.nmemAllocChecked(binary.length);
        try {
            MemoryUtil.memByteBuffer(copy, binary.length).put(binary);
            return created("clCreateProgramWithBinary", (stack, code) -> {
                long status = stack.ncalloc(4, 1, 4);
                long program = CL10.nclCreateProgramWithBinary(
                        context,
                        1,
                        pointerTo(stack, device),
                        pointerTo(stack, binary.length),
                        pointerTo(stack, copy),
                        status,
                        code);
                if (memGetInt(code) == CL10.CL_SUCCESS && memGetInt(status) != CL10.CL_SUCCESS) {
                    CL10.clReleaseProgram(program);
                    throw new OpenClException("clCreateProgramWithBinary", memGetInt(status));
                }
                return program;
            });
        } finally {
            MemoryUtil.nmemFree(copy);
        }
    }

    /**
     * Builds a program.
     *
     * @throws OpenClException with the compiler's log if it does not build
     */
    public void build(long program, long device, String options) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            int code = CL10.nclBuildProgram(
                    program, 1, pointerTo(stack, device), MemoryUtil.memAddress(stack.UTF8(options)), NULL, NULL);
            if (code != CL10.CL_SUCCESS) {
                throw new OpenClException("clBuildProgram", code, buildLog(program, device));
            }
        }
    }

    private static String buildLog(long program, long device) {
        try {
            return text(answer(
                    "clGetProgramBuildInfo",
                    (room, value, size) -> CL10.nclGetProgramBuildInfo(
                            program, device, CL10.CL_PROGRAM_BUILD_LOG, room, value, size)));
        } catch (OpenClException e) {
            return "nothing";
        }
    }

    /** A built program's binary; empty where the driver has none. */
    public byte[] binary(long program) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long size = stack.nmalloc(8, 8);
            check("clGetProgramInfo", CL10.nclGetProgramInfo(program, CL10.CL_PROGRAM_BINARY_SIZES, 8, size, NULL));
            int bytes = (int) memGetAddress(size);
            if (bytes == 0) {
                return new byte[0];
            }
            long value = MemoryUtil.nmemAllocChecked(bytes);
            try {
                check(
                        "clGetProgramInfo",
                        CL10.nclGetProgramInfo(program, CL10.CL_PROGRAM_BINARIES, 8, pointerTo(stack, value), NULL));
                byte[] copy = new byte[bytes];
                MemoryUtil.memByteBuffer(value, bytes).get(copy);
                return copy;
            } finally {
                MemoryUtil.nmemFree(value);
            }
        }
    }

    /** Releases a program. */
    public void releaseProgram(long program) {
        check("clReleaseProgram", CL10.clReleaseProgram(program));
    }

    /** A kernel of a built program. */
    public long createKernel(long program, String name) {
        return created(
                "clCreateKernel '" + name + "'",
                (stack, code) -> CL10.nclCreateKernel(program, MemoryUtil.memAddress(stack.UTF8(name)), code));
    }

    /** The largest work-group that a kernel may have on a device. */
    public long workGroup(long kernel, long device) {
        return number(answer(
                "clGetKernelWorkGroupInfo",
                (room, value, size) -> CL10.nclGetKernelWorkGroupInfo(
                        kernel, device, CL10.CL_KERNEL_WORK_GROUP_SIZE, room, value, size)));
    }

    /** Releases a kernel. */
    public void releaseKernel(long kernel) {
        check("clReleaseKernel", CL10.clReleaseKernel(kernel));
    }

    /** Sets an argument from memory; address 0: local memory of that size. */
    public void setArgument(long kernel, int position, long bytes, long address) {
        check("clSetKernelArg " + position, CL10.nclSetKernelArg(kernel, position, bytes, address));
    }

    /** Device memory, or memory of the host where the flags say so. */
    public long createBuffer(long context, long flags, long bytes, long host) {
        return created(
                "clCreateBuffer of " + bytes + " bytes",
                (stack, code) -> CL10.nclCreateBuffer(context, flags, bytes, host, code));
    }

    /** Releases a buffer. */
    public void releaseBuffer(long buffer) {
        check("clReleaseMemObject", CL10.clReleaseMemObject(buffer));
    }

    /** Enqueues a kernel over one or two dimensions; addresses of arrays of {@code size_t}. */
    public void enqueueKernel(
            long queue, long kernel, int dimensions, long offset, long global, long local, long event) {
        check(
                "clEnqueueNDRangeKernel",
                CL10.nclEnqueueNDRangeKernel(queue, kernel, dimensions, offset, global, local, 0, NULL, event));
    }

    /** Enqueues a copy from a buffer's beginning to the host. */
    public void enqueueRead(long queue, long buffer, long bytes, long host, long event) {
        check(
                "clEnqueueReadBuffer of " + bytes + " bytes",
                CL10.nclEnqueueReadBuffer(queue, buffer, CL10.CL_FALSE, 0, bytes, host, 0, NULL, event));
    }

    /** Enqueues a copy from the host to a buffer's beginning; the host's memory is read until the copy is done. */
    public void enqueueWrite(long queue, long buffer, long bytes, long host, long event) {
        check(
                "clEnqueueWriteBuffer of " + bytes + " bytes",
                CL10.nclEnqueueWriteBuffer(queue, buffer, CL10.CL_FALSE, 0, bytes, host, 0, NULL, event));
    }

    /** Enqueues the mapping of a whole buffer for reading; the address, to be used once the queue is finished. */
    public long map(long queue, long buffer, long bytes) {
        return map(queue, buffer, bytes, CL10.CL_MAP_READ);
    }

    /** The same for reading and writing. */
    public long mapWritable(long queue, long buffer, long bytes) {
        return map(queue, buffer, bytes, CL10.CL_MAP_READ | CL10.CL_MAP_WRITE);
    }

    private static long map(long queue, long buffer, long bytes, long flags) {
        return created(
                "clEnqueueMapBuffer",
                (stack, code) ->
                        CL10.nclEnqueueMapBuffer(queue, buffer, CL10.CL_FALSE, flags, 0, bytes, 0, NULL, NULL, code));
    }

    /** Takes the mapping back. */
    public void unmap(long queue, long buffer, long address) {
        check("clEnqueueUnmapMemObject", CL10.nclEnqueueUnmapMemObject(queue, buffer, address, 0, NULL, NULL));
    }

    /** Enqueues an event that comes once all before it is done. */
    public void enqueueMarker(long queue, long event) {
        check("clEnqueueMarkerWithWaitList", CL12.nclEnqueueMarkerWithWaitList(queue, 0, NULL, event));
    }

    /** Sends what is enqueued to the device. */
    public void flush(long queue) {
        check("clFlush", CL10.clFlush(queue));
    }

    /** Waits until everything enqueued is done. */
    public void finish(long queue) {
        check("clFinish", CL10.clFinish(queue));
    }

    /** Waits for the first so many of these events; an error of any one's command is an exception. */
    public void await(long[] events, int count) {
        long list = MemoryUtil.nmemAllocChecked(8L * count);
        try {
            for (int i = 0; i < count; i++) {
                memPutAddress(list + 8L * i, events[i]);
            }
            check("clWaitForEvents", CL10.nclWaitForEvents(count, list));
        } finally {
            MemoryUtil.nmemFree(list);
        }
    }

    /** Waits for an event; an error of its command is an exception. */
    public void await(long event) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            check("clWaitForEvents", CL10.nclWaitForEvents(1, pointerTo(stack, event)));
        }
    }

    /** When a command began or ended, by the device's clock in ns. */
    public long time(long event, int what) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long value = stack.nmalloc(8, 8);
            check("clGetEventProfilingInfo", CL10.nclGetEventProfilingInfo(event, what, 8, value, NULL));
            return memGetLong(value);
        }
    }

    /** Releases an event. */
    public void releaseEvent(long event) {
        check("clReleaseEvent", CL10.clReleaseEvent(event));
    }
}
