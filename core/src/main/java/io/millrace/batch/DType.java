package io.millrace.batch;

/** The element types of fields, named as NumPy's array interface names them; all little-endian. */
public enum DType {
    /** IEEE 754 half precision. */
    F2("<f2", 2),
    /** IEEE 754 single precision. */
    F4("<f4", 4),
    /** IEEE 754 double precision. */
    F8("<f8", 8),
    /** Complex of two {@link #F4}: real part, imaginary part. */
    C8("<c8", 8),
    /** Complex of two {@link #F8}: real part, imaginary part. */
    C16("<c16", 16),
    /** Signed 32-bit integer. */
    I4("<i4", 4),
    /** Signed 64-bit integer. */
    I8("<i8", 8),
    /** Unsigned byte. */
    U1("|u1", 1);

    private final String descr;
    private final int bytes;

    DType(String descr, int bytes) {
        this.descr = descr;
        this.bytes = bytes;
    }

    /** NumPy's name of the type, as an {@code .npy} header has it. */
    public String descr() {
        return descr;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /**
     * The type of that NumPy name.
     *
     * @throws IllegalArgumentException for a name that is none of these
     */
    public static DType of(String descr) {
        for (DType type : values()) {
            if (type.descr.equals(descr)) {
                return type;
            }
        }
        throw new IllegalArgumentException("dtype '" + descr + "' is none of <f2 <f4 <f8 <c8 <c16 <i4 <i8 |u1");
    }
}
