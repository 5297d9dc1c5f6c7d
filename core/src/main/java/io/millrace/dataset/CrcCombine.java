package io.millrace.dataset;

/**
 * Arithmetic on CRC32C values, so that pieces of a block can be summed in whatever order they arrive.
 *
 * <p>A CRC is the remainder of the message, a polynomial over GF(2), modulo P. With the usual inversion before and after,
 * {@code crc(A‖B) = crc(A)·x^(8·|B|) + crc(B) mod P} still holds, so that
 * <pre>crc(A₁‖…‖Aₙ) = Σᵢ crc(Aᵢ)·x^(8·bytes after Aᵢ) mod P</pre>
 * a sum that is an exclusive or, hence independent of order. The powers come from {@code x^(2^k)} by square and
 * multiply, as in {@code crc32_combine} of zlib 1.2.12 (Mark Adler, crc32.c: multmodp, x2nmodp), with Castagnoli's
 * polynomial (RFC 3720, section 12.1) in place of Ethernet's. Polynomials are reflected: the highest bit is x⁰.
 */
final class CrcCombine {
    /** P without its leading term, reflected. */
    private static final int POLYNOMIAL = 0x82F63B78;

    private static final int ONE = 1 << 31;

    /** x^(2^k) mod P for k = 0 … 66: the bits of a byte count, times eight. */
    private static final int[] SQUARES = squares();

    private CrcCombine() {}

    /** {@code crc·x^(8·bytes) mod P}: the share of a piece that is followed by that many bytes. */
    static int shift(int crc, long bytes) {
        int product = crc;
        int k = 3;
        for (long rest = bytes; rest != 0; rest >>>= 1, k++) {
            if ((rest & 1) != 0) {
                product = multiply(SQUARES[k], product);
            }
        }
        return product;
    }

    private static int multiply(int a, int b) {
        int product = 0;
        int power = b;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                product ^= power;
            }
            power = (power >>> 1) ^ (POLYNOMIAL & -(power & 1));
        }
        return product;
    }

    private static int[] squares() {
        int[] squares = new int[67];
        squares[0] = ONE >>> 1;
        for (int k = 1; k < squares.length; k++) {
            squares[k] = multiply(squares[k - 1], squares[k - 1]);
        }
        return squares;
    }
}
