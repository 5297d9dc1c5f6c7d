package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyRepairTest {
    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void generate() {
        cli = new Cli(directory);
        cli.ok("generate routing --count 100 --shard-size 40 --out d");
    }

    private Path flip(String file) throws IOException {
        Path path = directory.resolve("d").resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 1] ^= 1;
        Files.write(path, bytes);
        return path;
    }

    @Test
    void aSoundDatasetIsSaidToBeSound() {
        assertTrue(cli.ok("verify d").out().startsWith("d is sound: "));
        assertEquals("d is sound: nothing to repair\n", cli.ok("repair d").out());
    }

    @Test
    void aFlippedBitIsNamedAndRepaired() throws IOException {
        byte[] right = Files.readAllBytes(directory.resolve("d/000001/demand.npy"));
        Path wrong = flip("000001/demand.npy");
        Cli.Result verify = cli.run("verify d");
        assertEquals(ExitCode.REFUSED, verify.code());
        assertEquals(1, verify.err().lines().count(), verify.err());
        assertTrue(verify.err().contains("d has 1 problem, first: 000001/demand.npy"), verify.err());
        assertEquals(
                "d is sound again: 1 problem repaired, 1 shard made again\n",
                cli.ok("repair d").out());
        assertArrayEquals(right, Files.readAllBytes(wrong));
        cli.ok("verify d");
    }

    @Test
    void severalProblemsAreListed() throws IOException {
        flip("000000/coords.npy");
        flip("manifest.json");
        Cli.Result verify = cli.run("verify d");
        assertEquals(ExitCode.REFUSED, verify.code());
        assertTrue(verify.lines().size() >= 2, verify.out());
        assertEquals(1, verify.err().lines().count(), verify.err());
        cli.ok("repair d");
        cli.ok("verify d");
    }

    @Test
    void aStrangersFileIsNotDeleted() throws IOException {
        Path note = Files.writeString(directory.resolve("d/notes.txt"), "mine");
        Cli.Result repair = cli.run("repair d");
        assertEquals(ExitCode.REFUSED, repair.code());
        assertTrue(repair.err().contains("notes.txt"), repair.err());
        assertTrue(Files.exists(note));
    }

    @Test
    void readersRefuseADamagedManifest() throws IOException {
        flip("manifest.json");
        for (String command : new String[] {"show d", "export d --format safetensors --out e"}) {
            Cli.Result result = cli.run(command);
            assertEquals(ExitCode.REFUSED, result.code());
            assertEquals(1, result.err().lines().count(), result.err());
            assertTrue(result.err().contains("manifest.json"), result.err());
        }
    }
}
