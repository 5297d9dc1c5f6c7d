package io.millrace.routing;

/** Customers that send instead of receive; which ones: {@link BackhaulPick}. */
public enum Backhauls {
    /** None. */
    NONE(0),
    /** Class 1: a route serves all its linehauls before its first backhaul. */
    CLASSIC(1),
    /** Class 2: in any order. */
    MIXED(2);

    private final int code;

    Backhauls(int code) {
        this.code = code;
    }

    /** As the field {@code backhaul_class} has it. */
    public int code() {
        return code;
    }
}
