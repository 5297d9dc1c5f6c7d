// Twin of LoRa, on symbols.cl. Class: reproducible.
#define ONE (1L << 61)

kernel void lora(ENVELOPE, const ulong first_index, const uint2 key) {
    local uint words[WORDS];
    Place place = PLACE;
    const global ulong *signal = SIGNAL(place.instance);
    uint factor = (uint) signal[SIGNAL_BITS];
    uint phase = (uint) signal[SIGNAL_PHASE];
    ulong f;
    uint first = symbol_at(place.from, signal, &f);
    uint drawn = symbol_at(place.from + BLOCK - 1, signal, &f) - first + 1;
    draw_symbols(first, drawn, first_index + place.instance, key, words);
    barrier(CLK_LOCAL_MEM_FENCE);
    EACH(j, 0, BLOCK) {
        uint n = symbol_at(place.from + j, signal, &f) - first;
        long s = (long) (words[(first & 3) + n] >> (32 - factor));
        long passed = (long) (f >> 3);
        long v = passed + (s << (62 - factor)) - ONE;
        v -= passed + (s << (61 - factor)) >= ONE ? 2 * ONE : 0;
        store_phasor(x_re, x_im, place.x + j, phase + (uint) (mul_hi((long) (f >> 2), v) >> (28 - factor)));
    }
}
