package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.generator.UnavailableException;
import io.millrace.opencl.DeviceBatch;
import org.junit.jupiter.api.Test;

final class OpenClBenchmarkTest {
    private static OpenClBenchmark prepared() {
        OpenClBenchmark benchmark = new OpenClBenchmark();
        benchmark.customers = 100;
        try {
            benchmark.prepare();
            return benchmark;
        } catch (UnavailableException absent) {
            String reason = "no OpenCL here: " + absent.getMessage();
            return System.getenv("CI") == null ? abort(reason) : fail(reason);
        }
    }

    @Test
    void bothMakeAllInstances() {
        OpenClBenchmark benchmark = prepared();
        Batch host = benchmark.inHostMemory();
        double mean = host.tensor("coords")
                .elements(Elements.F4)
                .mapToDouble(element -> element.get(Elements.F4, 0))
                .average()
                .orElseThrow();
        assertEquals(0.5, mean, 0.02);
        DeviceBatch device = benchmark.onDevice();
        assertTrue(device.first() >= OpenClBenchmark.INSTANCES, "the next instances are others");
        assertTrue(device.count() > 0);
        benchmark.release();
    }
}
