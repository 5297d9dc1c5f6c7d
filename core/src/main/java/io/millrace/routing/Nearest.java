package io.millrace.routing;

import io.millrace.batch.Rows;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The k nearest of a row: by distance, then by index. Class: exact. Scalar in every backend: an insertion into a short sorted
 * list, which nearly every candidate fails at its first comparison.
 */
final class Nearest {
    private final Rows rows;
    private final int[] index;
    private final double[] best;

    Nearest(int k, Rows rows) {
        this.rows = rows;
        this.index = new int[k + Rows.SLACK];
        this.best = new double[k];
    }

    /** Finds the nearest of {@code 0 … nodes − 1} but {@code self}, and overwrites {@code row[0 … k − 1]} with their distances. */
    void select(double[] row, int self, int nodes) {
        int k = best.length;
        int found = 0;
        for (int j = 0; j < nodes; j++) {
            if (j == self || found == k && row[j] >= best[k - 1]) {
                continue;
            }
            int at = found < k ? found++ : k - 1;
            for (; at > 0 && best[at - 1] > row[j]; at--) {
                best[at] = best[at - 1];
                index[at] = index[at - 1];
            }
            best[at] = row[j];
            index[at] = j;
        }
        System.arraycopy(best, 0, row, 0, k);
    }

    /** A padded row: no neighbours, distances 0. */
    void clear(double[] row) {
        Arrays.fill(index, 0, best.length, -1);
        Arrays.fill(row, 0, best.length, 0);
    }

    void store(MemorySegment to, long element) {
        rows.ints(index, 0, best.length, to, element);
    }
}
