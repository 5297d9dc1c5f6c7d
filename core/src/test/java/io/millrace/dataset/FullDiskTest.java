package io.millrace.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system of a few MiB, where the user may mount one. */
class FullDiskTest {
    @TempDir
    Path temp;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        Path point = Files.createDirectory(temp.resolve("disk"));
        boolean mounted = Files.isExecutable(Path.of("/usr/bin/mount"))
                && new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", point.toString())
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0;
        assumeTrue(mounted, "no tmpfs can be mounted here, so no disk can be filled");
        disk = point;
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    @Test
    void aDiskThatIsTooSmallIsRefusedBeforehand() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 1000), 0, 2000, 100);
        DatasetException e = assertThrows(DatasetException.class, () -> Runs.write(disk.resolve("a/d"), plan, 1, 10));
        assertTrue(e.getMessage().contains("free where 7.9 MiB are needed for 20 shards"), e.getMessage());
        assertTrue(Sweeper.names(disk).isEmpty());
    }

    @Test
    void aDiskThatFillsUpKeepsFinishedShards() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 1000), 0, 500, 50);
        Runs.write(temp.resolve("whole"), plan, 1, 10);
        Path directory = disk.resolve("d");
        Path ballast = disk.resolve("ballast");
        AtomicInteger shards = new AtomicInteger();
        DatasetException e = assertThrows(
                DatasetException.class,
                () -> Runs.write(directory, plan, 2, 10, Progress.NONE, new Cancellation(), point -> {
                    if (point.equals(Checkpoint.COMMITTED) && shards.incrementAndGet() == 4) {
                        fill(ballast);
                    }
                }));
        assertTrue(e.getMessage().contains("the disk is full; "), e.getMessage());
        assertTrue(e.getMessage().contains(" of 10 shards are finished and stay"), e.getMessage());
        assertTrue(e.getMessage().endsWith("the same command continues once there is room"), e.getMessage());
        assertTrue(Sweeper.names(directory).stream().noneMatch(name -> name.startsWith(".")));
        Files.delete(ballast);
        assertTrue(Runs.write(directory, plan, 1, 10).complete());
        assertEquals(Runs.digest(temp.resolve("whole")), Runs.digest(directory));
    }

    @Test
    void aDiskThatIsFullAtOnceKeepsNothing() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 1000), 0, 500, 50);
        assertThrows(
                DatasetException.class,
                () -> Runs.write(disk.resolve("d"), plan, 1, 10, Progress.NONE, new Cancellation(), point -> {
                    if (point.equals(Checkpoint.OPENED)) {
                        fill(disk.resolve("ballast"));
                    }
                }));
        assertFalse(Files.exists(disk.resolve("d")));
    }

    @Test
    void aFullDiskIsRecognisedInEveryLanguage() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 1000), 0, 500, 50);
        DatasetException e = assertThrows(
                DatasetException.class,
                () -> Runs.write(disk.resolve("d"), plan, 1, 10, Progress.NONE, new Cancellation(), point -> {
                    if (point.equals(Checkpoint.OPENED)) {
                        fill(disk.resolve("ballast"));
                        throw new IOException("Auf dem Gerät ist kein Speicherplatz mehr verfügbar");
                    }
                }));
        assertTrue(e.getMessage().contains("the disk is full; no shard was finished"), e.getMessage());
    }

    @Test
    void whereTheDiskIsFullBeforehandNothingIsLeft() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 10), 0, 50, 50);
        fill(disk.resolve("ballast"));
        DatasetException e = assertThrows(DatasetException.class, () -> Runs.write(disk.resolve("a/d"), plan, 1, 10));
        assertTrue(e.getMessage().contains("the disk is full"), e.getMessage());
        Path empty = Files.createDirectory(disk.resolve("empty"));
        e = assertThrows(DatasetException.class, () -> Runs.write(empty, plan, 1, 10));
        assertTrue(e.getMessage().contains("the disk is full"), e.getMessage());
        assertEquals(List.of("ballast", "empty"), Sweeper.names(disk));
        assertEquals(List.of(), Sweeper.names(empty));
    }

    @Test
    void overwritingIsRefusedBeforeTheOldDatasetIsDeletedWhereTheNewOneIsTooLarge() throws IOException {
        Path directory = disk.resolve("d");
        Runs.write(directory, Runs.plan(Ramp.of(1, 1000), 0, 600, 50), 1, 10);
        String before = Runs.digest(directory);
        DatasetException e = assertThrows(
                DatasetException.class, () -> overwrite(directory, Runs.plan(Ramp.of(2, 1000), 0, 1200, 50)));
        assertTrue(e.getMessage().contains("in the dataset that is overwritten, where 4.9 MiB are"), e.getMessage());
        assertEquals(before, Runs.digest(directory));
        assertTrue(overwrite(directory, Runs.plan(Ramp.of(2, 1000), 0, 700, 50)).complete(), "2.4 of 4 MiB were used");
    }

    private static WriteResult overwrite(Path directory, Plan plan) throws IOException {
        return DatasetWriter.write(
                directory, Ramp.of(plan), plan, new Options(1, 10, 0), Progress.NONE, new Cancellation(), true);
    }

    @Test
    void aShortLastShardNeedsNoMoreThanItsOwnBytes() throws IOException {
        Plan plan = Runs.plan(Ramp.of(1, 1000), 0, 510, 500);
        Runs.write(disk.resolve("d"), plan, 1, 10);
        Sweeper.deleteCommitted(disk.resolve("d"), Layout.shard(1));
        try (OutputStream ballast = Files.newOutputStream(disk.resolve("ballast"))) {
            ballast.write(new byte[1 << 20]);
        }
        assertTrue(Runs.write(disk.resolve("d"), plan, 1, 10).complete());
    }

    private static void fill(Path ballast) {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("No space left"), e.getMessage());
        }
    }
}
