package io.millrace.opencl;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.generator.Activity;
import io.millrace.generator.Generator;
import io.millrace.generator.Pace;
import io.millrace.opencl.device.Cl;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.OpenClException;
import io.millrace.opencl.device.Queue;
import io.millrace.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Instances by kernels on one device or several; workers are dealt to the devices in turn. */
public final class OpenClGenerator implements Generator {
    /** Names how batches leave a device: {@code auto}, or {@code copy} where it shares the host's memory too. */
    static final String TRANSFER = "millrace.opencl.transfer";

    /** A kernel, a download, and a batch that is being written or read by the host. */
    private static final int IN_FLIGHT = 3;

    /** One that is computed, and one that the host launches or waits for. */
    private static final int IN_HOST_MEMORY = 2;

    /** Some milliseconds of a bus: launches and wake-ups cost hundredths of that. */
    private static final long LARGE_BATCH = 64 << 20;
    /** No batch is more than this part of a device's memory. */
    private static final int PARTS = 32;

    /** What caches hold of two batches: larger ones are bound by memory. */
    private static final long SMALL_BATCH = 8 << 20;

    private final Generator host;
    private final OpenClWorkload workload;
    private final List<Context> contexts = new ArrayList<>();
    private final boolean shared;
    private final AtomicInteger workers = new AtomicInteger();
    private PinnedMemory pinned;
    /** Whether the host computes a part of each instance: then its processors are to be kept busy, too. */
    private boolean uploading;

    private boolean closed;

    /** On devices, each of which can compute the spec. */
    OpenClGenerator(Generator host, OpenClWorkload workload, Cl cl, List<Device> devices) {
        this.host = host;
        this.workload = workload;
        this.shared =
                devices.stream().allMatch(Device::computesInHostMemory) && !"copy".equals(System.getProperty(TRANSFER));
        try {
            for (Device device : devices) {
                Context context = new Context(cl, device);
                contexts.add(context);
                // its kernels are built now, so that what does not build is refused before anything is written
                try (OpenClWorker first = newWorker(context)) {
                    uploading = first.uploads();
                }
            }
        } catch (Throwable t) {
            close();
            throw t;
        }
    }

    @Override
    public Spec spec() {
        return host.spec();
    }

    @Override
    public long seed() {
        return host.seed();
    }

    @Override
    public Schema schema() {
        return host.schema();
    }

    @Override
    public String backend() {
        return OpenClBackend.NAME;
    }

    @Override
    public long size() {
        return host.size();
    }

    /** The devices. */
    public List<Device> devices() {
        return contexts.stream().map(Context::device).toList();
    }

    @Override
    public OpenClWorker newWorker() {
        return newWorker(contexts.get(Math.floorMod(workers.getAndIncrement(), contexts.size())));
    }

    private OpenClWorker newWorker(Context context) {
        requireOpen();
        Queue queue = context.newQueue();
        try {
            Steps steps = workload.open(host, queue);
            try {
                return new OpenClWorker(schema(), queue, steps, shared);
            } catch (Throwable t) {
                steps.close();
                throw t;
            }
        } catch (Throwable t) {
            queue.close();
            throw t;
        }
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this generator is closed");
        }
    }

    @Override
    public Optional<Pace> pace() {
        if (shared) {
            return Optional.of(new Pace(IN_HOST_MEMORY * contexts.size(), SMALL_BATCH));
        }
        long least = devices().stream().mapToLong(Device::memory).min().orElseThrow();
        int each = uploading ? Math.max(IN_FLIGHT, Runtime.getRuntime().availableProcessors()) : IN_FLIGHT;
        return Optional.of(new Pace(each * contexts.size(), Math.clamp(least / PARTS, 1, LARGE_BATCH)));
    }

    @Override
    public Optional<Activity> activity() {
        return contexts.stream().map(context -> context.clock().activity()).reduce(Activity::plus);
    }

    /** Pinned where devices have memory of their own and the driver has it to give. */
    @Override
    public synchronized Batch newBatch(int capacity) {
        requireOpen();
        if (shared) {
            return Generator.super.newBatch(capacity);
        }
        try {
            if (pinned == null) {
                pinned = new PinnedMemory(contexts.stream()
                        .filter(context -> !context.device().computesInHostMemory())
                        .findFirst()
                        .orElse(contexts.getFirst()));
            }
            return pinned.batch(schema(), capacity);
        } catch (OpenClException none) {
            return Generator.super.newBatch(capacity);
        }
    }

    /** Batches that are still open stay readable. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (pinned != null) {
            pinned.close();
        }
        contexts.forEach(Context::close);
        host.close();
    }
}
