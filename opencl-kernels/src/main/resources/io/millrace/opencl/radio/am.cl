// Twins of Am, Dsb and Ssb, on audio.cl: amplitudes of scaled audios, in place. Class: reproducible.

kernel void am(ENVELOPE, const global float *restrict levels) {
    Place place = PLACE;
    float scale = levels[2 * place.member];
    float carrier = levels[2 * place.member + 1];
    EACH(j, 0, BLOCK) {
        x_re[place.x + j] = carrier + x_re[place.x + j] * scale;
        x_im[place.x + j] = 0;
    }
}

// One side band, or both: then the imaginary part is 0.
kernel void bands(ENVELOPE, const global float *restrict levels) {
    Place place = PLACE;
    float scale = levels[2 * place.member];
    EACH(j, 0, BLOCK) {
        x_re[place.x + j] *= scale;
        x_im[place.x + j] *= scale;
    }
}
