package io.millrace.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Digests of every function's results over arguments that are fixed by integer arithmetic alone. A digest changes only together
 * with the bits of what is generated, in a commit that says why.
 */
class PinnedBitsTest {
    private static final int COUNT = 1 << 16;
    private static final long ODD = 0x9e3779b97f4a7c15L;

    private static final Map<String, String> DIGESTS = Map.ofEntries(
            Map.entry("acos", "ce1b9ee560731ea4e9675294245831b29066cd7a6883e6bcbeee6abf344fd99e"),
            Map.entry("asin", "8f6e0997951810df91d48487015730f31b4858557dd7c705db551cd1cc1710aa"),
            Map.entry("atan", "bb2d60b872311924b9acf3c97e0844efb8d04f4b920e7269129dbb660030b00b"),
            Map.entry("atan2", "d97cd60e289a8bc74d094e01688d9ca14765111172ce01915d6306193e0e20e0"),
            Map.entry("cos", "55f302134744b6bfaaa463c368ef2a6c018b595a018d3398b7c6b77117c4ef93"),
            Map.entry("cos float", "d1eb621091e63f233dda67c2d5b6ec7b092c09f8ad1dae2d200cab810b5b4d7e"),
            Map.entry("cos turns", "39df03259e175f4fd784d0d38e716c3bd5520bb19c927d1d74bade655c84f11d"),
            Map.entry("cos turns float", "645da50707208b33571a081d8e562a2a11a1a1058a57d9a94ba01668698b44be"),
            Map.entry("exp", "aa7141b4a5fda9ccc6cd69a65e019883214a6e668a6ee2260a5920fd91381f20"),
            Map.entry("exp float", "cba14a2bba74f02aeeee327567c79c2de2ed6aa3751e1186f44377f4c5a84953"),
            Map.entry("exp2", "f49dd3fa371aae061664f1407c15285212e3b1614e82ceaa23eba2e81d17d631"),
            Map.entry("log", "ee869fa748f8f1868997446bb917248bd380f04da15e7c4656081d5d90b8f52e"),
            Map.entry("log float", "ba8ec966cbdf4a7430269dfe620cc6bcdcd4f505c7416d5fd52fea592a41441b"),
            Map.entry("normal", "c98f860aafbf2dcdea1b2053dd64250fd0c5e501a2948918d5756ca5bdffe125"),
            Map.entry("normal radius float", "40e5f465184103206a2898c11524f6cc5d3b0775de2c581b7dffddcadd8b86ad"),
            Map.entry("sin", "d0563ca4bb0eb6315f5ea83972d3ed388e5a35259f0f49250ecb85e51f2465ca"),
            Map.entry("sin float", "898feaa9fc810cd01c8591b0cfb752c89dc14e9223c98ada6e2b9d3d60f1739a"),
            Map.entry("sin turns", "ae20a502249a0401f5ad12d89ab8269e2b77bd43de304c96968d9e0f17b4404e"),
            Map.entry("sin turns float", "f16261965d63599130b59f809248b130b3cfe166c155da1edae7bd0653d658eb"));

    @Test
    void everyFunctionGivesThePinnedBits() throws NoSuchAlgorithmException {
        Map<String, String> actual = new TreeMap<>();
        for (Functions.OfFloat function : Functions.OF_FLOAT) {
            ByteBuffer bytes = ByteBuffer.allocate(COUNT * Float.BYTES);
            for (int i = 0; i < COUNT; i++) {
                bytes.putInt(Float.floatToRawIntBits(function.scalar().apply(Float.intBitsToFloat(i * 65537))));
            }
            actual.put(function.name(), digest(bytes));
        }
        for (Functions.OfInt function : Functions.OF_INT) {
            ByteBuffer bytes = ByteBuffer.allocate(COUNT * Float.BYTES);
            for (int i = 0; i < COUNT; i++) {
                bytes.putInt(Float.floatToRawIntBits(function.scalar().apply(i * 65537)));
            }
            actual.put(function.name(), digest(bytes));
        }
        for (Functions.OfDouble function : Functions.OF_DOUBLE) {
            ByteBuffer bytes = ByteBuffer.allocate(COUNT * Double.BYTES);
            for (int i = 0; i < COUNT; i++) {
                bytes.putLong(Double.doubleToRawLongBits(function.scalar().applyAsDouble(argument(i))));
            }
            actual.put(function.name(), digest(bytes));
        }
        for (Functions.OfLong function : Functions.OF_LONG) {
            ByteBuffer bytes = ByteBuffer.allocate(COUNT * Double.BYTES);
            for (int i = 0; i < COUNT; i++) {
                bytes.putLong(Double.doubleToRawLongBits(function.scalar().applyAsDouble(i * ODD)));
            }
            actual.put(function.name(), digest(bytes));
        }
        ByteBuffer angles = ByteBuffer.allocate(COUNT * Double.BYTES);
        ByteBuffer normals = ByteBuffer.allocate(COUNT * Double.BYTES);
        for (int i = 0; i < COUNT; i++) {
            double y = Double.longBitsToDouble(i * ODD);
            angles.putLong(Double.doubleToRawLongBits(InverseTrig.atan2(y, argument(i + 1))));
            normals.putLong(Double.doubleToRawLongBits(Normal.first(i * ODD, i * ODD * ODD)));
        }
        actual.put("atan2", digest(angles));
        actual.put("normal", digest(normals));
        assertEquals(new TreeMap<>(DIGESTS), actual);
    }

    /** In turn: of any bits; in [−1, 1); in [−1024, 1024); in [−2^31, 2^31). */
    private static double argument(int i) {
        long bits = i * ODD;
        double unit = (bits >> 11) * 0x1p-52;
        return switch (i & 3) {
            case 0 -> Double.longBitsToDouble(bits);
            case 1 -> unit;
            case 2 -> unit * 0x1p10;
            default -> unit * 0x1p31;
        };
    }

    private static String digest(ByteBuffer bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }
}
