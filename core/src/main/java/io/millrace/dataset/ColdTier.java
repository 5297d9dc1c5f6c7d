package io.millrace.dataset;

import io.millrace.batch.Field;
import io.millrace.generator.UnavailableException;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The cold tier of a dataset: its large arrays compressed, an instance a frame. All else stays as it is, the checksums of the content among it; readers decode what they read,
 * {@link DatasetVerifier} checks both, {@link DatasetRepair} makes damaged arrays again and compresses them.
 */
public final class ColdTier {
    /** Instances of less stay as they are. */
    private static final long LEAST_BYTES = 4096;

    /** Found when asked for: most processes never do. */
    private static final class Codecs {
        private static final ColdCodec FIRST = ServiceLoader.load(ColdCodec.class, ColdCodec.class.getClassLoader())
                .findFirst()
                .orElse(null);
    }

    private ColdTier() {}

    static ColdCodec codec() {
        if (Codecs.FIRST == null) {
            throw new UnavailableException(
                    "there is no zstd here to read or write compressed arrays: the module io.millrace.zstd brings it");
        }
        return Codecs.FIRST;
    }

    /** Whether some array of a finished or unfinished dataset is compressed. */
    static boolean in(Path directory, Plan plan) {
        for (int shard = 0; shard < plan.shards(); shard++) {
            for (Field field : plan.fields()) {
                if (ColdFile.standsFor(directory.resolve(Layout.shard(shard)).resolve(Layout.array(field.name())))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Deletes what interrupted runs began. */
    static void sweep(Path directory, Plan plan) throws IOException {
        for (int shard = 0; shard < plan.shards(); shard++) {
            Path home = directory.resolve(Layout.shard(shard));
            if (Sweeper.isDirectory(home)) {
                ColdFile.sweep(home);
            }
        }
    }

    /**
     * Compresses the large arrays of a finished dataset, shard by shard; what is compressed already is left. An array is deleted when its
     * compressed form is whole and on the disk. Stopped anywhere, the same call continues.
     *
     * @param workers threads, each of which takes whole shards
     * @param progress told of the instances that are done
     * @param stop ends it at the next shard
     * @return whether all is done
     * @throws DatasetException if there is no finished dataset, another run writes it, or writing fails
     * @throws UnavailableException if there is no codec
     */
    public static boolean compress(Path directory, int workers, Progress progress, Cancellation stop)
            throws IOException {
        try (DirectoryLock _ = DirectoryLock.take(directory, Checkpoint.NONE)) {
            return locked(directory, workers, progress, stop);
        }
    }

    /** The same for whoever has the lock. */
    static boolean locked(Path directory, int workers, Progress progress, Cancellation stop) throws IOException {
        ColdCodec codec = codec();
        Plan plan;
        try (Dataset dataset = Dataset.open(directory)) {
            plan = dataset.plan();
        }
        AtomicInteger next = new AtomicInteger();
        Told told = new Told(progress, plan.count());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                for (int shard = next.getAndIncrement();
                        shard < plan.shards() && failure.get() == null && !stop.cancelled();
                        shard = next.getAndIncrement()) {
                    compress(directory, plan, shard, codec);
                    told.add(plan.shard(shard).count());
                }
            } catch (IOException | RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i < Math.min(workers, plan.shards()); i++) {
            threads.add(Thread.ofPlatform().name("millrace-cold-" + i).start(work));
        }
        work.run();
        join(threads);
        switch (failure.get()) {
            case null -> {}
            case DatasetException e -> throw e;
            case IOException e ->
                throw new DatasetException(
                        "compressing " + directory + " failed: " + Reason.ofWriting(e, directory)
                                + "; the same command continues",
                        e);
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
        return !stop.cancelled();
    }

    /** Tells of sums, one call at a time. */
    private static final class Told {
        private final Progress progress;
        private final long total;
        private long done;

        Told(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        synchronized void add(long count) {
            done += count;
            progress.update(done, total);
        }
    }

    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void compress(Path directory, Plan plan, int shard, ColdCodec codec) throws IOException {
        Path home = directory.resolve(Layout.shard(shard));
        ColdFile.sweep(home);
        for (Field field : plan.fields()) {
            Path file = home.resolve(Layout.array(field.name()));
            if (field.bytes() < LEAST_BYTES || !Sweeper.isFile(file)) {
                continue;
            }
            Path cold = ColdFile.of(file);
            Path partial = home.resolve(Layout.partial(cold.getFileName().toString()));
            try {
                ColdFile.write(
                        file, Layout.PAYLOAD, field.bytes(), plan.shard(shard).count(), codec, partial);
            } catch (IOException | RuntimeException | Error e) {
                deleteQuietly(partial, e);
                throw e;
            }
            Durable.rename(partial, cold);
            Files.delete(file);
            Durable.forceDirectory(home);
        }
    }

    private static void deleteQuietly(Path file, Throwable cause) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException e) {
            cause.addSuppressed(e);
        }
    }
}
