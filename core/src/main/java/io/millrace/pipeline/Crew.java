package io.millrace.pipeline;

import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
import io.millrace.generator.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A group of worker threads that all run one loop, each with a {@link Worker} of its own. */
final class Crew {
    /** One thread's loop; returns when there is nothing left to do. */
    interface Loop {
        void run(Worker worker) throws Exception;
    }

    private final List<Thread> threads = new ArrayList<>();

    /** Starts them; {@code failed} hears of whatever a loop throws. */
    Crew(Generator generator, int workers, Loop loop, Consumer<Throwable> failed) {
        for (int i = 0; i < workers; i++) {
            threads.add(
                    Thread.ofPlatform().daemon().name("millrace-worker-" + i).unstarted(() -> {
                        try (Worker worker = generator.newWorker()) {
                            loop.run(worker);
                        } catch (Throwable t) {
                            failed.accept(t);
                        }
                    }));
        }
        try {
            threads.forEach(Thread::start);
        } catch (Throwable t) {
            failed.accept(t);
            join();
            throw t;
        }
    }

    /** Waits until every thread has ended, whatever interrupts it; an interrupt is kept for the caller. */
    void join() {
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

    /** The failure of a slice, with an index: the kernel's own, or the slice's first. */
    static GenerationException at(Range slice, Throwable t) {
        return t instanceof GenerationException known
                ? known
                : new GenerationException(slice.first(), "the worker failed: " + t, t);
    }
}
