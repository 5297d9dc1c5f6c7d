package io.millrace.latent;

import io.millrace.spec.Table;
import java.util.Optional;

/** Which encoder. */
public sealed interface EncoderChoice {
    /**
     * The grid encoder.
     *
     * @param patch points of a patch, along each axis
     * @param tokens of a latent
     * @param width of a token
     * @param seed of its weights where they are drawn
     * @param weights one column, in the order of the grid encoder's tensors; empty: drawn
     */
    record Grid(int patch, int tokens, int width, long seed, Optional<Table> weights) implements EncoderChoice {}

    /**
     * A model from a file.
     *
     * @param kind whose, see {@link EncoderProvider#name()}
     * @param file its bytes
     */
    record Model(String kind, Table file) implements EncoderChoice {}
}
