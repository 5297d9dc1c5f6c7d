package io.millrace.dataset;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Directories that were made for something, to be removed again if nothing comes of it. */
public final class NewDirectories {
    /** None were made. */
    static final NewDirectories NONE = new NewDirectories(List.of());

    private final List<Path> deepestFirst;

    private NewDirectories(List<Path> deepestFirst) {
        this.deepestFirst = deepestFirst;
    }

    /**
     * Makes a directory and those above it that are missing.
     *
     * @throws IOException if that failed; none of them is left then
     */
    public static NewDirectories make(Path directory) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = directory.toAbsolutePath();
                at != null && !Files.exists(at, LinkOption.NOFOLLOW_LINKS);
                at = at.getParent()) {
            missing.add(at);
        }
        NewDirectories made = new NewDirectories(missing);
        try {
            Files.createDirectories(directory);
        } catch (IOException | RuntimeException e) {
            made.remove(e);
            throw e;
        }
        return made;
    }

    boolean isEmpty() {
        return deepestFirst.isEmpty();
    }

    /** Removes those that are empty. */
    public void remove() throws IOException {
        try {
            for (Path directory : deepestFirst) {
                Files.deleteIfExists(directory);
            }
        } catch (DirectoryNotEmptyException e) {
            // somebody else uses it, and with it those above
        }
    }

    /** Removes those that are empty, because of a failure that comes first in what is said. */
    public void remove(Throwable cause) {
        try {
            remove();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
