package io.millrace.opencl.pde;

import io.millrace.batch.Elements;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.opencl.device.Source;
import io.millrace.pde.PdeSpec;
import io.millrace.pde.Prologue;
import io.millrace.pde.Scheme;
import io.millrace.pde.volume.Sorption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code sorption.cl}: implicit finite volumes between walls. */
final class SorptionOpenCl implements SolverOpenCl {
    /** Arrays of a trajectory between launches: u, what is kept, and room. */
    private static final int STATES = 3;

    /** Arrays of a work-group. */
    private static final int ARRAYS = 3;

    /** Explicit steps that one takes as long as, about: six of Newton's iterations. */
    private static final int WEIGHT = 4;

    private final Room room;
    private final PdeSpec spec;
    /** Cells of a point. */
    private final int split;

    private final int cells;
    private final int halvings;
    private final long workBytes;
    private final Kernel kernel;
    /** Steps before the end of each part of time. */
    private final long[] ends;

    private final Buffer endBuffer;
    private final Buffer lengths;
    private final Scratch states;
    private final Scratch work;

    SorptionOpenCl(Room room, Prologue prologue, int split) {
        this.room = room;
        this.split = split;
        spec = room.spec();
        cells = split * spec.points();
        halvings = prologue.halvings(Scheme.FINITE_VOLUME);
        workBytes = (long) Double.BYTES * ARRAYS * cells;
        Map<String, Object> constants = new HashMap<>();
        constants.put("STATES", STATES);
        constants.put("WALL_WIDTH", WallColumn.values().length);
        constants.put("EPSILON", Double.toHexString(Sorption.EPSILON));
        constants.put("GAMMA", Double.toHexString(Sorption.GAMMA));
        constants.put("ITERATIONS", Sorption.ITERATIONS);
        Source.define(constants, "WALL", WallColumn.values());
        kernel = room.kernel("sorption", constants, workBytes, "cells.cl", "sorption.cl");
        List<Prologue.Part> parts = prologue.parts(Scheme.FINITE_VOLUME, split);
        ends = parts.stream().mapToLong(Prologue.Part::steps).toArray();
        Arrays.parallelPrefix(ends, Long::sum);
        long bytes = (long) Long.BYTES * ends.length;
        endBuffer = room.queue().constant("ends of parts " + split, bytes, memory -> {
            for (int part = 0; part < ends.length; part++) {
                memory.setAtIndex(Elements.I8, part, ends[part]);
            }
        });
        lengths = room.queue().constant("steps of parts " + split, bytes, memory -> {
            for (int part = 0; part < ends.length; part++) {
                memory.setAtIndex(Elements.F8, part, parts.get(part).length());
            }
        });
        states = room.queue().newScratch();
        work = room.queue().newScratch();
    }

    @Override
    public int width() {
        return WallColumn.values().length;
    }

    @Override
    public void table(Prologue prologue, int times, double[] to, int at) {
        System.arraycopy(prologue.walls(times), 0, to, at, width());
    }

    @Override
    public int starts() {
        return split == 1 ? 0 : cells;
    }

    @Override
    public long stateBytes() {
        return (long) Double.BYTES * STATES * cells + room.workBytes(workBytes, 1);
    }

    @Override
    public int group() {
        return room.group(kernel);
    }

    @Override
    public void enqueue(Trajectories trajectories, Pass pass) {
        long all = ends[ends.length - 1];
        long most = Math.max(1, room.steps(split * spec.points()) / WEIGHT);
        int part = 0;
        for (long from = 0; from < all; from += most) {
            while (ends[part] <= from) {
                part++;
            }
            kernel.arg(from)
                    .arg(Math.min(all, from + most))
                    .arg(part)
                    .arg(halvings)
                    .arg(spec.frames())
                    .arg(trajectories.compared() ? 1 : 0)
                    .arg(cells)
                    .arg(split)
                    .arg(endBuffer)
                    .arg(lengths)
                    .arg(trajectories.rows())
                    .arg(trajectories.starts(pass))
                    .arg(trajectories.tables())
                    .arg(states.of((long) Double.BYTES * STATES * cells * trajectories.count()))
                    .arg(pass.fields().buffer("u"))
                    .arg(room.spec().dtype().ordinal())
                    .arg(pass.flags())
                    .arg(trajectories.differences());
            room.work(kernel, work, workBytes, trajectories.count());
            kernel.runGroups(trajectories.count(), group());
        }
    }
}
