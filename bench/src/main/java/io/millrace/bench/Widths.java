package io.millrace.bench;

import io.millrace.simd.Simd;

/** Prints the vector widths worth a measurement here: wider ones are emulated, narrower ones hold one double. */
public final class Widths {
    private Widths() {}

    /** One width in bits a line. */
    public static void main(String[] args) {
        Simd.WIDTHS.stream().filter(bits -> bits >= 128 && bits <= Simd.bits()).forEach(System.out::println);
    }
}
