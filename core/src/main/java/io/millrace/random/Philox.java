package io.millrace.random;

import java.nio.charset.StandardCharsets;

/**
 * Philox4x32 with ten rounds: a keyed bijection of 128-bit counters.
 *
 * <p>Class: exact. Source: Salmon et al., SC'11, section 4.3; known answers from Random123's {@code kat_vectors}.
 */
public final class Philox {
    /** Rounds that pass BigCrush with a margin. */
    public static final int ROUNDS = 10;

    /** Redraws of one instance, at most this many: the counter has 16 bits for them. */
    public static final int MAX_ATTEMPTS = 1 << 16;

    static final int MULTIPLIER_0 = 0xD2511F53;
    static final int MULTIPLIER_1 = 0xCD9E8D57;
    /** The golden ratio, as Weyl increment of the first key word. */
    static final int WEYL_0 = 0x9E3779B9;
    /** √3 − 1, as Weyl increment of the second key word. */
    static final int WEYL_1 = 0xBB67AE85;

    static final long LOW = 0xFFFF_FFFFL;

    private final int key0;
    private final int key1;

    private Philox(int key0, int key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /**
     * The generator of a workload's instances. For a fixed workload the key is a bijection of the seed: the seed plus
     * the FNV-1a hash of the name, finalised by SplitMix64's mixer (Steele, Lea, Flood, OOPSLA 2014).
     */
    public static Philox of(String workload, long seed) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : workload.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        long key = seed + hash;
        key = (key ^ (key >>> 30)) * 0xbf58476d1ce4e5b9L;
        key = (key ^ (key >>> 27)) * 0x94d049bb133111ebL;
        key ^= key >>> 31;
        return new Philox((int) key, (int) (key >>> 32));
    }

    /** The first key word. */
    public int key0() {
        return key0;
    }

    /** The second key word. */
    public int key1() {
        return key1;
    }

    /** The second counter word. */
    public static int lane(int attempt, int stream) {
        if (attempt < 0 || attempt >= MAX_ATTEMPTS || stream < 0 || stream >= 1 << 16) {
            throw new IllegalArgumentException("attempt " + attempt + ", stream " + stream + ": each has 16 bits");
        }
        return attempt << 16 | stream;
    }

    /** Writes the four words of one block to {@code out[at … at + 3]}. */
    void block(int block, int lane, long index, int[] out, int at) {
        block(block, lane, (int) index, (int) (index >>> 32), key0, key1, ROUNDS, out, at);
    }

    /** The bijection itself; {@code rounds} is a parameter for the known answers alone. */
    static void block(int c0, int c1, int c2, int c3, int k0, int k1, int rounds, int[] out, int at) {
        for (int round = 0; round < rounds; round++) {
            long p0 = (MULTIPLIER_0 & LOW) * (c0 & LOW);
            long p1 = (MULTIPLIER_1 & LOW) * (c2 & LOW);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c1 = (int) p1;
            c3 = (int) p0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        out[at] = c0;
        out[at + 1] = c1;
        out[at + 2] = c2;
        out[at + 3] = c3;
    }
}
