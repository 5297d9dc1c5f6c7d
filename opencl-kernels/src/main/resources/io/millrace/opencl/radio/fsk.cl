// Twin of Fsk, on symbols.cl. Class: reproducible. Table: levels by label, then the rows of the pulse's phase.

// Levels of the symbols of a block and of those that its last samples depend on; how many symbols end before the next block.
INLINE uint draw_levels(
    const global ulong *signal, Place place, ulong index, uint2 key, const global int *table, local uint *words,
    local int *level) {
    uint bits = (uint) signal[SIGNAL_BITS];
    ulong fraction;
    uint first = symbol_at(place.from, signal, &fraction);
    uint next = symbol_at(place.from + BLOCK, signal, &fraction) - first;
    uint drawn = next + (uint) signal[SIGNAL_SPAN];
    draw_symbols(first, drawn, index, key, words);
    barrier(CLK_LOCAL_MEM_FENCE);
    EACH(i, 0, drawn) {
        level[i] = table[words[(first & 3) + i] >> (32 - bits)];
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    return next;
}

// Group = a block: how far it takes the phase.
kernel void fsk_sums(
    ENVELOPE, const ulong first_index, const uint2 key, const global int *restrict table, global uint *restrict sums) {
    local uint words[WORDS];
    local int level[BLOCK + MOST_SPAN];
    local uint partial[GROUP];
    Place place = PLACE;
    const global ulong *signal = SIGNAL(place.instance);
    uint next = draw_levels(signal, place, first_index + place.instance, key, table, words, level);
    uint sum = 0;
    EACH(i, 0, next) {
        sum += (uint) level[i];
    }
    sum = total(sum, partial);
    if (get_local_id(0) == 0) {
        sums[get_group_id(0)] = sum * (uint) signal[SIGNAL_HALF_INDEX];
    }
}

kernel void fsk(
    ENVELOPE, const ulong first_index, const uint2 key, const global int *restrict table,
    const global uint *restrict sums) {
    local uint words[WORDS];
    local int level[BLOCK + MOST_SPAN];
    local uint turns[BLOCK];
    local uint partial[GROUP];
    Place place = PLACE;
    const global ulong *signal = SIGNAL(place.instance);
    uint next = draw_levels(signal, place, first_index + place.instance, key, table, words, level);
    EACH(i, 0, BLOCK) {
        turns[i] = i < next ? (uint) level[i] * (uint) signal[SIGNAL_HALF_INDEX] : 0;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    scan(turns, partial);
    uint phase = (uint) signal[SIGNAL_PHASE] + sums[get_group_id(0)];
    uint span = (uint) signal[SIGNAL_SPAN];
    const global int *rows = table + (1u << signal[SIGNAL_BITS]);
    ulong f;
    uint first = symbol_at(place.from, signal, &f);
    EACH(j, 0, BLOCK) {
        uint n = symbol_at(place.from + j, signal, &f) - first;
        const global int *row = rows + (uint) (f >> (64 - FSK_PHASE_BITS)) * span;
        uint a = 0;
        uint b = 0;
        for (uint k = 0; k < span; k++) {
            a += (uint) level[n + k] * (uint) row[k];
            b += (uint) level[n + k] * (uint) row[span + k];
        }
        long rest = (long) ((f >> 32) & ((1u << (32 - FSK_PHASE_BITS)) - 1));
        uint between = a + (uint) ((long) (int) (b - a) * rest >> (32 - FSK_PHASE_BITS));
        store_phasor(x_re, x_im, place.x + j, phase + (n > 0 ? turns[n - 1] : 0) + between);
    }
}
