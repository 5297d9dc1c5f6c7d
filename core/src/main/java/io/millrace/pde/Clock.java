package io.millrace.pde;

import java.util.function.DoubleConsumer;

/**
 * The steps from frame to frame. The first frame's interval is in parts of 2^−L, 2^−L, 2^(1−L), …, ½ of it, L its halvings, each of as many steps as another frame has, which is a part. Where what goes on slows down like 1/t, frame i + 1 has 1/i of the steps. One thread's.
 */
final class Clock {
    private final double interval;
    private final int steps;
    private final int halvings;
    private final boolean slowing;
    private final int finer;
    private int part;

    /** With so many steps, {@code finer} times as many as another clock has that it goes along with. */
    private Clock(double interval, int steps, int halvings, boolean slowing, int finer) {
        this.interval = interval;
        this.steps = steps;
        this.halvings = halvings;
        this.slowing = slowing;
        this.finer = finer;
    }

    /** Of a spec, solved by a scheme with so many steps. */
    static Clock of(PdeSpec spec, Scheme scheme, int steps, int finer) {
        boolean slowing = spec.equation() == Equation.DIFFUSION_SORPTION && spec.steps() == 0;
        return new Clock(spec.interval(), steps, spec.halvings(scheme), slowing, finer);
    }

    /** How often the first frame's interval is halved. */
    int halvings() {
        return halvings;
    }

    /** Steps of a part. */
    int steps(int part) {
        return slowing && part > halvings ? finer * Math.ceilDiv(steps / finer, part - halvings) : steps;
    }

    /** How long each is. */
    double length(int part) {
        return Math.scalb(interval, Math.min(Math.max(part, 1) - 1 - halvings, 0)) / steps(part);
    }

    /** At time 0; tells the length of the first steps. */
    void begin(DoubleConsumer length) {
        part = 0;
        length.accept(length(0));
    }

    /** On to the next frame; tells the length of steps where it changes. */
    void frame(DoubleConsumer length, Runnable step) {
        int last = Math.max(part, halvings);
        for (; part <= last; part++) {
            if (part > 1 && (slowing || part <= halvings + 1)) {
                length.accept(length(part));
            }
            int parts = steps(part);
            for (int s = 0; s < parts; s++) {
                step.run();
            }
        }
    }
}
