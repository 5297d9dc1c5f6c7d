package io.millrace.causal.kernel;

import static io.millrace.simd.Species.FLOAT;
import static io.millrace.simd.Species.INT;
import static jdk.incubator.vector.VectorOperators.EQ;

import io.millrace.batch.Elements;
import io.millrace.causal.mechanism.Equation;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShuffle;

/**
 * {@link LinearScalar} over lanes: a tile of as many rows as lanes is n whole vectors, whose stores are aligned where tensors are. What belongs to rows is
 * spread from one vector by a shuffle for each of the n; what belongs to nodes stands in arrays of a tile's length. What is left beyond the last whole vector
 * is done one by one.
 */
final class LinearVector implements LinearKernel {
    private static final int LANES = FLOAT.length();
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    private final int nodes;
    private final LinearScalar rest;
    /** The row of a tile that each lane of vector k belongs to. */
    private final VectorShuffle<Float>[] rowOf;
    /** The node of each element of a tile. */
    private final int[] nodeOf;
    /** Effects on all nodes, and again those on the first: on the nodes of vector k from {@code nodeOf[k·LANES]} on. */
    private final float[] effects;

    @SuppressWarnings({"unchecked", "rawtypes"})
    LinearVector(int nodes) {
        this.nodes = nodes;
        rest = new LinearScalar(nodes);
        rowOf = new VectorShuffle[nodes];
        nodeOf = new int[nodes * LANES];
        effects = new float[2 * (nodes + LANES)];
        for (int k = 0; k < nodes; k++) {
            int from = k * LANES;
            rowOf[k] = VectorShuffle.fromOp(FLOAT, lane -> (from + lane) / nodes);
        }
        for (int e = 0; e < nodeOf.length; e++) {
            nodeOf[e] = e % nodes;
        }
    }

    @Override
    public void effects(Equation equation, float[] x, int[] at, int worlds, int to) {
        SumVector.sum(0, equation, x, at, worlds, to);
    }

    @Override
    public void store(
            float[] base,
            float[] move,
            float[] value,
            float[] effect,
            int from,
            int set,
            int rows,
            MemorySegment to,
            MemorySegment difference,
            long element) {
        for (int k = 0; k < nodes; k += LANES) {
            FloatVector.fromArray(FLOAT, effect, from + k).intoArray(effects, k);
        }
        for (int again = nodes; again < nodes + LANES; again += nodes) {
            FloatVector.fromArray(FLOAT, effect, from).intoArray(effects, again);
        }
        int whole = rows * nodes / LANES;
        if (to == null) {
            difference(base, move, value, set, whole, difference, element);
        } else if (difference == null) {
            world(base, move, value, set, whole, to, element);
        } else {
            both(base, move, value, set, whole, to, difference, element);
        }
        rest.store(whole * LANES, base, move, value, effect, from, set, rows, to, difference, element);
    }

    private void both(
            float[] base,
            float[] move,
            float[] value,
            int set,
            int vectors,
            MemorySegment to,
            MemorySegment difference,
            long element) {
        MemorySegment world = Elements.offHeap(to);
        MemorySegment delta = Elements.offHeap(difference);
        for (int tile = 0, r = 0; tile < vectors; tile += nodes, r += LANES) {
            FloatVector moves = FloatVector.fromArray(FLOAT, move, r);
            FloatVector values = FloatVector.fromArray(FLOAT, value, r);
            int end = Math.min(nodes, vectors - tile);
            for (int k = 0; k < end; k++) {
                int e = (tile + k) * LANES;
                FloatVector before = FloatVector.fromArray(FLOAT, base, e);
                FloatVector y = moved(moves, values, set, k, before);
                y.intoMemorySegment(world, (element + e) * Float.BYTES, LITTLE);
                y.sub(before).intoMemorySegment(delta, (element + e) * Float.BYTES, LITTLE);
            }
        }
    }

    private void world(
            float[] base, float[] move, float[] value, int set, int vectors, MemorySegment to, long element) {
        MemorySegment world = Elements.offHeap(to);
        for (int tile = 0, r = 0; tile < vectors; tile += nodes, r += LANES) {
            FloatVector moves = FloatVector.fromArray(FLOAT, move, r);
            FloatVector values = FloatVector.fromArray(FLOAT, value, r);
            int end = Math.min(nodes, vectors - tile);
            for (int k = 0; k < end; k++) {
                int e = (tile + k) * LANES;
                moved(moves, values, set, k, FloatVector.fromArray(FLOAT, base, e))
                        .intoMemorySegment(world, (element + e) * Float.BYTES, LITTLE);
            }
        }
    }

    private void difference(
            float[] base, float[] move, float[] value, int set, int vectors, MemorySegment difference, long element) {
        MemorySegment delta = Elements.offHeap(difference);
        for (int tile = 0, r = 0; tile < vectors; tile += nodes, r += LANES) {
            FloatVector moves = FloatVector.fromArray(FLOAT, move, r);
            FloatVector values = FloatVector.fromArray(FLOAT, value, r);
            int end = Math.min(nodes, vectors - tile);
            for (int k = 0; k < end; k++) {
                int e = (tile + k) * LANES;
                FloatVector before = FloatVector.fromArray(FLOAT, base, e);
                FloatVector y = moved(moves, values, set, k, before);
                y.sub(before).intoMemorySegment(delta, (element + e) * Float.BYTES, LITTLE);
            }
        }
    }

    /** Vector k of a tile. */
    private FloatVector moved(FloatVector moves, FloatVector values, int set, int k, FloatVector before) {
        VectorShuffle<Float> rows = rowOf[k];
        return FloatVector.fromArray(FLOAT, effects, nodeOf[k * LANES])
                .fma(moves.rearrange(rows), before)
                .blend(
                        values.rearrange(rows),
                        IntVector.fromArray(INT, nodeOf, k * LANES)
                                .compare(EQ, set)
                                .cast(FLOAT));
    }

    @Override
    public void column(float[] x, int from, float[] move, float effect, int rows, int to) {
        for (int r = 0; r < rows; r += LANES) {
            FloatVector.fromArray(FLOAT, move, r)
                    .fma(FloatVector.broadcast(FLOAT, effect), FloatVector.fromArray(FLOAT, x, from + r))
                    .intoArray(x, to + r);
        }
    }

    @Override
    public boolean within(
            float[] base, float[] move, float[] value, float[] effect, int from, int set, int rows, float most) {
        return rest.within(base, move, value, effect, from, set, rows, most);
    }
}
