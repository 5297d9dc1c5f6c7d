package io.millrace.latent.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.millrace.spec.SpecException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class GridShapeTest {
    @Test
    void numbersThatFollow() {
        GridShape line = GridShape.line(3, 1024, 4, 128, 64);
        assertEquals(256, line.patches());
        assertEquals(12, line.patchChannels());
        assertEquals(32, line.hidden());
        assertEquals(16, line.features());
        GridShape plane = GridShape.plane(3, 64, 32, 4, 16, 64);
        assertEquals(16, plane.rows());
        assertEquals(8, plane.columns());
        assertEquals(48, plane.patchChannels());
        assertEquals(48, plane.hidden());
        assertEquals(56, plane.features());
    }

    @Test
    void binsOverlapWhereTheyMust() {
        GridShape shape = GridShape.line(1, 10, 1, 4, 1);
        assertEquals(List.of(0, 2, 5, 7), bins(shape, true));
        assertEquals(List.of(3, 5, 8, 10), bins(shape, false));
        GridShape more = GridShape.line(1, 2, 1, 3, 1);
        assertEquals(List.of(0, 0, 1), bins(more, true));
        assertEquals(List.of(1, 2, 2), bins(more, false));
    }

    private static List<Integer> bins(GridShape shape, boolean first) {
        return IntStream.range(0, shape.tokens())
                .mapToObj(i -> first ? shape.binFirst(i) : shape.binEnd(i))
                .toList();
    }

    @Test
    void refusals() {
        refused("extent is '[]': allowed is one size, or two", () -> new GridShape(1, List.of(), 1, 1, 1));
        refused(
                "extent is '[1, 2, 3]': allowed is one size, or two",
                () -> new GridShape(1, List.of(1, 2, 3), 1, 1, 1));
        refused("channels is '0': allowed is 1 to 1024", () -> GridShape.line(0, 8, 1, 8, 8));
        refused("patch is '65': allowed is 1 to 64", () -> GridShape.line(1, 65, 65, 8, 8));
        refused("tokens is '0': allowed is 1 to 1048576", () -> GridShape.line(1, 8, 1, 0, 8));
        refused("width is '16385': allowed is 1 to 16384", () -> GridShape.line(1, 8, 1, 8, 16385));
        refused("extent is '-8': allowed is 1 to 1048576", () -> GridShape.plane(1, 8, -8, 1, 8, 8));
        refused(
                "patch is '3': allowed is what divides the extent, and 8 is no multiple",
                () -> GridShape.plane(1, 9, 8, 3, 8, 8));
        refused(
                "a patch of 64 makes 4096 channels: allowed are 1024 at most",
                () -> GridShape.plane(1, 64, 64, 64, 8, 8));
        refused(
                "the field has 1099511627776 elements: allowed are 67108864 at most",
                () -> GridShape.plane(1, 1 << 20, 1 << 20, 1, 8, 8));
        refused(
                "the latent has 17179869184 elements: allowed are 67108864 at most",
                () -> GridShape.line(1, 8, 1, 1 << 20, 1 << 14));
    }

    private static void refused(String sentence, Executable making) {
        assertEquals(sentence, assertThrows(SpecException.class, making).getMessage());
    }
}
