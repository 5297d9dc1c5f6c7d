package io.millrace.simd;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.VectorShape;

/**
 * Whether and how wide this process computes with vectors; decided once, without loading a vector class.
 *
 * <p>The property {@value #BITS} takes 64, 128, 256, 512 or {@code auto} (the default: the widest that the machine
 * prefers). Results do not depend on it: see the numerics contract.
 */
public final class Simd {
    /** The property that sets the width in bits. */
    public static final String BITS = "millrace.vector.bits";

    /** The widths that may be asked for. */
    public static final List<Integer> WIDTHS = List.of(64, 128, 256, 512);

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private static final boolean PRESENT = modulePresent();
    private static final int BITS_CHOSEN;
    private static final List<String> REFUSALS;

    static {
        List<String> refusals = new ArrayList<>();
        BITS_CHOSEN = choose(System.getProperty(BITS, "auto"), refusals);
        REFUSALS = List.copyOf(refusals);
    }

    private Simd() {}

    /** Whether the vector module is readable, so that the vector kernels can run at all, fast or not. */
    public static boolean present() {
        return PRESENT;
    }

    /** The width of the species in bits; 0 where the vector module is absent. */
    public static int bits() {
        return BITS_CHOSEN;
    }

    /** Whether vector kernels are the sensible choice here: present, compiled by C2, and at least 128 bits wide. */
    public static boolean preferred() {
        return REFUSALS.isEmpty();
    }

    /** Why vector kernels are not the first choice here, one sentence each; empty where they are. */
    public static List<String> refusals() {
        return REFUSALS;
    }

    private static int choose(String asked, List<String> refusals) {
        if (!PRESENT) {
            refusals.add("the module " + VECTOR_MODULE
                    + " is not readable: on the class path start java with --add-modules " + VECTOR_MODULE);
            return 0;
        }
        String vm = System.getProperty("java.vm.info", "");
        if (vm.contains("interpreted") || vm.contains("emulated-client")) {
            refusals.add(
                    "the C2 compiler is off (java.vm.info: " + vm + "), without which vectors are slower than scalars");
        }
        int preferredBits = Preferred.bits();
        int bits = preferredBits;
        if (!asked.equals("auto")) {
            bits = WIDTHS.stream()
                    .filter(width -> width.toString().equals(asked))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            BITS + " is '" + asked + "': allowed are 64, 128, 256, 512 and auto"));
        }
        if (bits > preferredBits) {
            refusals.add(bits + " bits are wider than the " + preferredBits + " this machine prefers");
        } else if (bits < 128) {
            refusals.add(bits + " bits hold one double: no gain over scalar code");
        }
        return bits;
    }

    private static boolean modulePresent() {
        Module self = Simd.class.getModule();
        return ModuleLayer.boot().findModule(VECTOR_MODULE).map(self::canRead).orElse(false);
    }

    /** Apart, so that it is loaded only where the vector module is. */
    private static final class Preferred {
        static int bits() {
            return VectorShape.preferredShape().vectorBitSize();
        }
    }
}
