package io.millrace.spec;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Names like one that does not exist. */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** The nearest of some names by the edits that lead there: up to three at the same distance; case makes none. */
    public static List<String> to(String word, Collection<String> names) {
        int least = names.stream().mapToInt(name -> edits(word, name)).min().orElse(0);
        return names.stream()
                .filter(name -> edits(word, name) == least)
                .sorted()
                .limit(MOST)
                .toList();
    }

    /** {@code one of 80 names, the nearest A, B, C}. */
    public static String sentence(String word, Collection<String> names) {
        return "one of " + names.size() + " names, the nearest " + String.join(", ", to(word, names));
    }

    /** Levenshtein's distance: letters put in, left out or changed. */
    private static int edits(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
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
