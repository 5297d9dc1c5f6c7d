package io.millrace.pde;

import io.millrace.fft.Fft2;
import io.millrace.math.Turns;
import io.millrace.pde.spectral.Etdrk4;
import io.millrace.random.RandomStream;
import java.util.Arrays;

/**
 * The law N(0, 7^{3/2}(−Δ + 49)^{−5/2}) on [0, 1]² without the mean (Li et al., ICLR 2021, §5.3), at the centres of cells, of the modes that products leave without aliases: Σ over
 * half of the k of √(2λ)(a cos 2πk·x + b sin 2πk·x), a, b ~ N(0, 1), λ = 7^{3/2}(4π²|k|² + 49)^{−5/2}. Modes have their numbers ring by ring, so that grids of all sizes have the same
 * field. One thread's. Class: reproducible.
 */
final class GaussianSquare {
    private final int points;
    private final int modes;
    private final Fft2 fft;
    private final double[] re;
    private final double[] im;

    GaussianSquare(int points) {
        this.points = points;
        modes = Etdrk4.modes(points, 2);
        fft = Fft2.scalar(points, modes);
        re = new double[points * points];
        im = new double[points * points];
    }

    /** Writes a field, number (j, l) at {@code j·points + l}. */
    void draw(RandomStream stream, double[] u) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        int mode = 0;
        for (int ring = 1; ring < modes; ring++) {
            for (int kx = 0; kx < ring; kx++) {
                mode(stream, mode++, kx, ring);
            }
            for (int ky = ring; ky >= -ring; ky--) {
                mode(stream, mode++, ring, ky);
            }
            for (int kx = ring - 1; kx > 0; kx--) {
                mode(stream, mode++, kx, -ring);
            }
        }
        fft.inverse(re, im);
        System.arraycopy(re, 0, u, 0, points * points);
    }

    private void mode(RandomStream stream, int mode, int kx, int ky) {
        double s = Math.fma(4 * Math.PI * Math.PI, kx * kx + ky * ky, 49);
        // √λ = 7^{3/4} s^{−5/4}, √(2λ)/2 of it for k and for −k
        double deviation = Math.sqrt(7 * Math.sqrt(7)) / (s * Math.sqrt(Math.sqrt(s))) * Math.sqrt(0.5);
        double a = deviation * stream.normal(2 * mode);
        double b = -deviation * stream.normal(2 * mode + 1);
        // half a cell on in x and y
        double cos = Turns.cosOf(0.5 * (kx + ky) / points);
        double sin = Turns.sinOf(0.5 * (kx + ky) / points);
        int at = kx * points + (ky < 0 ? points + ky : ky);
        int opposite = (kx == 0 ? 0 : points - kx) * points + (ky > 0 ? points - ky : -ky);
        re[at] = Math.fma(a, cos, -(b * sin));
        im[at] = Math.fma(a, sin, b * cos);
        re[opposite] = re[at];
        im[opposite] = -im[at];
    }
}
