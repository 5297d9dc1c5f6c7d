package io.millrace.fft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.simd.Simd;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Digests of transforms of integers, in every leg of the build. Hashed are the real parts, then the imaginary ones, big-endian.
 * A digest changes only together with the bits of what is generated, in a commit that says why.
 */
@Tag("digest")
class FftDigestTest {
    private static final long ODD = 0x9e3779b97f4a7c15L;

    private static final Map<Integer, String> FLOATS = Map.ofEntries(
            Map.entry(1, "19bbcaa4f91894ae05b6b55016d23476c47e2bb7e263011b7d990b61c3fe5128"),
            Map.entry(7, "41f71a1be841dda9aa3124aaeec314577dd6319844b9113f2977f407a8f3cdc3"),
            Map.entry(30, "b32cb5140aff7e0f862fc214ce4dbf3ea4aadb46b914f913e701e8d2037ba4a4"),
            Map.entry(61, "10eed0241862269b887ac505e901b4940e17df3c242f1d36e2c7ad20f037d9f5"),
            Map.entry(128, "3c5d903895ea063bdbb0f90acc4b78b2a6b19b64bd5c9a82dd50533835c78951"),
            Map.entry(256, "f2c986f9c3d5d4c632f0cd4c8ed2103ce4db203a6ccfa13f8d6a467669752744"),
            Map.entry(360, "efeab630d18ad3f331229f250e3f90c58ebb221f55bcf268ca7d465f8889f0ec"),
            Map.entry(1000, "b659ce355ddd4e4a861fbf2b9dbbac488b30ec62d612271a7046ce3aff9c5942"),
            Map.entry(1024, "c943fd59d927fc6dc275c3ac61a5a51de971a5dbf43248e38f4f58d0f57375bc"),
            Map.entry(1155, "3f9f4fcc358e3c748093ab4df4ccf4bc775eba3b5882dbbb73264813def813a4"));

    private static final Map<Integer, String> DOUBLES = Map.ofEntries(
            Map.entry(1, "36fc3beacfe98e1ebaa21ecfe57d37ea0cb03b86963aa86bf9206c507f31ab7b"),
            Map.entry(7, "d8a389569bf2c0c6e3b3bfa4f866c106701423ae08954d3c03ead6d08c731d79"),
            Map.entry(30, "f6183d01913baecdd4d36435060ce9d8ce1f2340dc5de2f9b06ee0f039066142"),
            Map.entry(61, "c0d16bfc6bba03435e8b9cffcec785cf9baf95248b02bcae6c30a33a6001e131"),
            Map.entry(128, "86f0857da4b8fc095a7bc39ea86b79216676c6051475823bb6198541357177d3"),
            Map.entry(256, "41f1a1af029a22b302c679541e92075b67bc612584efb6424cf923db7a6bcc8c"),
            Map.entry(360, "f7a0bbb6c9d08eee37439e4bfa32b2bfeb81c0303195f1e9c7081580a32c79b5"),
            Map.entry(1000, "6eef11a32593a3830dd50282ed3fb7f0d6ffa366a6fc9efa2828d7b934b5762d"),
            Map.entry(1024, "9326dc2a3f2f9028fa71438f5d67d303f39ed75d08a8f2df750171776960a050"),
            Map.entry(1155, "f102502463abbbc08bacf7e42b32cf47847aab19e66a7b9def057ca5763cd036"));

    /** 24 bits, between −1 and 1. */
    private static float input(int i) {
        return (i * ODD >> 40) * 0x1p-23f;
    }

    @Test
    void floats() throws NoSuchAlgorithmException {
        for (boolean vector : Simd.present() ? new boolean[] {false, true} : new boolean[] {false}) {
            Map<Integer, String> actual = new TreeMap<>();
            for (int n : FLOATS.keySet()) {
                float[] re = new float[n];
                float[] im = new float[n];
                for (int i = 0; i < n; i++) {
                    re[i] = input(i);
                    im[i] = input(~i);
                }
                (vector ? Fft.vector(n) : Fft.scalar(n)).forward(re, im, 0);
                ByteBuffer bytes = ByteBuffer.allocate(2 * Float.BYTES * n);
                bytes.asFloatBuffer().put(re).put(im);
                actual.put(n, digest(bytes));
            }
            assertEquals(new TreeMap<>(FLOATS), actual, vector ? "vector" : "scalar");
        }
    }

    @Test
    void doubles() throws NoSuchAlgorithmException {
        for (boolean vector : Simd.present() ? new boolean[] {false, true} : new boolean[] {false}) {
            Map<Integer, String> actual = new TreeMap<>();
            for (int n : DOUBLES.keySet()) {
                double[] re = new double[n];
                double[] im = new double[n];
                for (int i = 0; i < n; i++) {
                    re[i] = input(i);
                    im[i] = input(~i);
                }
                (vector ? Fft.vector(n) : Fft.scalar(n)).forward(re, im, 0);
                ByteBuffer bytes = ByteBuffer.allocate(2 * Double.BYTES * n);
                bytes.asDoubleBuffer().put(re).put(im);
                actual.put(n, digest(bytes));
            }
            assertEquals(new TreeMap<>(DOUBLES), actual, vector ? "vector" : "scalar");
        }
    }

    private static String digest(ByteBuffer bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }
}
