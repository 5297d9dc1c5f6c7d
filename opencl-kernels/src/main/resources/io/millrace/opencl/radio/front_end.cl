// Twin of FrontEnd. Class: reproducible.

INLINE void add_noise(
    const global ulong *r, uint count, const local uint *radii, const local uint *angles, local float *y_re,
    local float *y_im) {
    float level = real_f(r[RECEPTION_NOISE]);
    EACH(j, 0, count) {
        float radius = gauss_radius(level, radii[j]);
        y_re[j] = fma(radius, phasor_re(angles[j]), y_re[j]);
        y_im[j] = fma(radius, phasor_im(angles[j]), y_im[j]);
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

// Levels (k + ½)·quantum, k from −full to full − 1.
INLINE void convert(double quantum, double full, uint count, local float *y) {
    EACH(j, 0, count) {
        double level = floor((double) y[j] / quantum);
        level = level < -full ? -full : level;
        level = level > full - 1 ? full - 1 : level;
        y[j] = (float) ((level + 0.5) * quantum);
    }
}
