package io.millrace.latent;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/** Turns frames, fields of one shape, into latents; for all threads. */
public interface Encoder extends AutoCloseable {
    /** Extents of a frame's latent: tokens and width. */
    List<Integer> latent();

    /** The library that computes, with its version, if it is not Millrace: its bits are then not promised. */
    default Optional<String> foreign() {
        return Optional.empty();
    }

    /**
     * How many frames it wants at once, at least: 1 where nothing is gained by more. One that wants more owns something (a device, threads) that it
     * lends to one call at a time.
     */
    default int frames() {
        return 1;
    }

    /** One thread's. */
    Session newSession();

    /** Releases what it owns, after its sessions. */
    @Override
    default void close() {}

    /** One thread's use of an encoder. */
    interface Session extends AutoCloseable {
        /**
         * Encodes frames, each alone.
         *
         * @param fields f4, frame after frame, off the heap
         * @param latents f4, latent after latent
         */
        void encode(MemorySegment fields, int frames, MemorySegment latents);

        @Override
        default void close() {}
    }
}
