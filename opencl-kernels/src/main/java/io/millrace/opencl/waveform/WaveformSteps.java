package io.millrace.opencl.waveform;

import io.millrace.batch.Schema;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Scratch;
import io.millrace.opencl.device.Staging;
import io.millrace.waveform.Output;
import io.millrace.waveform.Prologue;
import io.millrace.waveform.SignalColumn;
import io.millrace.waveform.WaveformGenerator;
import io.millrace.waveform.WaveformSpec;
import java.lang.foreign.MemorySegment;

/** The host's rows, their upload, and the kernel that evaluates them. */
final class WaveformSteps implements Steps {
    private static final long ROW = 8L * SignalColumn.ROW;

    private final Queue queue;
    private final Prologue prologue;
    private final long parameterBytes;
    private final Scratch signals;
    private final Staging staging;
    private final Buffer grid;
    private final OutputOpenCl output;

    WaveformSteps(WaveformGenerator host, Queue queue) {
        this.queue = queue;
        staging = new Staging(queue);
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

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        MemorySegment all = staging.of((ROW + parameterBytes + 4) * count);
        MemorySegment rows = all.asSlice(0, ROW * count);
        MemorySegment parameters = all.asSlice(ROW * count, parameterBytes * count);
        MemorySegment attempts = all.asSlice((ROW + parameterBytes) * count, 4L * count);
        prologue.fill(first, count, rows, parameters, attempts);
        Buffer device = signals.of(rows.byteSize());
        queue.write(rows, device);
        queue.write(parameters, fields.buffer("parameters"));
        queue.write(attempts, fields.buffer("attempts"));
        staging.sent();
        output.enqueue(first, count, device, grid, fields);
    }

    @Override
    public void close() {
        staging.close();
    }
}
