package io.millrace.opencl.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.generator.Activity;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final double SECONDS = 1e-9;

    private static void assertActivity(double computing, double transferring, double both, Activity activity) {
        assertEquals(computing * SECONDS, activity.computing(), 1e-12);
        assertEquals(transferring * SECONDS, activity.transferring(), 1e-12);
        assertEquals(both * SECONDS, activity.both(), 1e-12);
    }

    @Test
    void whatOverlapsCountsOnce() {
        Clock clock = new Clock();
        assertActivity(0, 0, 0, clock.activity());
        clock.computed(100, 200);
        clock.computed(150, 300);
        clock.transferred(250, 400);
        assertActivity(200, 150, 50, clock.activity());
        clock.computed(0, 50);
        clock.transferred(40, 120);
        clock.transferred(500, 510);
        assertActivity(250, 240, 80, clock.activity());
        assertActivity(250, 240, 80, clock.activity());
    }

    /** A transfer spans the end of each kernel and the beginning of the next, a hundred thousand times. */
    @Test
    void aLongRunIsSummedUpAsItGoes() {
        Clock clock = new Clock();
        int rounds = 100_000;
        for (long k = 0; k < rounds; k++) {
            clock.computed(1000 * k, 1000 * k + 700);
            clock.transferred(1000 * k + 600, 1000 * k + 1000);
        }
        assertActivity(700.0 * rounds, 400.0 * rounds, 100.0 * rounds, clock.activity());
    }
}
