package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.SpyCl;
import io.millrace.routing.CvrpSpec;
import io.millrace.spec.Spec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches that stay on the device. */
class DeviceBatchTest {
    private static final CvrpSpec SPEC = Made.routing("customers=13");

    /** A consumer: another queue of the same context, which waits for the event and reads. */
    private static String read(DeviceBatch batch, Queue consumer) {
        Schema schema = batch.schema();
        try (Batch host = Batch.allocate(schema, Math.max(1, batch.count()))) {
            batch.await();
            for (int field = 0; field < schema.fields().size(); field++) {
                long bytes = schema.fields().get(field).bytes() * batch.count();
                consumer.read(batch.buffer(field), host.tensor(field).asSlice(0, bytes));
            }
            consumer.finish();
            return Made.digest(host, batch.count());
        }
    }

    @Test
    void aConsumerReadsWhatAHostBatchWouldHold() {
        OpenClHere.library();
        SpyCl cl = new SpyCl();
        try (OpenClGenerator generator = Made.opencl(cl, SPEC, 9);
                OpenClWorker worker = generator.newWorker();
                Queue consumer = worker.context().newQueue();
                DeviceBatch one = worker.newDeviceBatch(64);
                DeviceBatch other = worker.newDeviceBatch(64)) {
            long first = (1L << 40) + 7;
            worker.fill(first, 64, one);
            worker.fill(first + 64, 33, other);
            assertEquals(0, cl.calls("enqueueRead") + cl.calls("map"), "nothing was downloaded");
            assertEquals(first + 64, other.first());
            assertEquals(33, other.count());
            assertEquals(Made.digest(Made.scalar(SPEC, 9), first + 64, 33, 33), read(other, consumer));
            assertEquals(Made.digest(Made.scalar(SPEC, 9), first, 64, 64), read(one, consumer));
            worker.fill(3, 1, one);
            assertEquals(Made.digest(Made.scalar(SPEC, 9), 3, 1, 1), read(one, consumer));
            assertEquals(one.buffer("coords"), one.buffer(0));
            assertThrows(IndexOutOfBoundsException.class, () -> worker.fill(0, 65, one));
        }
        assertEquals(Map.of(), cl.living());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 31, 255, 256, 257, 1023, 1025})
    void anyCountOnTheDeviceAndOnTheHost(int count) {
        OpenClHere.library();
        String expected = Made.digest(Made.scalar(SPEC, 9), 11, count, Math.max(1, count));
        try (OpenClGenerator generator = Made.opencl(SPEC, 9);
                OpenClGenerator copying = Made.copying(() -> Made.opencl(SPEC, 9));
                OpenClWorker worker = generator.newWorker();
                Queue consumer = worker.context().newQueue();
                DeviceBatch batch = worker.newDeviceBatch(Math.max(1, count))) {
            worker.fill(11, count, batch);
            assertEquals(expected, read(batch, consumer));
            assertEquals(expected, Made.digest(generator, 11, count, Math.max(1, count)));
            assertEquals(expected, Made.digest(copying, 11, count, Math.max(1, count)));
        }
    }

    /** A workload that uploads waits for its last upload, so that both batches hold what they should. */
    @Test
    void twoOfAWorkloadThatUploads() {
        OpenClHere.library();
        Spec spec = Made.spec("waveform", "f-max=128 delta-f=1");
        try (OpenClGenerator generator = Made.opencl(spec, 9);
                OpenClWorker worker = generator.newWorker();
                Queue consumer = worker.context().newQueue();
                DeviceBatch one = worker.newDeviceBatch(16);
                DeviceBatch other = worker.newDeviceBatch(16)) {
            worker.fill(0, 16, one);
            worker.fill(16, 15, other);
            assertEquals(Made.digest(Made.scalar(spec, 9), 0, 16, 16), read(one, consumer));
            assertEquals(Made.digest(Made.scalar(spec, 9), 16, 15, 15), read(other, consumer));
            assertThrows(IllegalArgumentException.class, () -> worker.newDeviceBatch(Integer.MAX_VALUE));
        }
    }
}
