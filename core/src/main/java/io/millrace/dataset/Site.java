package io.millrace.dataset;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory while a run writes it: locked, swept of what interrupted runs left, with a plan. If this run made the
 * directory and nothing in it is worth keeping, closing removes it.
 */
final class Site implements AutoCloseable {
    private final Path directory;
    private final Path created;
    private final DirectoryLock lock;
    private final Checkpoint checkpoint;
    private boolean keep;

    private Site(Path directory, Path created, DirectoryLock lock, Checkpoint checkpoint) {
        this.directory = directory;
        this.created = created;
        this.lock = lock;
        this.checkpoint = checkpoint;
    }

    /**
     * Locks the directory, which is made if there is none.
     *
     * @throws DatasetException if it is not for a dataset, or another run has it
     */
    static Site enter(Path given, Checkpoint checkpoint) throws IOException {
        Path directory = given.toAbsolutePath().normalize();
        Path created = Sweeper.state(directory) == Sweeper.State.ABSENT ? make(directory) : null;
        DirectoryLock lock;
        try {
            lock = DirectoryLock.take(directory);
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException("no lock can be made in " + directory + " (" + e + "): is it writable?", e);
        }
        checkpoint.reached(Checkpoint.LOCKED);
        return new Site(directory, created, lock, checkpoint);
    }

    /** Makes the directory; the topmost that had to be made. */
    private static Path make(Path directory) throws IOException {
        Path topmost = directory;
        while (topmost.getParent() != null && !Files.exists(topmost.getParent())) {
            topmost = topmost.getParent();
        }
        try {
            Files.createDirectories(directory);
        } catch (FileAlreadyExistsException e) {
            throw new DatasetException(e.getFile() + " is not a directory", e);
        } catch (IOException e) {
            throw new DatasetException("the directory " + directory + " cannot be made (" + e + ")", e);
        }
        return topmost;
    }

    Path directory() {
        return directory;
    }

    /** From now on the directory stays. */
    void keep() {
        keep = true;
    }

    /**
     * Makes the directory this plan's.
     *
     * @return the plan that stands in it, which may have been made by another version of Millrace
     * @throws DatasetException if another plan does
     */
    Plan settle(Plan plan, boolean overwrite) throws IOException {
        if (overwrite && Sweeper.state(directory) == Sweeper.State.DATASET) {
            Sweeper.deleteDataset(directory);
        }
        Sweeper.sweepLeftovers(directory);
        if (Sweeper.state(directory) == Sweeper.State.EMPTY) {
            Space.require(directory, plan, 0, plan.shards());
            Durable.write(directory.resolve(Layout.PLAN), plan.toBytes(), checkpoint, Checkpoint.PLAN);
            checkpoint.reached(Checkpoint.PLANNED);
            return plan;
        }
        Plan standing = standing();
        List<String> differences = standing.differences(plan);
        if (!differences.isEmpty()) {
            throw new DatasetException(directory + " holds another plan: " + String.join(", ", differences)
                    + "; choose another directory, or overwrite this one");
        }
        return standing;
    }

    private Plan standing() throws IOException {
        try {
            return Plan.read(directory.resolve(Layout.PLAN));
        } catch (DatasetException e) {
            throw new DatasetException(
                    e.getMessage() + "; repair restores it from an intact manifest, overwriting starts anew", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (created != null && !keep) {
                Sweeper.sweepLeftovers(directory);
                Sweeper.deleteDataset(directory);
            }
        } finally {
            lock.close();
        }
        if (created != null && !keep) {
            for (Path made = directory; made != null && made.startsWith(created); made = made.getParent()) {
                Files.deleteIfExists(made);
            }
        }
    }
}
