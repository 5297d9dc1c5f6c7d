package io.millrace.opencl.waveform;

import io.millrace.batch.Batch;
import io.millrace.batch.Schema;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.OpenClException;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Scratch;
import io.millrace.waveform.Output;
import io.millrace.waveform.Prologue;
import io.millrace.waveform.SignalColumn;
import io.millrace.waveform.WaveformGenerator;
import io.millrace.waveform.WaveformSpec;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The host's rows, their upload, and the kernel that evaluates them. */
final class WaveformSteps implements Steps {
    private static final long ROW = 8L * SignalColumn.ROW;

    private final Queue queue;
    private final Prologue prologue;
    private final long parameterBytes;
    private final Scratch signals;
    private final Staging staging = new Staging();
    private final Buffer grid;
    private final OutputOpenCl output;
    /** The event that comes when the last rows are on the device; 0 before the first. */
    private long uploaded;

    WaveformSteps(WaveformGenerator host, Queue queue) {
        this.queue = queue;
        prologue = host.newPrologue();
        Schema schema = host.schema();
        parameterBytes = schema.fields().get(schema.indexOf("parameters")).bytes();
        signals = queue.newScratch();
        grid = queue.constant("grid", prologue.gridBytes(), prologue::grid);
        output = open(host, queue);
    }

    private OutputOpenCl open(WaveformGenerator host, Queue queue) {
        WaveformSpec spec = host.spec();
        if (prologue.detectors() > 0) {
            return new StrainOpenCl(spec, host.seed(), prologue, queue);
        }
        return spec.output() == Output.AMPLITUDE_PHASE ? new CurveOpenCl(spec, queue) : new WaveOpenCl(spec, queue);
    }

    @Override
    public long scratchBytes() {
        return ROW;
    }

    @Override
    public boolean uploads() {
        return true;
    }

    /** The host may write the next rows once the last ones are on the device, while that still evaluates them. */
    private void awaitUpload() {
        if (uploaded != 0) {
            long event = uploaded;
            uploaded = 0;
            try {
                queue.context().cl().await(event);
            } catch (OpenClException failed) {
                // it is over, and whoever wanted those rows was told
            } finally {
                queue.context().cl().releaseEvent(event);
            }
        }
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        awaitUpload();
        MemorySegment all = staging.of((ROW + parameterBytes + 4) * count);
        MemorySegment rows = all.asSlice(0, ROW * count);
        MemorySegment parameters = all.asSlice(ROW * count, parameterBytes * count);
        MemorySegment attempts = all.asSlice((ROW + parameterBytes) * count, 4L * count);
        prologue.fill(first, count, rows, parameters, attempts);
        Buffer device = signals.of(rows.byteSize());
        queue.write(rows, device);
        queue.write(parameters, fields.buffer("parameters"));
        queue.write(attempts, fields.buffer("attempts"));
        uploaded = queue.marker();
        output.enqueue(first, count, device, grid, fields);
    }

    @Override
    public void close() {
        if (uploaded != 0) {
            queue.context().cl().releaseEvent(uploaded);
            uploaded = 0;
        }
        staging.close();
    }

    /** The host's memory that uploads are made from, as large as it was ever needed. */
    private static final class Staging implements AutoCloseable {
        private Arena arena = Arena.ofShared();
        private MemorySegment segment = MemorySegment.NULL;

        MemorySegment of(long bytes) {
            if (segment.byteSize() < bytes) {
                segment = MemorySegment.NULL;
                arena.close();
                arena = Arena.ofShared();
                segment = arena.allocate(bytes, Batch.ALIGNMENT);
            }
            return segment;
        }

        @Override
        public void close() {
            arena.close();
        }
    }
}
