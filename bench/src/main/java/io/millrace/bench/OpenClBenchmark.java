package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.OpenClGenerator;
import io.millrace.opencl.OpenClWorker;
import io.millrace.pipeline.Options;
import io.millrace.routing.CvrpSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * CVRP with the full matrix on a device, by one worker: left there for a consumer on the same device, or in the host's memory.
 * The unit is an instance; the device is the one that {@code MILLRACE_OPENCL_DEVICE} chooses.
 */
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", Measured.VECTOR_MODULE, "--enable-native-access=ALL-UNNAMED"})
public class OpenClBenchmark extends Measured {
    /** Instances at a time. */
    static final int INSTANCES = 1024;

    /** Of an instance. */
    @Param({"10", "100"})
    public int customers;

    private OpenClGenerator generator;
    private OpenClWorker worker;
    private DeviceBatch device;
    private Batch host;
    private long first;

    /** Takes a worker and its memory. */
    @Setup
    public void prepare() {
        CvrpSpec spec = CvrpSpec.DEFAULT.with("customers", customers);
        generator = (OpenClGenerator) Backends.choose("opencl", spec, SEED).generator();
        worker = generator.newWorker();
        int capacity = Math.min(INSTANCES, Options.batchFor(generator));
        device = worker.newDeviceBatch(capacity);
        host = generator.newBatch(capacity);
    }

    /** Written by the kernels, and waited for. */
    @Benchmark
    @OperationsPerInvocation(INSTANCES)
    public DeviceBatch onDevice() {
        for (int done = 0; done < INSTANCES; done += device.capacity()) {
            worker.fill(first + done, Math.min(device.capacity(), INSTANCES - done), device);
        }
        device.await();
        first += INSTANCES;
        return device;
    }

    /** Downloaded, where the device does not share the host's memory. */
    @Benchmark
    @OperationsPerInvocation(INSTANCES)
    public Batch inHostMemory() {
        for (int done = 0; done < INSTANCES; done += host.capacity()) {
            worker.fill(first + done, Math.min(host.capacity(), INSTANCES - done), host);
        }
        first += INSTANCES;
        return host;
    }

    /** Gives all back. */
    @TearDown
    public void release() {
        host.close();
        device.close();
        worker.close();
        generator.close();
    }
}
