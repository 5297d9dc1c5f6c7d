package io.millrace.opencl.device;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lwjgl.opencl.CL10;

/** A device opened for a generator: its programs, built once for all workers, and its clock. Safe for all threads. */
public final class Context implements AutoCloseable {
    private final Cl cl;
    private final Device device;
    private final long handle;
    private final ProgramCache cache = ProgramCache.open();
    private final Map<String, Long> programs = new HashMap<>();
    private final Map<String, Buffer> constants = new HashMap<>();
    private final Clock clock = new Clock();
    private boolean closed;

    /** Opens a device. */
    public Context(Cl cl, Device device) {
        this.cl = cl;
        this.device = device;
        this.handle = cl.createContext(device.platformId(), device.deviceId());
    }

    /** The calls. */
    public Cl cl() {
        return cl;
    }

    /** The device. */
    public Device device() {
        return device;
    }

    /** What its queues did. */
    public Clock clock() {
        return clock;
    }

    /** OpenCL's handle. */
    public long handle() {
        return handle;
    }

    /** A queue for one thread. */
    public Queue newQueue() {
        return new Queue(this);
    }

    /** Device memory of that many bytes. */
    public Buffer allocate(long bytes) {
        return new Buffer(cl, cl.createBuffer(handle, CL10.CL_MEM_READ_WRITE, bytes, 0), bytes);
    }

    /** The host's memory at an address as a buffer, without a copy where the device {@link Device#computesInHostMemory}. */
    public Buffer over(long address, long bytes) {
        long flags = CL10.CL_MEM_READ_WRITE | CL10.CL_MEM_USE_HOST_PTR;
        return new Buffer(cl, cl.createBuffer(handle, flags, bytes, address), bytes);
    }

    /** Memory of the host that the device reaches fastest, once it is mapped. */
    public Buffer allocatePinned(long bytes) {
        long flags = CL10.CL_MEM_READ_WRITE | CL10.CL_MEM_ALLOC_HOST_PTR;
        return new Buffer(cl, cl.createBuffer(handle, flags, bytes, 0), bytes);
    }

    /** What was made under that name, or is made now. */
    Buffer constant(String name, Supplier<Buffer> making) {
        synchronized (constants) {
            Buffer known = constants.get(name);
            if (known == null) {
                known = making.get();
                constants.put(name, known);
            }
            return known;
        }
    }

    /** The program of a source, from memory, from the cache, or built now. */
    synchronized long program(Source source) {
        String options = options();
        String key = ProgramCache.key(device, source.text(), options);
        Long known = programs.get(key);
        if (known != null) {
            return known;
        }
        long program = cached(key, options).orElseGet(() -> built(source, key, options));
        programs.put(key, program);
        return program;
    }

    /** No option relaxes arithmetic; {@code FP64} and {@code EXACT_DIVIDE_SQRT} tell the sources what the device has. */
    private String options() {
        return "-cl-std=CL1.2"
                + (device.fp64() ? " -DFP64" : "")
                + (device.exactDivision() ? " -cl-fp32-correctly-rounded-divide-sqrt -DEXACT_DIVIDE_SQRT" : "");
    }

    private Optional<Long> cached(String key, String options) {
        return cache.get(key).flatMap(binary -> {
            try {
                long program = cl.createProgram(handle, device.deviceId(), binary);
                try {
                    build(program, options);
                    return Optional.of(program);
                } catch (OpenClException e) {
                    cl.releaseProgram(program);
                    throw e;
                }
            } catch (OpenClException refused) {
                return Optional.empty();
            }
        });
    }

    private long built(Source source, String key, String options) {
        long program = cl.createProgram(handle, source.text());
        try {
            build(program, options);
            keep(key, program);
            return program;
        } catch (Throwable t) {
            cl.releaseProgram(program);
            throw t;
        }
    }

    private void build(long program, String options) {
        Signals.keep(() -> cl.build(program, device.deviceId(), options));
    }

    private void keep(String key, long program) {
        try {
            cache.put(key, cl.binary(program));
        } catch (OpenClException none) {
            // a driver without binaries compiles again next time
        }
    }

    /** Releases its programs and itself; queues, kernels and buffers are to be closed before. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        constants.values().forEach(Buffer::close);
        programs.values().forEach(cl::releaseProgram);
        programs.clear();
        cl.releaseContext(handle);
    }
}
