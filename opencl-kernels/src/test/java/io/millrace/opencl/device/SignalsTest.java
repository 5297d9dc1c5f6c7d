package io.millrace.opencl.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.opencl.OpenClHere;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private static final int[] SIGNALS = {4, 7, 8, 11, 12};

    private static List<Optional<Long>> handlers() {
        List<Optional<Long>> handlers = new ArrayList<>();
        for (int signal : SIGNALS) {
            handlers.add(Signals.handler(signal));
        }
        return handlers;
    }

    /** Opening, compiling and launching what no cache has leaves the virtual machine its signals. */
    @Test
    void aDriverTakesNoSignalFromTheVirtualMachine() {
        List<Optional<Long>> before = handlers();
        Device device = OpenClHere.device();
        assertEquals(before, handlers(), "opening");
        for (int round = 0; round < 2; round++) {
            try (Context context = new Context(new Cl(), device);
                    Queue queue = context.newQueue();
                    Buffer buffer = context.allocate(4)) {
                Source unique = new Source(
                        "unique.cl",
                        "kernel void unique_(const uint items, global uint *out) { out[0] = "
                                + System.nanoTime() % 1_000_000_007 + "u; }");
                queue.kernel(unique, "unique_").arg(buffer).run(1);
                queue.finish();
                assertEquals(before, handlers(), "round " + round);
            }
        }
    }
}
