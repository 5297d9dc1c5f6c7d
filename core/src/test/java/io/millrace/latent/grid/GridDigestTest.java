package io.millrace.latent.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.simd.Simd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Latents whose bits are pinned, of every kind of encoder that this process has: they change only in a commit that says why. */
@Tag("digest")
class GridDigestTest {
    record Pinned(GridShape shape, String seeded, String trained) {}

    static final List<Pinned> PINNED = List.of(
            new Pinned(
                    GridShape.line(1, 96, 1, 16, 40),
                    "d34f9032d360f6ac3dfd691ad254138472d5e5b6d0c2d9868f5b7edd16d41a46",
                    "57da49d6e439c3df4ee5af506e01b88e08f9be1c2693337ffd0a40cc90771fe6"),
            new Pinned(
                    GridShape.line(2, 60, 2, 7, 33),
                    "6735ba0cefd9509f687c4747cbbc131338ecba08cad477569d4736c41209b4d0",
                    "b2b30f364c1385466f2d770a9a307bbae867b2b4a93a79ef5630511d89f886fb"),
            new Pinned(
                    GridShape.plane(1, 12, 20, 2, 9, 21),
                    "174af67d94f16de8161a93721e3002bbd4534528ec52e25fdd31069e8bf053a1",
                    "19f7db9d228fb0b7f17c115d14d802b8b327e07bc0db75780fb7bf9b94cdb665"));

    @ParameterizedTest
    @FieldSource("PINNED")
    void latents(Pinned pinned) {
        GridShape shape = pinned.shape();
        for (GridEncoder encoder : encoders(GridWeights.seeded(shape, 42))) {
            assertEquals(pinned.seeded(), digest(encoder));
        }
        for (GridEncoder encoder : encoders(Weights.trained(shape, new SplittableRandom(42)))) {
            assertEquals(pinned.trained(), digest(encoder));
        }
    }

    private static List<GridEncoder> encoders(GridWeights weights) {
        GridTables tables = GridTables.of(weights);
        List<GridEncoder> encoders = new ArrayList<>();
        encoders.add(GridEncoder.scalar(tables));
        if (Simd.present()) {
            encoders.add(GridEncoder.vector(tables));
        }
        return encoders;
    }

    private static String digest(GridEncoder encoder) {
        GridShape shape = encoder.shape();
        SplittableRandom random = new SplittableRandom(7);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment field = arena.allocate(4L * shape.fieldElements(), 64);
            for (int i = 0; i < shape.fieldElements(); i++) {
                field.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) random.nextDouble(-2, 2));
            }
            MemorySegment latent = arena.allocate(4L * shape.latentElements(), 64);
            encoder.encode(field, 0, latent, 0);
            byte[] bytes = latent.toArray(ValueLayout.JAVA_BYTE);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
