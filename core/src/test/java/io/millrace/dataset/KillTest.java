package io.millrace.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills writers, at random times and at every named point, and continues. {@code -Dmillrace.test.kills=N} sets how many
 * random kills there are.
 */
class KillTest {
    @TempDir
    Path temp;

    private String expected;

    @BeforeEach
    void uninterrupted() throws IOException {
        Runs.write(temp.resolve("whole"), Child.plan(), 2, 50);
        expected = Runs.digest(temp.resolve("whole"));
    }

    private Process start(Path directory, int workers, String point, int time) throws IOException {
        return Child.start(directory, workers, point, time, temp.resolve("child.err"));
    }

    private void finish(Path directory, String what) throws IOException {
        assertTrue(Runs.write(directory, Child.plan(), 2, 33).complete(), what);
        assertEquals(expected, Runs.digest(directory), what);
    }

    @Test
    void killedAtRandomTimes() throws Exception {
        int kills = Integer.getInteger("millrace.test.kills", 24);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int hits = 0;
        Path directory = temp.resolve("random");
        for (int kill = 0; kill < kills; kill++) {
            Process process = start(directory, 1 + random.nextInt(3), "-", 0);
            process.getInputStream().read();
            boolean ended = process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            hits += ended ? 0 : 1;
            assertTrue(!ended || process.exitValue() == 0, () -> errors() + ", seed " + seed);
            if (ended || random.nextInt(4) == 0) {
                finish(directory, "after " + kill + " kills, seed " + seed);
                directory = temp.resolve("random" + kill);
            }
        }
        finish(directory, "after all kills, seed " + seed);
        assertTrue(hits > kills / 10, hits + " of " + kills + " kills came in time, seed " + seed);
    }

    @Test
    void killedAtEveryNamedPoint() throws Exception {
        String[] points = {
            Checkpoint.LOCKED,
            Checkpoint.PLAN,
            Checkpoint.PLANNED,
            Checkpoint.CONSTANTS,
            Checkpoint.OPENED,
            Checkpoint.WRITTEN,
            Checkpoint.FORCE,
            Checkpoint.RENAME,
            Checkpoint.COMMITTED,
            Checkpoint.MANIFEST,
            Checkpoint.FINISHED
        };
        for (String point : points) {
            boolean often = point.startsWith("shard") || point.equals(Checkpoint.WRITTEN);
            for (int time : often ? new int[] {1, 8} : new int[] {1}) {
                Path directory = temp.resolve(point + time);
                Process process = start(directory, 2, point, time);
                assertEquals(137, process.waitFor(), () -> point + ": " + errors());
                finish(directory, "killed at " + point + ", time " + time);
            }
        }
    }

    private String errors() {
        try {
            return Files.readString(temp.resolve("child.err"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
