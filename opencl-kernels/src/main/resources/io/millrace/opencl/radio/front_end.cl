// Twin of FrontEnd. Class: reproducible. Words of a block: 1024 radii, then 1024 angles; room for as many in two arrays.

INLINE void draw_words(uint block, uint count, uint stream, ulong index, uint2 key, local uint *words) {
    EACH(q, 0, (count + 3) / 4) {
        uint4 four = philox(block + q, stream_lane(0, stream), index, key);
        words[4 * q] = four.x;
        words[4 * q + 1] = four.y;
        words[4 * q + 2] = four.z;
        words[4 * q + 3] = four.w;
    }
}

INLINE void add_noise(
    const global ulong *r, uint from, uint count, ulong index, uint2 key, local uint *radii, local uint *angles,
    local float *y_re, local float *y_im) {
    uint stream = STREAM_NOISE + (uint) r[RECEPTION_RECEIVER];
    uint block = from / BLOCK * (BLOCK / 2);
    float deviation = real_f(r[RECEPTION_NOISE]);
    draw_words(block, count, stream, index, key, radii);
    draw_words(block + BLOCK / 4, count, stream, index, key, angles);
    barrier(CLK_LOCAL_MEM_FENCE);
    EACH(j, 0, count) {
        y_re[j] = fma(deviation, normal_first_f(radii[j], angles[j]), y_re[j]);
        y_im[j] = fma(deviation, normal_second_f(radii[j], angles[j]), y_im[j]);
    }
}

// y' = μy + νy* + DC.
INLINE void imbalance(const global ulong *r, uint count, local float *y_re, local float *y_im) {
    float same_re = real_f(r[RECEPTION_SAME_RE]);
    float cross_re = real_f(r[RECEPTION_CROSS_RE]);
    float cross_im = real_f(r[RECEPTION_CROSS_IM]);
    float same_im = real_f(r[RECEPTION_SAME_IM]);
    float dc_re = real_f(r[RECEPTION_DC_RE]);
    float dc_im = real_f(r[RECEPTION_DC_IM]);
    EACH(j, 0, count) {
        float re = y_re[j];
        float im = y_im[j];
        y_re[j] = fma(same_re, re, fma(cross_re, im, dc_re));
        y_im[j] = fma(cross_im, re, fma(same_im, im, dc_im));
    }
}

// Steps of one quantum from −full on, 2·full of them, the nearest with ties to even.
INLINE void convert(double quantum, double full, uint count, local float *y) {
    EACH(j, 0, count) {
        double steps = rint((double) y[j] / quantum);
        steps = steps < -full ? -full : steps;
        steps = steps > full - 1 ? full - 1 : steps;
        y[j] = (float) (steps * quantum);
    }
}
