package io.millrace.latent;

import io.millrace.spec.Table;
import java.util.List;

/** Encoders of a kind that core has none of, from a file; found through {@link java.util.ServiceLoader}. */
public interface EncoderProvider {
    /** The value of the key {@code encoder} that asks for it. */
    String name();

    /**
     * Opens an encoder.
     *
     * @param model the file's bytes
     * @param frame extents of a frame: points, or rows and columns
     * @throws io.millrace.spec.SpecException if the file is none, or of other shapes; the sentence has both
     * @throws io.millrace.generator.UnavailableException if what computes it is not here
     */
    Encoder open(Table model, List<Integer> frame);
}
