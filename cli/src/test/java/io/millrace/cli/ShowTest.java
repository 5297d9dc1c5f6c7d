package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--set customers=20",
                "--set customers=1",
                "--set customers=5..30 --set demand=unit",
                "--set coordinates=uchoa-x --set capacity=route-length --set demand=quadrant",
                "--set problem=tsp",
                "--set problem=atsp"
            })
    void drawsWhatThereIs(String settings) throws IOException {
        Cli cli = new Cli(directory);
        cli.ok("generate routing --count 10 --first 3 --out d " + settings);
        Cli.Result result = cli.ok("show d --index 5 --out picture.png");
        assertTrue(result.lines().getFirst().startsWith("d: 10 instances of routing from index 3 on"), result.out());
        assertEquals(
                "instance 5 is drawn in picture.png and picture.svg",
                result.lines().getLast());
        assertNotNull(ImageIO.read(directory.resolve("picture.png").toFile()));
        assertTrue(Files.readString(directory.resolve("picture.svg")).contains("</svg>"));
        Cli.Result outside = cli.run("show d --index 13");
        assertEquals(ExitCode.REFUSED, outside.code());
        assertEquals("millrace: --index is 13: allowed is 3 to 12\n", outside.err());
        assertEquals(ExitCode.REFUSED, cli.run("show d --index 2").code());
    }

    @Test
    void theFiguresAreRight() {
        Cli cli = new Cli(directory);
        cli.ok("generate routing --count 1000 --shard-size 300 --set distances=none --set capacity=77 --out d");
        Cli.Result result = cli.ok("show d");
        String demand = result.lines().stream()
                .filter(line -> line.startsWith("demand"))
                .findFirst()
                .orElseThrow();
        String capacity = result.lines().stream()
                .filter(line -> line.startsWith("capacity"))
                .findFirst()
                .orElseThrow();
        assertTrue(demand.matches("demand +<i4 +\\[21] +0 +4\\.7\\d+ +9 +2\\.7\\d+ +0 +0 at the depot"), demand);
        assertTrue(capacity.matches("capacity +<i4 +\\[] +77 +77 +77 +0 +0 +of each vehicle"), capacity);
    }
}
