package io.millrace.causal;

/** Square matrices of doubles, for what tests compute by themselves. */
final class Dense {
    private Dense() {}

    static double[][] zeros(int n) {
        return new double[n][n];
    }

    /** A square field. */
    static double[][] of(Made made, String field, int instance) {
        int n = made.nodes(instance);
        double[][] all = zeros(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                all[i][j] = made.matrix(field, instance, i, j);
            }
        }
        return all;
    }

    static double[][] magnitudes(double[][] a) {
        double[][] all = zeros(a.length);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                all[i][j] = Math.abs(a[i][j]);
            }
        }
        return all;
    }

    /** (I − A)⁻¹ = I + A + … + Aⁿ⁻¹ where no path comes back: exactly 0 where none leads. */
    static double[][] resolvent(double[][] a) {
        double[][] sum = zeros(a.length);
        for (int power = 0; power < a.length; power++) {
            sum = product(a, sum);
            for (int i = 0; i < a.length; i++) {
                sum[i][i] += 1;
            }
        }
        return sum;
    }

    /** By Gauss and Jordan with partial pivots; null for a singular matrix. */
    static double[][] inverse(double[][] a) {
        int n = a.length;
        double[][] rows = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], 0, rows[i], 0, n);
            rows[i][n + i] = 1;
        }
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c + 1; r < n; r++) {
                pivot = Math.abs(rows[r][c]) > Math.abs(rows[pivot][c]) ? r : pivot;
            }
            double[] swap = rows[c];
            rows[c] = rows[pivot];
            rows[pivot] = swap;
            if (rows[c][c] == 0) {
                return null;
            }
            double scale = 1 / rows[c][c];
            for (int k = 0; k < 2 * n; k++) {
                rows[c][k] *= scale;
            }
            for (int r = 0; r < n; r++) {
                double factor = rows[r][c];
                for (int k = 0; r != c && factor != 0 && k < 2 * n; k++) {
                    rows[r][k] -= factor * rows[c][k];
                }
            }
        }
        double[][] inverse = zeros(n);
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows[i], n, inverse[i], 0, n);
        }
        return inverse;
    }

    static double[][] product(double[][] a, double[][] b) {
        int n = a.length;
        double[][] product = zeros(n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
