// Twin of Linear and Pulse, on symbols.cl. Class: reproducible. Table: real parts by label, imaginary parts, rows of the pulse.

kernel void linear(ENVELOPE, const ulong first_index, const uint2 key, const global float *restrict table) {
    local uint words[WORDS];
    local float s_re[BLOCK + MOST_SPAN];
    local float s_im[BLOCK + MOST_SPAN];
    Place place = PLACE;
    const global ulong *signal = SIGNAL(place.instance);
    uint bits = (uint) signal[SIGNAL_BITS];
    ulong fraction;
    uint first = symbol_at(place.from, signal, &fraction);
    uint drawn = symbol_at(place.from + BLOCK - 1, signal, &fraction) - first + PULSE_SPAN;
    draw_symbols(first, drawn, first_index + place.instance, key, words);
    barrier(CLK_LOCAL_MEM_FENCE);
    EACH(i, 0, drawn) {
        uint label = words[(first & 3) + i] >> (32 - bits);
        s_re[i] = table[label];
        s_im[i] = table[(1u << bits) + label];
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    const global float *pulse = table + (2u << bits);
    EACH(j, 0, BLOCK) {
        ulong f;
        uint n = symbol_at(place.from + j, signal, &f) - first;
        const global float *row = pulse + (uint) (f >> (64 - PULSE_PHASE_BITS)) * PULSE_SPAN;
        float rest = (float) (int) ((uint) (f >> (40 - PULSE_PHASE_BITS)) & 0xffffff) * 0x1p-24f;
        float re = 0;
        float im = 0;
#pragma unroll
        for (uint k = 0; k < PULSE_SPAN; k++) {
            float c = fma(rest, row[PULSE_SPAN + k] - row[k], row[k]);
            re = fma(c, s_re[n + k], re);
            im = fma(c, s_im[n + k], im);
        }
        x_re[place.x + j] = re;
        x_im[place.x + j] = im;
    }
}
