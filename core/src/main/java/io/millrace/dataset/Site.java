package io.millrace.dataset;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/**
 * A directory while a run writes it: locked, swept of what interrupted runs left, with a plan. If nothing in it is worth
 * keeping, closing removes what this run made: the plan, and the directory.
 */
final class Site implements AutoCloseable {
    private final Path directory;
    private final NewDirectories created;
    private final DirectoryLock lock;
    private final Checkpoint checkpoint;
    private boolean planned;
    private boolean keep;

    private Site(Path directory, NewDirectories created, DirectoryLock lock, Checkpoint checkpoint) {
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
        NewDirectories created =
                Sweeper.state(directory) == Sweeper.State.ABSENT ? make(directory) : NewDirectories.NONE;
        try {
            return new Site(directory, created, lock(directory, checkpoint), checkpoint);
        } catch (IOException | RuntimeException | Error e) {
            created.remove(e);
            throw e;
        }
    }

    private static NewDirectories make(Path directory) throws IOException {
        try {
            return NewDirectories.make(directory);
        } catch (FileAlreadyExistsException e) {
            throw new DatasetException(e.getFile() + " is not a directory", e);
        } catch (IOException e) {
            throw new DatasetException(
                    "the directory " + directory + " cannot be made: " + Reason.ofWriting(e, directory), e);
        }
    }

    private static DirectoryLock lock(Path directory, Checkpoint checkpoint) throws IOException {
        try {
            return DirectoryLock.take(directory, checkpoint);
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException(
                    "no lock can be made in " + directory + ": " + Reason.ofWriting(e, directory), e);
        }
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
            Space.require(directory, plan, all(plan), true, Sweeper.contentBytes(directory));
            Sweeper.deleteDataset(directory);
        }
        Sweeper.sweepLeftovers(directory);
        if (Sweeper.state(directory) == Sweeper.State.EMPTY) {
            Space.require(directory, plan, all(plan), true, 0);
            planned = true;
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

    private static BitSet all(Plan plan) {
        BitSet all = new BitSet(plan.shards());
        all.set(0, plan.shards());
        return all;
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
        boolean remove = !keep && (planned || !created.isEmpty());
        try {
            if (remove) {
                Sweeper.sweepLeftovers(directory);
                Sweeper.deleteDataset(directory);
            }
        } finally {
            lock.close();
        }
        if (remove) {
            created.remove();
        }
    }
}
