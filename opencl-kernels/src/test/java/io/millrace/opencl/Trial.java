package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Source;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A kernel of {@code functions.cl}: item i takes element i of every argument and makes element i of the result. */
final class Trial implements AutoCloseable {
    private static final byte POISON = (byte) 0xa5;
    private static final int CANARIES = 256;

    private final Arena arena = Arena.ofShared();
    private final Queue queue;
    private final Kernel kernel;
    private final int[] argumentBytes;
    private final List<MemorySegment> arguments = new ArrayList<>();
    private final MemorySegment result;
    private final int resultBytes;
    /** The arguments', then the result's. */
    private final List<Buffer> buffers = new ArrayList<>();

    /** For that many items at most. */
    Trial(Context context, Source source, String function, int most, int resultBytes, int... argumentBytes) {
        this.queue = context.newQueue();
        this.kernel = queue.kernel(source, "of_" + function);
        this.argumentBytes = argumentBytes;
        this.resultBytes = resultBytes;
        for (int bytes : argumentBytes) {
            arguments.add(arena.allocate((long) bytes * Math.max(1, most), 16));
            buffers.add(context.allocate(arguments.getLast().byteSize()));
        }
        this.result = arena.allocate((long) resultBytes * most + CANARIES, 16);
        buffers.add(context.allocate(result.byteSize()));
    }

    /** What the device offers. */
    static Source source() {
        return Source.of(Trial.class, Map.of(), "functions.cl");
    }

    /** Floats are divided, and their roots taken, in double, whatever the device offers. */
    static Source throughDouble() {
        Source source = source();
        return new Source(source.name(), "#undef EXACT_DIVIDE_SQRT\n" + source.text());
    }

    /** Work-items of a work-group. */
    int group() {
        return kernel.group();
    }

    /** Sets an element of an argument of 4 or 8 bytes. */
    void set(int argument, long item, long bits) {
        set(arguments.get(argument), argumentBytes[argument], item, bits);
    }

    /** An element of an argument of 4 or 8 bytes. */
    long argument(int argument, long item) {
        return get(arguments.get(argument), argumentBytes[argument], item);
    }

    /** An element of the result of 4 or 8 bytes, or that part of a larger one. */
    long get(int bytes, long item) {
        return get(result, bytes, item);
    }

    private static long get(MemorySegment from, int bytes, long item) {
        return bytes == 4 ? from.getAtIndex(ValueLayout.JAVA_INT, item) : from.getAtIndex(ValueLayout.JAVA_LONG, item);
    }

    private static void set(MemorySegment to, int bytes, long item, long bits) {
        if (bytes == 4) {
            to.setAtIndex(ValueLayout.JAVA_INT, item, (int) bits);
        } else {
            to.setAtIndex(ValueLayout.JAVA_LONG, item, bits);
        }
    }

    /** Of the first items; the bytes behind their results stay as they were. */
    void run(int items) {
        long used = (long) resultBytes * items;
        MemorySegment written = result.asSlice(0, used + CANARIES);
        written.fill(POISON);
        for (int a = 0; a < argumentBytes.length; a++) {
            queue.write(arguments.get(a).asSlice(0, (long) argumentBytes[a] * items), buffers.get(a));
            kernel.arg(buffers.get(a));
        }
        queue.write(written, buffers.getLast());
        kernel.arg(buffers.getLast()).run(items);
        queue.finish();
        written.fill((byte) 0);
        queue.read(buffers.getLast(), written);
        queue.finish();
        for (long b = used; b < used + CANARIES; b++) {
            assertEquals(POISON, written.get(ValueLayout.JAVA_BYTE, b), "a canary behind " + items + " items");
        }
    }

    @Override
    public void close() {
        queue.close();
        buffers.forEach(Buffer::close);
        arena.close();
    }
}
