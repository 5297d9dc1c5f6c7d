package io.millrace.opencl.causal;

import java.util.Arrays;

/** Words of a table that grows. */
final class Words {
    private int[] words = new int[1024];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    void add(int word) {
        if (length == words.length) {
            words = Arrays.copyOf(words, Math.multiplyExact(2, length));
        }
        words[length++] = word;
    }

    void add(float number) {
        add(Float.floatToRawIntBits(number));
    }

    /** Their array, which holds {@link #length} of them. */
    int[] array() {
        return words;
    }
}
