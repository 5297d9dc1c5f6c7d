package io.millrace.random;

import io.millrace.math.Normal;

/** The reference: one value after the other. Class: reproducible (normals), exact (everything else). */
final class DrawsScalar extends Draws {
    private final Philox philox;

    DrawsScalar(Philox philox) {
        this.philox = philox;
    }

    @Override
    public void words(long first, int instances, int attempt, int stream, int firstBlock, int blocks, int[] out) {
        int lane = Philox.lane(attempt, stream);
        for (int i = 0, at = 0; i < instances; i++) {
            for (int block = 0; block < blocks; block++, at += 4) {
                philox.block(firstBlock + block, lane, first + i, out, at);
            }
        }
    }

    @Override
    public void pairs(long index, int attempt, int stream, int firstBlock, int count, int[] first, int[] second) {
        int lane = Philox.lane(attempt, stream);
        int[] words = new int[4];
        for (int at = 0; at < count; at += PAIRS) {
            for (int block = 0; block < PAIRS / 2; block++) {
                philox.block(firstBlock + at / 2 + block, lane, index, words, 0);
                int to = at + block % 16 * 2 + block / 16;
                first[to] = words[0];
                second[to] = words[1];
                first[to + PAIRS / 2] = words[2];
                second[to + PAIRS / 2] = words[3];
            }
        }
    }

    @Override
    public void uniforms(int[] words, int count, float[] out) {
        for (int k = 0; k < count; k++) {
            out[k] = (words[k] >>> 8) * 0x1p-24f;
        }
    }

    @Override
    public void normals(int[] words, int count, float[] out) {
        for (int k = 0; k < count; k += 2) {
            out[k] = Normal.first(words[k], words[k + 1]);
            out[k + 1] = Normal.second(words[k], words[k + 1]);
        }
    }

    @Override
    public void uniforms(int[] words, int count, double[] out) {
        for (int k = 0; k < count; k++) {
            out[k] = (bits(words, k) >>> 11) * 0x1p-53;
        }
    }

    @Override
    public void normals(int[] words, int count, double[] out) {
        for (int k = 0; k < count; k += 2) {
            out[k] = Normal.first(bits(words, k), bits(words, k + 1));
            out[k + 1] = Normal.second(bits(words, k), bits(words, k + 1));
        }
    }

    private static long bits(int[] words, int k) {
        return words[2 * k] & Philox.LOW | (long) words[2 * k + 1] << 32;
    }

    @Override
    public void integers(int[] words, int count, int origin, int bound, int[] out) {
        for (int k = 0; k < count; k++) {
            out[k] = origin + (int) Math.unsignedMultiplyHigh(bits(words, k), bound);
        }
    }
}
