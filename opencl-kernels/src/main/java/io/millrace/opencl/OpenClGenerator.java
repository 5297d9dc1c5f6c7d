package io.millrace.opencl;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.generator.Activity;
import io.millrace.generator.Generator;
import io.millrace.generator.Pace;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Cl;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.OpenClException;
import io.millrace.opencl.device.Queue;
import io.millrace.spec.Spec;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
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
    private final boolean unified;
    private final AtomicInteger workers = new AtomicInteger();
    /** Maps and unmaps pinned memory; made when first needed. */
    private Queue service;

    /** On devices, each of which can compute the spec. */
    OpenClGenerator(Generator host, OpenClWorkload workload, Cl cl, List<Device> devices) {
        this.host = host;
        this.workload = workload;
        this.unified = devices.stream().allMatch(Device::unified) && !"copy".equals(System.getProperty(TRANSFER));
        try {
            for (Device device : devices) {
                contexts.add(new Context(cl, device));
            }
            // the kernels are built now, so that what does not build is refused before anything is written
            newWorker().close();
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
        Context context = contexts.get(Math.floorMod(workers.getAndIncrement(), contexts.size()));
        Queue queue = context.newQueue();
        try {
            return new OpenClWorker(schema(), queue, workload.open(host, queue), unified);
        } catch (Throwable t) {
            queue.close();
            throw t;
        }
    }

    @Override
    public Optional<Pace> pace() {
        if (unified) {
            return Optional.of(new Pace(IN_HOST_MEMORY * contexts.size(), SMALL_BATCH));
        }
        long least = devices().stream().mapToLong(Device::memory).min().orElseThrow();
        return Optional.of(new Pace(IN_FLIGHT * contexts.size(), Math.clamp(least / PARTS, 1, LARGE_BATCH)));
    }

    @Override
    public Optional<Activity> activity() {
        return contexts.stream().map(context -> context.clock().activity()).reduce(Activity::plus);
    }

    /** Pinned where devices have memory of their own and the driver has it to give. */
    @Override
    public Batch newBatch(int capacity) {
        if (unified) {
            return Generator.super.newBatch(capacity);
        }
        try {
            return pinned(capacity);
        } catch (OpenClException e) {
            return Generator.super.newBatch(capacity);
        }
    }

    private synchronized Batch pinned(int capacity) {
        Context context = contexts.getFirst();
        if (service == null) {
            service = context.newQueue();
        }
        long bytes = Batch.bytes(schema(), capacity);
        Buffer buffer = context.allocatePinned(bytes);
        Arena arena = Arena.ofShared();
        try {
            long address = context.cl().map(service.handle(), buffer.handle(), bytes);
            service.finish();
            return Batch.over(schema(), capacity, segment(address, bytes, arena), () -> {
                arena.close();
                unmap(buffer, address);
            });
        } catch (Throwable t) {
            arena.close();
            buffer.close();
            throw t;
        }
    }

    @SuppressWarnings("restricted") // memory that a driver gave has no other way to become a segment
    private static MemorySegment segment(long address, long bytes, Arena arena) {
        return MemorySegment.ofAddress(address).reinterpret(bytes, arena, segment -> {});
    }

    private synchronized void unmap(Buffer buffer, long address) {
        try {
            service.context().cl().unmap(service.handle(), buffer.handle(), address);
            service.finish();
        } finally {
            buffer.close();
        }
    }

    @Override
    public synchronized void close() {
        if (service != null) {
            service.close();
            service = null;
        }
        contexts.forEach(Context::close);
        contexts.clear();
        host.close();
    }
}
