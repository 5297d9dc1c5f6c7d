package io.millrace.opencl.radio;

import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.radio.kernel.Block;

/**
 * Instances that are made together: {@code base … base + count − 1} of a batch, {@code rows} receptions of theirs from {@code row} on.
 *
 * @param first the index of the batch's first instance
 * @param blocks of each envelope
 * @param signals rows of envelopes
 * @param order instances by modulation
 * @param receptions rows of receptions
 * @param sinusoids phase and step of each sinusoid of each path of each reception; null without
 * @param xRe the envelopes
 * @param xIm the same
 * @param midRe what envelopes are half-way between their samples
 * @param midIm the same
 * @param iq the samples: the field, or memory for the piece alone
 * @param iqBase the first instance there
 * @param fields what is written
 */
record Piece(
        long first,
        int base,
        int count,
        int row,
        int rows,
        int blocks,
        Buffer signals,
        Buffer order,
        Buffer receptions,
        Buffer sinusoids,
        Buffer xRe,
        Buffer xIm,
        Buffer midRe,
        Buffer midIm,
        Buffer iq,
        int iqBase,
        DeviceBatch fields) {
    /** Samples from envelope to envelope. */
    int stride() {
        return blocks * Block.LENGTH;
    }

    /** Sets the arguments {@code ENVELOPE} of {@code envelope.cl}, members from {@code at} on. */
    Kernel envelope(Kernel kernel, int at) {
        return kernel.arg(order)
                .arg(at)
                .arg(base)
                .arg(blocks)
                .arg(Divisor.of(blocks))
                .arg(signals)
                .arg(stride())
                .arg(xRe)
                .arg(xIm);
    }
}
