// Twin of Halves, on fft.cl: what makes a transform of 2m real numbers of one of m complex ones, and back, in place. Class:
// reproducible. The roots are those of 2m, cosine and sine by turns. A work-group calls; barriers are the caller's.

#define REAL_FFT(SPACE)                                                                                                \
    INLINE void halves_ends_##SPACE(uint m, REAL middle, SPACE REAL *re, SPACE REAL *im) {                             \
        if (get_local_id(0) == 0) {                                                                                    \
            REAL sum = re[0] + im[0];                                                                                  \
            im[0] = re[0] - im[0];                                                                                     \
            re[0] = sum;                                                                                               \
            if (m % 2 == 0) {                                                                                          \
                re[m / 2] = middle * re[m / 2];                                                                        \
                im[m / 2] = -middle * im[m / 2];                                                                       \
            }                                                                                                          \
        }                                                                                                              \
    }                                                                                                                  \
                                                                                                                       \
    INLINE void halves_spectrum_##SPACE(uint m, const global REAL *roots, SPACE REAL *re, SPACE REAL *im) {            \
        halves_ends_##SPACE(m, 1, re, im);                                                                             \
        for (uint p = 1 + get_local_id(0); p < (m + 1) / 2; p += get_local_size(0)) {                                  \
            uint q = m - p;                                                                                            \
            REAL c = roots[2 * p];                                                                                     \
            REAL s = roots[2 * p + 1];                                                                                 \
            REAL sum_re = re[p] + re[q];                                                                               \
            REAL sum_im = im[p] - im[q];                                                                               \
            REAL minus_re = re[q] - re[p];                                                                             \
            REAL minus_im = im[p] + im[q];                                                                             \
            REAL turned_re = fma(s, minus_re, c * minus_im);                                                           \
            REAL turned_im = fma(c, minus_re, -(s * minus_im));                                                        \
            re[p] = (REAL) 0.5 * (sum_re + turned_re);                                                                 \
            im[p] = (REAL) 0.5 * (turned_im + sum_im);                                                                 \
            re[q] = (REAL) 0.5 * (sum_re - turned_re);                                                                 \
            im[q] = (REAL) 0.5 * (turned_im - sum_im);                                                                 \
        }                                                                                                              \
    }                                                                                                                  \
                                                                                                                       \
    INLINE void halves_signal_##SPACE(uint m, const global REAL *roots, SPACE REAL *re, SPACE REAL *im) {              \
        halves_ends_##SPACE(m, 2, re, im);                                                                             \
        for (uint p = 1 + get_local_id(0); p < (m + 1) / 2; p += get_local_size(0)) {                                  \
            uint q = m - p;                                                                                            \
            REAL c = roots[2 * p];                                                                                     \
            REAL s = roots[2 * p + 1];                                                                                 \
            REAL sum_re = re[p] + re[q];                                                                               \
            REAL sum_im = im[p] - im[q];                                                                               \
            REAL minus_re = re[p] - re[q];                                                                             \
            REAL minus_im = im[p] + im[q];                                                                             \
            REAL turned_re = fma(c, minus_re, -(s * minus_im));                                                        \
            REAL turned_im = fma(s, minus_re, c * minus_im);                                                           \
            re[p] = sum_re - turned_im;                                                                                \
            im[p] = turned_re + sum_im;                                                                                \
            re[q] = sum_re + turned_im;                                                                                \
            im[q] = turned_re - sum_im;                                                                                \
        }                                                                                                              \
    }

REAL_FFT(local)
REAL_FFT(global)
