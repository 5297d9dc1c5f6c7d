package io.millrace.opencl.device;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The real calls, with every handle counted, and some that fail when they are told to. Safe for all threads. */
public class SpyCl extends Cl {
    /** Nothing that less memory would cure. */
    private static final int INVALID_COMMAND_QUEUE = -36;

    private static final int ALWAYS = Integer.MIN_VALUE;
    private static final int MEM_OBJECT_ALLOCATION_FAILURE = -4;

    /** Lets every call through. */
    public SpyCl() {}

    private final Map<String, AtomicInteger> living = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    /** Calls that are let through before one fails; negative: none fails. */
    private final Map<String, AtomicInteger> fuses = new ConcurrentHashMap<>();

    private volatile int code = INVALID_COMMAND_QUEUE;
    private volatile long largestBuffer = Long.MAX_VALUE;

    /** A library that calls through this. */
    public Library library() {
        return Library.with(this);
    }

    /** Lets the call of that name fail once, after so many that do not. */
    public void failAfter(String call, int through) {
        fuses.put(call, new AtomicInteger(through));
    }

    /** Lets every call of that name fail from now on. */
    public void failAlways(String call) {
        fuses.put(call, new AtomicInteger(ALWAYS));
    }

    /** What calls that fail give. */
    public void failWith(int code) {
        this.code = code;
    }

    /** Buffers that are larger find no memory. */
    public void limitBuffers(long bytes) {
        largestBuffer = bytes;
    }

    /** Handles of each kind that were made and not released. */
    public Map<String, Integer> living() {
        Map<String, Integer> counts = new TreeMap<>();
        living.forEach((kind, count) -> {
            if (count.get() != 0) {
                counts.put(kind, count.get());
            }
        });
        return counts;
    }

    /** How often a call was made. */
    public int calls(String call) {
        return calls.getOrDefault(call, new AtomicInteger()).get();
    }

    private void called(String call) {
        calls.computeIfAbsent(call, name -> new AtomicInteger()).incrementAndGet();
        AtomicInteger fuse = fuses.get(call);
        if (fuse != null && (fuse.get() == ALWAYS || fuse.getAndDecrement() == 0)) {
            throw new OpenClException(call, code);
        }
    }

    private long made(String kind, long handle) {
        count(kind, 1);
        return handle;
    }

    private void count(String kind, int change) {
        living.computeIfAbsent(kind, name -> new AtomicInteger()).addAndGet(change);
    }

    @Override
    public long createContext(long platform, long device) {
        called("createContext");
        return made("context", super.createContext(platform, device));
    }

    @Override
    public void releaseContext(long context) {
        super.releaseContext(context);
        count("context", -1);
    }

    @Override
    public long createQueue(long context, long device) {
        called("createQueue");
        return made("queue", super.createQueue(context, device));
    }

    @Override
    public void releaseQueue(long queue) {
        super.releaseQueue(queue);
        count("queue", -1);
    }

    @Override
    public long createProgram(long context, String source) {
        called("createProgram");
        return made("program", super.createProgram(context, source));
    }

    @Override
    public long createProgram(long context, long device, byte[] binary) {
        called("createProgramWithBinary");
        return made("program", super.createProgram(context, device, binary));
    }

    @Override
    public void build(long program, long device, String options) {
        called("build");
        super.build(program, device, options);
    }

    @Override
    public void releaseProgram(long program) {
        super.releaseProgram(program);
        count("program", -1);
    }

    @Override
    public long createKernel(long program, String name) {
        called("createKernel");
        return made("kernel", super.createKernel(program, name));
    }

    @Override
    public void releaseKernel(long kernel) {
        super.releaseKernel(kernel);
        count("kernel", -1);
    }

    @Override
    public void setArgument(long kernel, int position, long bytes, long address) {
        called("setArgument");
        super.setArgument(kernel, position, bytes, address);
    }

    @Override
    public long createBuffer(long context, long flags, long bytes, long host) {
        called("createBuffer");
        if (bytes > largestBuffer) {
            throw new OpenClException("clCreateBuffer of " + bytes + " bytes", MEM_OBJECT_ALLOCATION_FAILURE);
        }
        return made("buffer", super.createBuffer(context, flags, bytes, host));
    }

    @Override
    public void releaseBuffer(long buffer) {
        super.releaseBuffer(buffer);
        count("buffer", -1);
    }

    @Override
    public void enqueueKernel(
            long queue, long kernel, int dimensions, long offset, long global, long local, long event) {
        called("enqueueKernel");
        super.enqueueKernel(queue, kernel, dimensions, offset, global, local, event);
        count("event", 1);
    }

    @Override
    public void enqueueRead(long queue, long buffer, long bytes, long host, long event) {
        called("enqueueRead");
        super.enqueueRead(queue, buffer, bytes, host, event);
        count("event", 1);
    }

    @Override
    public void enqueueWrite(long queue, long buffer, long bytes, long host, long event) {
        called("enqueueWrite");
        super.enqueueWrite(queue, buffer, bytes, host, event);
        count("event", 1);
    }

    @Override
    public void enqueueMarker(long queue, long event) {
        called("enqueueMarker");
        super.enqueueMarker(queue, event);
        count("event", 1);
    }

    @Override
    public long map(long queue, long buffer, long bytes) {
        called("map");
        return made("mapping", super.map(queue, buffer, bytes));
    }

    @Override
    public void unmap(long queue, long buffer, long address) {
        super.unmap(queue, buffer, address);
        count("mapping", -1);
    }

    @Override
    public void finish(long queue) {
        called("finish");
        super.finish(queue);
    }

    @Override
    public long mapWritable(long queue, long buffer, long bytes) {
        called("mapWritable");
        return made("mapping", super.mapWritable(queue, buffer, bytes));
    }

    @Override
    public void flush(long queue) {
        called("flush");
        super.flush(queue);
    }

    @Override
    public byte[] binary(long program) {
        called("binary");
        return super.binary(program);
    }

    @Override
    public long time(long event, int what) {
        called("time");
        return super.time(event, what);
    }

    @Override
    public void await(long[] events, int count) {
        called("await");
        super.await(events, count);
    }

    @Override
    public void await(long event) {
        called("awaitOne");
        super.await(event);
    }

    @Override
    public void releaseEvent(long event) {
        super.releaseEvent(event);
        count("event", -1);
    }
}
