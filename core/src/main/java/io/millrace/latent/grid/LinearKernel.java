package io.millrace.latent.grid;

import io.millrace.simd.Simd;
import java.lang.foreign.MemorySegment;

/**
 * The linear layer's part that depends on the field, a latent's one store: {@code out[l, d] = base[l, d] + Σ pooled[l, c]·weights[c, d]}, see {@link GridTables}. Class:
 * reproducible.
 */
interface LinearKernel {
    /** The reference. */
    static LinearKernel scalar() {
        return new LinearScalar();
    }

    /** Over lanes of d; only where {@link Simd#present()}. */
    static LinearKernel vector() {
        return new LinearVector();
    }

    /**
     * All tokens of a latent.
     *
     * @param pooled (L, C′)
     * @param weights (C′, D)
     * @param base (L, D)
     * @param at the first byte
     */
    void store(float[] pooled, float[] weights, float[] base, int width, int tokens, MemorySegment out, long at);
}
