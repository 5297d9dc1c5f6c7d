package io.millrace.radio.kernel;

import java.lang.foreign.MemorySegment;

/** Stores split samples as complex64. Class: exact. */
public interface InterleaveKernel {
    /** Element {@code element + j} of {@code to} becomes re[j] + i·im[j], j below {@code count}; nothing else is written. */
    void store(float[] re, float[] im, int count, MemorySegment to, long element);
}
