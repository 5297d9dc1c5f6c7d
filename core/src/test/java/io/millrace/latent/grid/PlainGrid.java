package io.millrace.latent.grid;

/** The definition in double, as it stands: convolve, concatenate, multiply, and pool last. */
final class PlainGrid {
    private final GridShape shape;
    private final GridWeights weights;
    private final int channels;
    private final int rows;
    private final int columns;

    PlainGrid(GridWeights weights) {
        this.weights = weights;
        this.shape = weights.shape();
        this.channels = shape.patchChannels();
        this.rows = shape.rows();
        this.columns = shape.columns();
    }

    double[][] encode(float[] field) {
        double[][][] x = unshuffled(field);
        double[][][] y = residual(x);
        double[][] tokens = new double[rows * columns][];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                tokens[row * columns + column] = linear(y, row, column);
            }
        }
        double[][] latent = new double[shape.tokens()][shape.width()];
        int n = tokens.length;
        for (int l = 0; l < shape.tokens(); l++) {
            int first = (int) Math.floor(l * (double) n / shape.tokens());
            int last = (int) Math.ceil((l + 1.0) * n / shape.tokens()) - 1;
            for (int d = 0; d < shape.width(); d++) {
                for (int token = first; token <= last; token++) {
                    latent[l][d] += tokens[token][d] / (last - first + 1);
                }
            }
        }
        return latent;
    }

    private double[][][] unshuffled(float[] field) {
        int p = shape.patch();
        double[][][] x = new double[channels][rows][columns];
        int width = columns * p;
        int height = shape.dimensions() == 1 ? 1 : rows * p;
        for (int c = 0; c < shape.channels(); c++) {
            for (int h = 0; h < height; h++) {
                for (int w = 0; w < width; w++) {
                    int channel = shape.dimensions() == 1 ? c * p + w % p : (c * p + h % p) * p + w % p;
                    int row = shape.dimensions() == 1 ? 0 : h / p;
                    x[channel][row][w / p] = field[(c * height + h) * width + w];
                }
            }
        }
        return x;
    }

    private double[][][] residual(double[][][] x) {
        float[] w2 = weights.tensor(GridWeights.CONV2_WEIGHT).toArray();
        float[] b1 = weights.tensor(GridWeights.CONV1_BIAS).toArray();
        float[] b2 = weights.tensor(GridWeights.CONV2_BIAS).toArray();
        int hidden = b1.length;
        double[][][] y = new double[channels][rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int c = 0; c < channels; c++) {
                    y[c][row][column] = x[c][row][column] + b2[c];
                }
                for (int k = 0; k < hidden; k++) {
                    double h = b1[k] + convolution(x, k, row, column);
                    for (int c = 0; c < channels; c++) {
                        y[c][row][column] += w2[c * hidden + k] * gelu(h);
                    }
                }
            }
        }
        return y;
    }

    private double convolution(double[][][] x, int k, int row, int column) {
        float[] w1 = weights.tensor(GridWeights.CONV1_WEIGHT).values();
        boolean line = shape.dimensions() == 1;
        double sum = 0;
        for (int c = 0; c < channels; c++) {
            for (int i = line ? 0 : -1; i <= (line ? 0 : 1); i++) {
                for (int j = -1; j <= 1; j++) {
                    int tap = line ? j + 1 : 3 * (i + 1) + j + 1;
                    if (row + i >= 0 && row + i < rows && column + j >= 0 && column + j < columns) {
                        sum += w1[(k * channels + c) * shape.taps() + tap] * x[c][row + i][column + j];
                    }
                }
            }
        }
        return sum;
    }

    private double[] linear(double[][][] y, int row, int column) {
        double[] features = new double[shape.features()];
        for (int c = 0; c < channels; c++) {
            features[c] = y[c][row][column];
        }
        int at = channels;
        if (shape.dimensions() == 2) {
            at = waves(features, at, (row + 0.5) / rows);
        }
        waves(features, at, (column + 0.5) / columns);
        float[] w = weights.tensor(GridWeights.LINEAR_WEIGHT).values();
        float[] bias = weights.tensor(GridWeights.LINEAR_BIAS).values();
        double[] out = new double[shape.width()];
        for (int d = 0; d < out.length; d++) {
            out[d] = bias[d];
            for (int f = 0; f < features.length; f++) {
                out[d] += w[d * features.length + f] * features[f];
            }
        }
        return out;
    }

    private static int waves(double[] features, int at, double centre) {
        for (int periods = 1; periods <= 2; periods++) {
            features[at++] = StrictMath.sin(2 * Math.PI * periods * centre);
            features[at++] = StrictMath.cos(2 * Math.PI * periods * centre);
        }
        return at;
    }

    /** ½x(1 + erf(x/√2)), erf z = 2/√π·e^(−z²)·Σ 2ⁿz^(2n+1)/(1·3·…·(2n+1)). */
    private static double gelu(double x) {
        double z = Math.clamp(x * Math.sqrt(0.5), -6.0, 6.0);
        double term = z;
        double sum = z;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * z * z / (2 * n + 1);
            sum += term;
        }
        return 0.5 * x * (1 + 2 / Math.sqrt(Math.PI) * StrictMath.exp(-z * z) * sum);
    }
}
