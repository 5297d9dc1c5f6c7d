package io.millrace.dataset;

import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** One look at a whole directory. It changes nothing. */
final class Inspection {
    private final Path directory;
    private final boolean locked;
    private final Findings findings = new Findings();
    private Optional<Plan> plan = Optional.empty();
    private Optional<Manifest> manifest = Optional.empty();

    /**
     * For a directory.
     *
     * @param locked whether the lock in it is the caller's
     */
    Inspection(Path directory, boolean locked) {
        this.directory = directory;
        this.locked = locked;
    }

    /** What was found. */
    Findings findings() {
        return findings;
    }

    /** The plan, from its own file or from the manifest; empty if both are damaged. */
    Optional<Plan> plan() {
        return plan;
    }

    /** Looks. */
    Inspection run(int workers, Progress progress, Cancellation stop) throws IOException {
        if (!Files.isDirectory(directory)) {
            findings.add("", -1, directory + (Files.exists(directory) ? " is not a directory" : " does not exist"));
            return this;
        }
        Sweeper.requirePermission(directory);
        readHeads();
        if (plan.isEmpty()) {
            findings.add("", -1, directory + " has no intact plan, so nothing else in it can be checked");
            return this;
        }
        names(plan.get());
        new ArrayInspection(directory, findings).constants(plan.get());
        shards(plan.get(), workers, progress, stop);
        return this;
    }

    private void readHeads() {
        try {
            plan = Optional.of(Plan.read(directory.resolve(Layout.PLAN)));
        } catch (IOException e) {
            findings.badPlan();
            findings.add(Layout.PLAN, -1, words(Layout.PLAN, e));
        }
        try {
            manifest = Optional.of(Manifest.read(directory.resolve(Layout.MANIFEST)));
        } catch (IOException e) {
            findings.badManifest();
            findings.add(
                    Layout.MANIFEST,
                    -1,
                    Files.exists(directory.resolve(Layout.MANIFEST))
                            ? words(Layout.MANIFEST, e)
                            : "manifest.json is missing: the dataset is unfinished, and the command that began it continues it");
        }
        if (plan.isEmpty()) {
            plan = manifest.map(Manifest::plan);
        } else if (manifest.isPresent() && !manifest.get().plan().equals(plan.get())) {
            findings.badManifest();
            findings.add(
                    Layout.MANIFEST,
                    -1,
                    "manifest.json is the manifest of another plan: "
                            + String.join(", ", manifest.get().plan().differences(plan.get())));
            manifest = Optional.empty();
        }
    }

    private void names(Plan plan) throws IOException {
        for (String name : Sweeper.names(directory)) {
            boolean known = name.equals(Layout.PLAN)
                    || name.equals(Layout.MANIFEST)
                    || name.equals(Layout.CONSTANTS) && !plan.constants().isEmpty()
                    || Layout.isShardDirectory(name) && Integer.parseInt(name) < plan.shards()
                    || name.equals(Layout.LOCK) && locked;
            if (!known) {
                findings.add(
                        name,
                        -1,
                        name
                                + (Layout.isLeftover(name)
                                        ? " is what an interrupted run left: the next one removes it"
                                        : " does not belong to this dataset"));
            }
        }
    }

    private void shards(Plan plan, int workers, Progress progress, Cancellation stop) throws IOException {
        AtomicInteger next = new AtomicInteger();
        AtomicLong done = new AtomicLong();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        int planChecksum = SealedJson.checksum(plan.toBytes());
        Runnable work = () -> {
            try {
                ArrayInspection arrays = new ArrayInspection(directory, findings);
                for (int shard = next.getAndIncrement();
                        shard < plan.shards() && failure.get() == null;
                        shard = next.getAndIncrement()) {
                    if (stop.cancelled()) {
                        findings.cancelled();
                        return;
                    }
                    shard(plan, planChecksum, shard, arrays);
                    progress.update(done.addAndGet(plan.shard(shard).count()), plan.count());
                }
            } catch (Throwable t) {
                if (!failure.compareAndSet(null, t)) {
                    failure.get().addSuppressed(t);
                }
            }
        };
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 1; i < Math.min(workers, plan.shards()); i++) {
                threads.add(Thread.ofPlatform().name("millrace-verify-" + i).start(work));
            }
        } catch (Throwable t) {
            failure.compareAndSet(null, t);
        }
        work.run();
        join(threads, stop);
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable t -> throw new IllegalStateException(t);
        }
        if (findings.shards().isEmpty() && manifest.isPresent() && !stop.cancelled()) {
            sums(plan);
        }
    }

    private static void join(List<Thread> threads, Cancellation stop) throws IOException {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            stop.cancel();
            Thread.currentThread().interrupt();
            throw new IOException("verification was interrupted", e);
        }
    }

    private void shard(Plan plan, int planChecksum, int shard, ArrayInspection arrays) {
        String name = Layout.shard(shard);
        if (!Sweeper.isDirectory(directory.resolve(name))) {
            findings.badShard(shard);
            findings.add(name, -1, name + " is missing: shard " + shard + " can be made again from the plan");
            return;
        }
        String recordFile = name + "/" + Layout.SHARD;
        ShardRecord.Stored stored;
        try {
            stored = ShardRecord.read(directory, plan, planChecksum, shard);
        } catch (IOException e) {
            findings.badShard(shard);
            findings.add(recordFile, -1, words(recordFile, e));
            return;
        }
        if (manifest.isPresent() && manifest.get().shards()[shard] != stored.checksum()) {
            findings.badShard(shard);
            findings.add(
                    recordFile,
                    -1,
                    recordFile + ": its checksum is " + Checksums.hex(stored.checksum()) + " where the manifest has "
                            + Checksums.hex(manifest.get().shards()[shard]));
        }
        boolean sound = true;
        for (int i = 0; i < plan.fields().size(); i++) {
            Npy npy = Npy.of(plan.fields().get(i), stored.record().count());
            String file = Layout.array(plan.fields().get(i).name());
            sound &=
                    arrays.check(name + "/" + file, npy, stored.record().files().get(file));
        }
        if (!sound) {
            findings.badShard(shard);
        }
        Set<String> known = stored.record().files().keySet().stream().collect(Collectors.toSet());
        known.add(Layout.SHARD);
        for (String file : stored.record().files().keySet()) {
            // where both stand, compressing was interrupted, and the array itself is what counts
            if (!Sweeper.isFile(directory.resolve(name).resolve(file))) {
                known.add(ColdFile.of(Path.of(file)).toString());
            }
        }
        arrays.strangers(name, known);
    }

    private void sums(Plan plan) throws IOException {
        byte[] expected = Manifest.build(directory, plan);
        if (!Arrays.equals(expected, Files.readAllBytes(directory.resolve(Layout.MANIFEST)))) {
            findings.badManifest();
            findings.add(Layout.MANIFEST, -1, "manifest.json: its sums are not those of the shards");
        }
    }

    /** An exception as a sentence that starts with the file. */
    private String words(String file, IOException e) {
        if (e instanceof DatasetException) {
            String message = e.getMessage();
            String absolute = directory.resolve(file).toString();
            return message.startsWith(absolute) ? file + message.substring(absolute.length()) : file + ": " + message;
        }
        return file + ": it cannot be read (" + Reason.of(e) + ")";
    }
}
