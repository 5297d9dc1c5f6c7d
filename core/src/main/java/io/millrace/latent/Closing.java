package io.millrace.latent;

/** Closes several things, whichever of them fail. */
final class Closing {
    private Closing() {}

    /** All of them, null ones left out; the first failure is thrown, with the others. */
    static void all(Iterable<? extends AutoCloseable> things) {
        RuntimeException first = null;
        for (AutoCloseable thing : things) {
            try {
                if (thing != null) {
                    thing.close();
                }
            } catch (Exception e) {
                RuntimeException failure = e instanceof RuntimeException known ? known : new IllegalStateException(e);
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
