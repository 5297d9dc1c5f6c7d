// Twin of Ofdm, on fft.cl. Class: reproducible. Table: real parts by label, then imaginary parts.

// Group = a symbol of a member, transformed in global memory: from re and im to the same or to the others, see fft.cl.
kernel void ofdm_symbols(
    const uint groups, const global uint *restrict order, const uint at, const global ulong *restrict signals,
    const uint symbols, const uint2 by_symbols, const ulong first_index, const uint2 key,
    const global float *restrict table, const uint length, const uint count, const global uint *stages,
    const global float *factors, global float *re, global float *im, global float *other_re, global float *other_im) {
    uint member = divide(get_group_id(0), by_symbols);
    uint symbol = (uint) get_group_id(0) - member * symbols;
    uint instance = order[at + member];
    uint subcarriers = (uint) signals[(size_t) instance * SIGNAL_ROW + SIGNAL_SUBCARRIERS];
    size_t x = get_group_id(0) * (size_t) length;
    EACH(k, 0, length) {
        re[x + k] = 0;
        im[x + k] = 0;
    }
    barrier(CLK_GLOBAL_MEM_FENCE);
    ulong first = (ulong) symbol * subcarriers;
    uint negative = subcarriers / 2;
    EACH(d, 0, subcarriers) {
        uint4 words = philox(
            (uint) ((first + d) >> 2), stream_lane(0, STREAM_SYMBOLS), first_index + instance, key);
        uint which = (uint) (first + d) & 3;
        uint word = which == 0 ? words.x : which == 1 ? words.y : which == 2 ? words.z : words.w;
        uint bin = d < negative ? length - negative + d : d - negative + 1;
        re[x + bin] = table[word >> 30];
        im[x + bin] = table[4 + (word >> 30)];
    }
    barrier(CLK_GLOBAL_MEM_FENCE);
    // the inverse: parts in each other's place
    fft_global(length, count, stages, factors, im + x, re + x, other_im + x, other_re + x);
}

// Sample m is element (m + o) mod (L + C) of a symbol, the prefix first.
kernel void ofdm(
    ENVELOPE, const uint symbols, const uint length, const uint whole, const uint2 by_whole,
    const global float *restrict re, const global float *restrict im) {
    Place place = PLACE;
    uint prefix = whole - length;
    uint position = (uint) SIGNAL(place.instance)[SIGNAL_PASSED] + place.from;
    EACH(j, 0, BLOCK) {
        uint symbol = divide(position + j, by_whole);
        uint element = position + j - symbol * whole;
        uint source = element < prefix ? element + length - prefix : element - prefix;
        size_t from = ((size_t) place.member * symbols + symbol) * length + source;
        x_re[place.x + j] = re[from];
        x_im[place.x + j] = im[from];
    }
}
