package io.millrace.opencl.pde;

import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.pde.PdeSpec;
import io.millrace.pde.Prologue;
import io.millrace.pde.Scheme;
import java.util.Map;

/** {@code muscl.cl}: finite volumes. */
final class VolumeOpenCl implements SolverOpenCl {
    /** Arrays of a work-group. */
    private static final int ARRAYS = 4;

    private final Room room;
    private final PdeSpec spec;
    /** Cells of a point. */
    private final int split;

    private final int cells;
    private final long workBytes;
    private final Kernel kernel;
    private final Scratch states;
    private final Scratch work;

    VolumeOpenCl(Room room, int split) {
        this.room = room;
        this.split = split;
        spec = room.spec();
        cells = split * spec.points();
        workBytes = (long) Double.BYTES * ARRAYS * cells;
        kernel = room.kernel("muscl", Map.of(), workBytes, "cells.cl", "muscl.cl");
        states = room.queue().newScratch();
        work = room.queue().newScratch();
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public void table(Prologue prologue, int times, double[] to, int at) {
        System.arraycopy(prologue.cells(times), 0, to, at, width());
    }

    @Override
    public int starts() {
        return split == 1 ? 0 : cells;
    }

    @Override
    public long stateBytes() {
        return (long) Double.BYTES * cells + room.workBytes(workBytes, 1);
    }

    @Override
    public int group() {
        return room.group(kernel);
    }

    @Override
    public void enqueue(Trajectories trajectories, Pass pass) {
        int steps = trajectories.steps(Scheme.FINITE_VOLUME);
        long all = (spec.frames() - 1L) * steps;
        for (long from = 0; from < all; from += room.steps(cells)) {
            kernel.arg(from)
                    .arg(Math.min(all, from + room.steps(cells)))
                    .arg(steps)
                    .arg(spec.frames())
                    .arg(trajectories.compared() ? 1 : 0)
                    .arg(cells)
                    .arg(split)
                    .arg(trajectories.rows())
                    .arg(trajectories.starts(pass))
                    .arg(trajectories.tables())
                    .arg(states.of((long) Double.BYTES * cells * trajectories.count()))
                    .arg(pass.fields().buffer("u"))
                    .arg(room.spec().dtype().ordinal())
                    .arg(pass.flags())
                    .arg(trajectories.differences());
            room.work(kernel, work, workBytes, trajectories.count());
            kernel.runGroups(trajectories.count(), group());
        }
    }
}
