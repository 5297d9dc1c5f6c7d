package io.millrace.latent;

import io.millrace.latent.grid.FloatTensor;
import io.millrace.latent.grid.GridShape;
import io.millrace.latent.grid.GridTables;
import io.millrace.latent.grid.GridWeights;
import io.millrace.latent.grid.SafetensorsException;
import io.millrace.latent.grid.SafetensorsReader;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
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
     * @param weights a safetensors file with the tensors of {@link GridWeights}; empty: drawn
     */
    record Grid(int patch, int tokens, int width, long seed, Optional<Table> weights) implements EncoderChoice {
        /**
         * What it computes with, for frames of these extents, of one channel.
         *
         * @throws SpecException if it is none of such frames, or the weights are none, or of other shapes
         */
        public GridTables tables(List<Integer> frame) {
            GridShape shape = new GridShape(1, frame, patch, tokens, width);
            return GridTables.of(
                    weights.isPresent()
                            ? GridWeights.of(shape, tensors(weights.get()))
                            : GridWeights.seeded(shape, seed));
        }

        private static Map<String, FloatTensor> tensors(Table file) {
            try {
                return SafetensorsReader.read(LatentKeys.WEIGHTS, file.bytes().toArray(ValueLayout.JAVA_BYTE));
            } catch (SafetensorsException e) {
                throw new SpecException(e.getMessage());
            }
        }
    }

    /**
     * A model from a file.
     *
     * @param kind whose, see {@link EncoderProvider#name()}
     * @param file its bytes
     */
    record Model(String kind, Table file) implements EncoderChoice {}
}
