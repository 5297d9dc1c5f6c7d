package io.millrace.radio.scene;

/** The random streams of a scene; a number, once given, is never used for something else. */
final class Streams {
    /** Uniform doubles: 0, 1 the transmitter's place, 2 which part of the frame, 3 its power. */
    static final int TRANSMITTER = 0;
    /** Normal double r: shadowing of receiver r. */
    static final int SHADOWING = 1;
    /** Uniform doubles 3r … 3r + 2: whether there is an obstacle before receiver r, where, how high. */
    static final int OBSTACLE = 2;
    /** Uniform doubles 2r, 2r + 1: place of receiver r; of the lattice: 0 its angle. */
    static final int RECEIVERS = 3;
    /** Integer 0: how many receivers. */
    static final int COUNT = 4;
    /** Uniform double r: the asked ratio of receiver r. */
    static final int SNR = 5;

    private Streams() {}
}
