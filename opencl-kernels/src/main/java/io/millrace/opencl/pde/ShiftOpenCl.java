package io.millrace.opencl.pde;

import io.millrace.opencl.FftOpenCl;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.pde.PdeSpec;
import io.millrace.pde.Prologue;
import java.util.Map;

/** {@code shift.cl}: advection. */
final class ShiftOpenCl implements SolverOpenCl {
    private final Room room;
    private final PdeSpec spec;
    private final FftOpenCl fft;
    private final Kernel begin;
    private final Kernel frames;
    private final Buffer stages;
    private final Buffer factors;
    private final Buffer roots;
    private final Scratch modes;
    private final Scratch work;

    ShiftOpenCl(Room room) {
        this.room = room;
        spec = room.spec();
        fft = room.fft(spec.points());
        begin = room.kernel("shift_modes", Map.of(), fft.localBytes(), "shift.cl");
        frames = room.kernel("shift_frames", Map.of(), fft.localBytes(), "shift.cl");
        stages = fft.stages(room.queue());
        factors = fft.factors(room.queue());
        roots = fft.roots(room.queue());
        modes = room.queue().newScratch();
        work = room.queue().newScratch();
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void table(Prologue prologue, int times, double[] to, int at) {
        to[at] = prologue.values()[0];
    }

    @Override
    public long stateBytes() {
        return (long) Double.BYTES * spec.points() + room.workBytes(fft.localBytes(), spec.frames());
    }

    @Override
    public int group() {
        return room.group(frames);
    }

    @Override
    public void enqueue(Trajectories trajectories, Pass pass) {
        int count = trajectories.count();
        Buffer mode = modes.of((long) Double.BYTES * spec.points() * count);
        begin.arg(spec.points())
                .arg(fft.plan().stages())
                .arg(stages)
                .arg(factors)
                .arg(roots)
                .arg(trajectories.rows())
                .arg(pass.starts())
                .arg(mode);
        room.work(begin, work, fft.localBytes(), count);
        begin.runGroups(count, room.group(begin));
        long groups = room.groups(fft.localBytes(), (long) count * spec.frames());
        frames.arg((long) count * spec.frames())
                .arg(spec.frames())
                .arg(spec.interval() / spec.length())
                .arg(spec.points())
                .arg(fft.plan().stages())
                .arg(stages)
                .arg(factors)
                .arg(roots)
                .arg(trajectories.rows())
                .arg(trajectories.tables())
                .arg(mode)
                .arg(pass.fields().buffer("u"))
                .arg(room.spec().dtype().ordinal())
                .arg(pass.flags());
        room.work(frames, work, fft.localBytes(), groups);
        frames.runGroups(groups, group());
    }
}
