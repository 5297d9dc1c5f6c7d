package io.millrace.waveform.parameters;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names like one that does not exist. */
final class Nearest {
    private Nearest() {}

    /** The nearest of some names by the edits that lead there: up to three, those at the same distance. */
    static List<String> to(String word, Collection<String> names) {
        int least = names.stream().mapToInt(name -> edits(word, name)).min().orElse(0);
        return names.stream()
                .filter(name -> edits(word, name) <= least)
                .sorted(Comparator.naturalOrder())
                .limit(3)
                .toList();
    }

    /** Levenshtein's distance: letters put in, left out or changed. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
