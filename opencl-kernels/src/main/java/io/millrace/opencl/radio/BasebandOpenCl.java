package io.millrace.opencl.radio;

/** Makes the envelopes of one modulation: kernels with their arguments. */
interface BasebandOpenCl {
    /** Enqueues those of {@code members} instances of a piece, which stand in its order from {@code at} on. */
    void enqueue(Piece piece, int at, int members);
}
