package io.millrace.radio.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    private static Link link(double... turns) {
        Link link = new Link(turns.length);
        link.count = turns.length;
        for (int i = 0; i < turns.length; i++) {
            link.east[i] = Math.cos(2 * Math.PI * turns[i]);
            link.north[i] = Math.sin(2 * Math.PI * turns[i]);
            link.snr[i] = 10;
            link.heard[i] = true;
        }
        return link;
    }

    private static Link random(int receivers, int seed) {
        RandomStream random = new RandomStream(Philox.of("test", seed));
        double[] turns = new double[receivers];
        for (int i = 0; i < receivers; i++) {
            turns[i] = random.uniformDouble(i);
        }
        Link link = link(turns);
        for (int i = 0; i < receivers; i++) {
            link.snr[i] = 40 * random.uniformDouble(receivers + i) - 5;
        }
        return link;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7, 32})
    void uniformBearings(int receivers) {
        double[] turns = new double[receivers];
        for (int i = 0; i < receivers; i++) {
            turns[i] = 0.123 + (double) i / receivers;
        }
        assertEquals(2 / Math.sqrt(receivers), Position.gdop(link(turns)), 1e-12);
    }

    /** √tr((HᵀC⁻¹H)⁻¹), rows u_i − u_ref, C = I + 11ᵀ, for each reference: one figure. */
    @Test
    void noReceiverIsSpecial() {
        for (int seed = 0; seed < 50; seed++) {
            Link link = random(3 + seed % 6, seed);
            double gdop = Position.gdop(link);
            for (int reference = 0; reference < link.count; reference++) {
                assertEquals(1, byDifferences(link, reference) / gdop, 1e-8, seed + ", " + reference);
            }
        }
    }

    private static double byDifferences(Link link, int reference) {
        int m = link.count - 1;
        double[][] h = new double[m][];
        double[][] c = new double[m][m];
        for (int i = 0, row = 0; i < link.count; i++) {
            if (i != reference) {
                h[row++] = new double[] {link.east[i] - link.east[reference], link.north[i] - link.north[reference]};
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                c[i][j] = i == j ? 2 : 1;
            }
        }
        double[][] inverse = inverse(c);
        double[][] information = new double[2][2];
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < m; j++) {
                        information[a][b] += h[i][a] * inverse[i][j] * h[j][b];
                    }
                }
            }
        }
        double[][] covariance = inverse(information);
        return Math.sqrt(covariance[0][0] + covariance[1][1]);
    }

    /** Gauss and Jordan with pivots. */
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, a[i], 0, n);
            a[i][n + i] = 1;
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] swap = a[k];
            a[k] = a[pivot];
            a[pivot] = swap;
            double scale = a[k][k];
            for (int j = 0; j < 2 * n; j++) {
                a[k][j] /= scale;
            }
            for (int i = 0; i < n; i++) {
                double factor = a[i][k];
                for (int j = 0; j < 2 * n && i != k; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], n, out[i], 0, n);
        }
        return out;
    }

    /** Those that do not hear give nothing; two, or receivers in line as seen from the transmitter, give no position. */
    @Test
    void whereThereIsNoPosition() {
        Link link = link(0.1, 0.3, 0.8, 0.55);
        double all = Position.gdop(link);
        link.heard[3] = false;
        assertTrue(Position.gdop(link) > all);
        assertEquals(Position.gdop(link(0.1, 0.3, 0.8)), Position.gdop(link), 1e-12);
        link.heard[2] = false;
        assertEquals(Double.POSITIVE_INFINITY, Position.gdop(link));
        link.heard[1] = false;
        link.heard[0] = false;
        assertEquals(Double.POSITIVE_INFINITY, Position.gdop(link));
        assertEquals(Double.POSITIVE_INFINITY, Position.gdop(link(0.1, 0.1, 0.6, 0.6)));
        assertEquals(Double.POSITIVE_INFINITY, Position.bound(link(0.25, 0.25, 0.75), 1000, 100, 0));
    }

    /**
     * Fisher's information of position and time of transmission, straight from the samples: Σ_i 2/N₀'·Σ_n |∂x/∂θ|², by differences
     * of the received waveforms, with complex noise of N₀' a sample.
     */
    @Test
    void cramerAndRao() {
        double rate = 50_000;
        int samples = 5000;
        double bandwidth = 12_500;
        double deviation = 3000;
        for (int seed = 0; seed < 5; seed++) {
            Link link = random(5, seed);
            double[][] fisher = new double[3][3];
            for (int i = 0; i < link.count; i++) {
                double noise = Math.pow(10, -link.snr[i] / 10) * rate / bandwidth;
                double time = 2 / noise * slope(rate, samples, deviation);
                double[] gradient = {link.east[i] / Scene.LIGHT, link.north[i] / Scene.LIGHT, 1};
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        fisher[a][b] += time * gradient[a] * gradient[b];
                    }
                }
            }
            double[][] covariance = inverse(fisher);
            double error = Math.sqrt(covariance[0][0] + covariance[1][1]);
            double beta = deviation / Math.sqrt(2);
            assertEquals(1, Position.bound(link, beta, bandwidth * samples / rate, 0) / error, 1e-3);
        }
    }

    /** Two receivers fix nothing, however unlike they hear; nor do receivers in two directions. */
    @Test
    void twoDirectionsFixNoPosition() {
        for (int seed = 0; seed < 200; seed++) {
            for (double apart : new double[] {1e-7, 1e-5, 1e-3, 0.1}) {
                double turn = 0.123 + 0.00731 * seed;
                Link two = link(turn, turn + apart);
                two.snr[0] = 10 + seed % 80;
                assertEquals(Double.POSITIVE_INFINITY, Position.bound(two, 1000, 100, 0));
                assertEquals(Double.POSITIVE_INFINITY, Position.gdop(two));
                assertEquals(Double.POSITIVE_INFINITY, Position.gdop(link(turn, turn + apart, turn, turn + apart)));
            }
        }
    }

    /** Where clocks are worse than the signal, a dilution of them. */
    @Test
    void boundOfClocks() {
        Link link = random(6, 3);
        assertEquals(1, Position.bound(link, 1e5, 1e6, 1e-3) / (Position.gdop(link) * Scene.LIGHT * 1e-3), 1e-6);
        assertTrue(Position.bound(link, 1e5, 1e6, 1e-9) > Position.bound(link, 1e5, 1e6, 0));
    }

    /** One receiver hears incomparably better than the others: they still fix the position. */
    @Test
    void boundOfUnequalReceivers() {
        Link link = link(0, 0.3, 0.6);
        link.snr[0] = 200;
        double bound = Position.bound(link, 1000, 100, 0);
        link.snr[0] = 100;
        assertEquals(bound, Position.bound(link, 1000, 100, 0), 1e-6 * bound);
    }

    /** Σ_n |dx/dt|² of a carrier that a tone of 500 Hz modulates in frequency, 50 periods. */
    private static double slope(double rate, int samples, double deviation) {
        double step = 1e-8;
        double sum = 0;
        for (int n = 0; n < samples; n++) {
            double later = phase(n / rate + step, deviation);
            double earlier = phase(n / rate - step, deviation);
            double re = (Math.cos(later) - Math.cos(earlier)) / (2 * step);
            double im = (Math.sin(later) - Math.sin(earlier)) / (2 * step);
            sum += re * re + im * im;
        }
        return sum;
    }

    private static double phase(double t, double deviation) {
        return deviation / 500 * Math.sin(2 * Math.PI * 500 * t);
    }
}
