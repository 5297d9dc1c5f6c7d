package io.millrace.pde;

import io.millrace.fft.RealFft;
import io.millrace.math.Turns;

/** Advection, exactly: mode m turns by mβt/ℓ. The highest, which cannot turn, is left out. One trajectory at once: the transforms of its frames are all there is to do. */
final class ShiftSolver implements Solver {
    private final RealFft fft;
    private final int half;
    private final double turnsOfFrame;
    private final double[] startRe;
    private final double[] startIm;
    private final double[] re;
    private final double[] im;
    private double speed;
    private int frame;

    ShiftSolver(PdeSpec spec, RealFft fft) {
        this.fft = fft;
        half = spec.points() / 2;
        turnsOfFrame = spec.interval() / spec.length();
        startRe = new double[half];
        startIm = new double[half];
        re = new double[half];
        im = new double[half];
    }

    @Override
    public int trajectories() {
        return 1;
    }

    @Override
    public int points() {
        return 2 * half;
    }

    @Override
    public void set(int trajectory, double[] values) {
        speed = values[0];
    }

    @Override
    public void begin(double[] u) {
        for (int j = 0; j < half; j++) {
            startRe[j] = u[2 * j];
            startIm[j] = u[2 * j + 1];
        }
        fft.forward(startRe, startIm, 0);
        startIm[0] = 0;
        frame = 0;
    }

    @Override
    public void advance() {
        frame++;
    }

    @Override
    public void fields(double[] u) {
        double turns = speed * (frame * turnsOfFrame);
        for (int m = 0; m < half; m++) {
            double cos = Turns.cosOf(m * turns);
            double sin = Turns.sinOf(m * turns);
            re[m] = Math.fma(startRe[m], cos, startIm[m] * sin);
            im[m] = Math.fma(startIm[m], cos, -(startRe[m] * sin));
        }
        fft.inverse(re, im, 0);
        double scale = 1.0 / (2 * half);
        for (int j = 0; j < half; j++) {
            u[2 * j] = re[j] * scale;
            u[2 * j + 1] = im[j] * scale;
        }
    }
}
