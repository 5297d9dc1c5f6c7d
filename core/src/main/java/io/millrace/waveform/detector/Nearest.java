package io.millrace.waveform.detector;

import java.util.Arrays;
import java.util.Comparator;

/** The name that was meant: of the least edit distance (Levenshtein 1966), the first of several. */
final class Nearest {
    private Nearest() {}

    /** The nearest of these names. */
    static String of(String text, String... names) {
        return Arrays.stream(names)
                .min(Comparator.comparingInt(name -> distance(text, name)))
                .orElseThrow();
    }

    /** How many letters to insert, to leave out or to replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
