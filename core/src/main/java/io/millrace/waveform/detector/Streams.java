package io.millrace.waveform.detector;

/** The random streams of noise; a number, once given, is never used for something else. */
final class Streams {
    /** Normal doubles 2b, 2b + 1 of stream {@code NOISE + Detector.ordinal()}: real and imaginary part of bin b. */
    static final int NOISE = 64;

    private Streams() {}
}
