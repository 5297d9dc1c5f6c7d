// Twin of Stages, over data in local or in global memory: io.millrace.fft has the formulas. Class: reproducible. FftOpenCl
// makes the tables: a row of FFT_ROW numbers for each stage, and factors, cosine and sine by turns. REAL, which the host
// defines, is float or double.
//
// A work-group does one transform:
//
//     fft_local(n, count, stages, factors, re, im, other_re, other_im);
//
// from re and im to the same where count, the number of stages, is even, else to the others; all are overwritten. The
// inverse, not normalised, is the same with re and im, and their others, in each other's place. Barriers stand behind
// each stage, none before the first. Whoever wants other loops takes fft_pass_local, one stage without a barrier, or one
// butterfly: fft_two_local to fft_prime_local. All exist for global memory, too.
//
// Where the host defines PROCESSOR as 1, a group should be one item: its loop over q is put into lanes.

// Of a function that is given local memory: PoCL 3.1 loses it in one that is called.
#define INLINE static inline __attribute__((always_inline))

#define FFT_ROW 7

// Radix r, stride s, m = n/(r·s); where the factors of the stage and the roots of unity of its radix are.
typedef struct {
    uint radix;
    uint stride;
    uint twists;
    const global REAL *factors;
    const global REAL *roots;
    uint2 by_stride;
} FftStage;

INLINE FftStage fft_stage(uint j, const global uint *stages, const global REAL *factors) {
    const global uint *row = stages + FFT_ROW * j;
    FftStage stage;
    stage.radix = row[0];
    stage.stride = row[1];
    stage.twists = row[2];
    stage.factors = factors + 2 * row[3];
    stage.roots = factors + 2 * row[4];
    stage.by_stride = (uint2) (row[5], row[6]);
    return stage;
}

// Butterfly i = q + s·p takes x[i + s·m·k], in steps of x_step, and makes y[q + s·(r·p + k)], from y on in steps of s;
// the factor of output k ≥ 1 is at w + (k − 1)·w_step.
#define FFT_INDICES                                             \
    uint x_step = stage.stride * stage.twists;                  \
    uint y_step = stage.stride;                                 \
    uint y = i + (stage.radix - 1) * stage.stride * p;          \
    const global REAL *w = stage.factors + 2 * p;               \
    uint w_step = 2 * stage.twists;

#define FFT_FENCE_local CLK_LOCAL_MEM_FENCE
#define FFT_FENCE_global CLK_GLOBAL_MEM_FENCE

#if PROCESSOR
#define FFT_EACH(butterfly)                                                                       \
    for (uint p = get_local_id(0); p < stage.twists; p += get_local_size(0)) {                    \
        for (uint q = 0; q < stage.stride; q++) {                                                 \
            butterfly(q + stage.stride * p, p, stage, re, im, out_re, out_im);                    \
        }                                                                                         \
    }
#else
#define FFT_EACH(butterfly)                                                                       \
    for (uint i = get_local_id(0); i < n / stage.radix; i += get_local_size(0)) {                 \
        butterfly(i, divide(i, stage.by_stride), stage, re, im, out_re, out_im);                  \
    }
#endif

#define FFT(SPACE)                                                                                                     \
    INLINE void fft_twist_##SPACE(                                                                                     \
        REAL re, REAL im, const global REAL *w, SPACE REAL *out_re, SPACE REAL *out_im, uint y) {                      \
        out_re[y] = fma(im, w[1], re * w[0]);                                                                          \
        out_im[y] = fma(im, w[0], -(re * w[1]));                                                                       \
    }                                                                                                                  \
                                                                                                                       \
    INLINE void fft_two_##SPACE(                                                                                       \
        uint i, uint p, FftStage stage, const SPACE REAL *restrict re, const SPACE REAL *restrict im,                  \
        SPACE REAL *restrict out_re, SPACE REAL *restrict out_im) {                                                    \
        FFT_INDICES                                                                                                    \
        REAL re0 = re[i];                                                                                              \
        REAL im0 = im[i];                                                                                              \
        REAL re1 = re[i + x_step];                                                                                     \
        REAL im1 = im[i + x_step];                                                                                     \
        out_re[y] = re0 + re1;                                                                                         \
        out_im[y] = im0 + im1;                                                                                         \
        fft_twist_##SPACE(re0 - re1, im0 - im1, w, out_re, out_im, y + y_step);                                        \
    }                                                                                                                  \
                                                                                                                       \
    INLINE void fft_four_##SPACE(                                                                                      \
        uint i, uint p, FftStage stage, const SPACE REAL *restrict re, const SPACE REAL *restrict im,                  \
        SPACE REAL *restrict out_re, SPACE REAL *restrict out_im) {                                                    \
        FFT_INDICES                                                                                                    \
        REAL sum02_re = re[i] + re[i + 2 * x_step];                                                                    \
        REAL sum02_im = im[i] + im[i + 2 * x_step];                                                                    \
        REAL minus02_re = re[i] - re[i + 2 * x_step];                                                                  \
        REAL minus02_im = im[i] - im[i + 2 * x_step];                                                                  \
        REAL sum13_re = re[i + x_step] + re[i + 3 * x_step];                                                           \
        REAL sum13_im = im[i + x_step] + im[i + 3 * x_step];                                                           \
        REAL minus13_re = re[i + x_step] - re[i + 3 * x_step];                                                         \
        REAL minus13_im = im[i + x_step] - im[i + 3 * x_step];                                                         \
        out_re[y] = sum02_re + sum13_re;                                                                               \
        out_im[y] = sum02_im + sum13_im;                                                                               \
        fft_twist_##SPACE(minus02_re + minus13_im, minus02_im - minus13_re, w, out_re, out_im, y + y_step);            \
        w += w_step;                                                                                                   \
        fft_twist_##SPACE(sum02_re - sum13_re, sum02_im - sum13_im, w, out_re, out_im, y + 2 * y_step);                \
        w += w_step;                                                                                                   \
        fft_twist_##SPACE(minus02_re - minus13_im, minus02_im + minus13_re, w, out_re, out_im, y + 3 * y_step);        \
    }                                                                                                                  \
                                                                                                                       \
    INLINE void fft_three_##SPACE(                                                                                     \
        uint i, uint p, FftStage stage, const SPACE REAL *restrict re, const SPACE REAL *restrict im,                  \
        SPACE REAL *restrict out_re, SPACE REAL *restrict out_im) {                                                    \
        FFT_INDICES                                                                                                    \
        REAL cos1 = stage.roots[2];                                                                                    \
        REAL sin1 = stage.roots[3];                                                                                    \
        REAL re0 = re[i];                                                                                              \
        REAL im0 = im[i];                                                                                              \
        REAL sum_re = re[i + x_step] + re[i + 2 * x_step];                                                             \
        REAL sum_im = im[i + x_step] + im[i + 2 * x_step];                                                             \
        REAL b_re = sin1 * (re[i + x_step] - re[i + 2 * x_step]);                                                      \
        REAL b_im = sin1 * (im[i + x_step] - im[i + 2 * x_step]);                                                      \
        REAL a_re = fma(cos1, sum_re, re0);                                                                            \
        REAL a_im = fma(cos1, sum_im, im0);                                                                            \
        out_re[y] = re0 + sum_re;                                                                                      \
        out_im[y] = im0 + sum_im;                                                                                      \
        fft_twist_##SPACE(a_re + b_im, a_im - b_re, w, out_re, out_im, y + y_step);                                    \
        fft_twist_##SPACE(a_re - b_im, a_im + b_re, w + w_step, out_re, out_im, y + 2 * y_step);                       \
    }                                                                                                                  \
                                                                                                                       \
    INLINE void fft_five_##SPACE(                                                                                      \
        uint i, uint p, FftStage stage, const SPACE REAL *restrict re, const SPACE REAL *restrict im,                  \
        SPACE REAL *restrict out_re, SPACE REAL *restrict out_im) {                                                    \
        FFT_INDICES                                                                                                    \
        REAL cos1 = stage.roots[2];                                                                                    \
        REAL sin1 = stage.roots[3];                                                                                    \
        REAL cos2 = stage.roots[4];                                                                                    \
        REAL sin2 = stage.roots[5];                                                                                    \
        REAL cos4 = stage.roots[8];                                                                                    \
        REAL sin4 = stage.roots[9];                                                                                    \
        REAL re0 = re[i];                                                                                              \
        REAL im0 = im[i];                                                                                              \
        REAL sum1_re = re[i + x_step] + re[i + 4 * x_step];                                                            \
        REAL sum1_im = im[i + x_step] + im[i + 4 * x_step];                                                            \
        REAL minus1_re = re[i + x_step] - re[i + 4 * x_step];                                                          \
        REAL minus1_im = im[i + x_step] - im[i + 4 * x_step];                                                          \
        REAL sum2_re = re[i + 2 * x_step] + re[i + 3 * x_step];                                                        \
        REAL sum2_im = im[i + 2 * x_step] + im[i + 3 * x_step];                                                        \
        REAL minus2_re = re[i + 2 * x_step] - re[i + 3 * x_step];                                                      \
        REAL minus2_im = im[i + 2 * x_step] - im[i + 3 * x_step];                                                      \
        out_re[y] = re0 + sum1_re + sum2_re;                                                                           \
        out_im[y] = im0 + sum1_im + sum2_im;                                                                           \
        REAL a1_re = fma(cos2, sum2_re, fma(cos1, sum1_re, re0));                                                      \
        REAL a1_im = fma(cos2, sum2_im, fma(cos1, sum1_im, im0));                                                      \
        REAL b1_re = fma(sin2, minus2_re, sin1 * minus1_re);                                                           \
        REAL b1_im = fma(sin2, minus2_im, sin1 * minus1_im);                                                           \
        REAL a2_re = fma(cos4, sum2_re, fma(cos2, sum1_re, re0));                                                      \
        REAL a2_im = fma(cos4, sum2_im, fma(cos2, sum1_im, im0));                                                      \
        REAL b2_re = fma(sin4, minus2_re, sin2 * minus1_re);                                                           \
        REAL b2_im = fma(sin4, minus2_im, sin2 * minus1_im);                                                           \
        fft_twist_##SPACE(a1_re + b1_im, a1_im - b1_re, w, out_re, out_im, y + y_step);                                \
        fft_twist_##SPACE(a2_re + b2_im, a2_im - b2_re, w + w_step, out_re, out_im, y + 2 * y_step);                   \
        fft_twist_##SPACE(a2_re - b2_im, a2_im + b2_re, w + 2 * w_step, out_re, out_im, y + 3 * y_step);               \
        fft_twist_##SPACE(a1_re - b1_im, a1_im + b1_re, w + 3 * w_step, out_re, out_im, y + 4 * y_step);               \
    }                                                                                                                  \
                                                                                                                       \
    INLINE void fft_prime_##SPACE(                                                                                     \
        uint i, uint p, FftStage stage, const SPACE REAL *restrict re, const SPACE REAL *restrict im,                  \
        SPACE REAL *restrict out_re, SPACE REAL *restrict out_im) {                                                    \
        FFT_INDICES                                                                                                    \
        uint radix = stage.radix;                                                                                      \
        REAL y_re = re[i];                                                                                             \
        REAL y_im = im[i];                                                                                             \
        for (uint j = 1; j <= radix / 2; j++) {                                                                        \
            y_re += re[i + j * x_step] + re[i + (radix - j) * x_step];                                                 \
            y_im += im[i + j * x_step] + im[i + (radix - j) * x_step];                                                 \
        }                                                                                                              \
        out_re[y] = y_re;                                                                                              \
        out_im[y] = y_im;                                                                                              \
        for (uint k = 1; k <= radix / 2; k++) {                                                                        \
            uint right = i + (radix - 1) * x_step;                                                                     \
            REAL c = stage.roots[2 * k];                                                                               \
            REAL s = stage.roots[2 * k + 1];                                                                           \
            REAL a_re = fma(c, re[i + x_step] + re[right], re[i]);                                                     \
            REAL a_im = fma(c, im[i + x_step] + im[right], im[i]);                                                     \
            REAL b_re = s * (re[i + x_step] - re[right]);                                                              \
            REAL b_im = s * (im[i + x_step] - im[right]);                                                              \
            uint turn = k;                                                                                             \
            for (uint j = 2; j <= radix / 2; j++) {                                                                    \
                turn += turn + k < radix ? k : k - radix;                                                              \
                right -= x_step;                                                                                       \
                c = stage.roots[2 * turn];                                                                             \
                s = stage.roots[2 * turn + 1];                                                                         \
                a_re = fma(c, re[i + j * x_step] + re[right], a_re);                                                   \
                a_im = fma(c, im[i + j * x_step] + im[right], a_im);                                                   \
                b_re = fma(s, re[i + j * x_step] - re[right], b_re);                                                   \
                b_im = fma(s, im[i + j * x_step] - im[right], b_im);                                                   \
            }                                                                                                          \
            fft_twist_##SPACE(a_re + b_im, a_im - b_re, w + (k - 1) * w_step, out_re, out_im, y + k * y_step);         \
            fft_twist_##SPACE(a_re - b_im, a_im + b_re, w + (radix - k - 1) * w_step, out_re, out_im,                  \
                y + (radix - k) * y_step);                                                                             \
        }                                                                                                              \
    }                                                                                                                  \
                                                                                                                       \
    INLINE void fft_pass_##SPACE(                                                                                      \
        uint n, FftStage stage, const SPACE REAL *restrict re, const SPACE REAL *restrict im,                          \
        SPACE REAL *restrict out_re, SPACE REAL *restrict out_im) {                                                    \
        switch (stage.radix) {                                                                                         \
            case 2:                                                                                                    \
                FFT_EACH(fft_two_##SPACE)                                                                              \
                break;                                                                                                 \
            case 3:                                                                                                    \
                FFT_EACH(fft_three_##SPACE)                                                                            \
                break;                                                                                                 \
            case 4:                                                                                                    \
                FFT_EACH(fft_four_##SPACE)                                                                             \
                break;                                                                                                 \
            case 5:                                                                                                    \
                FFT_EACH(fft_five_##SPACE)                                                                             \
                break;                                                                                                 \
            default:                                                                                                   \
                FFT_EACH(fft_prime_##SPACE)                                                                            \
        }                                                                                                              \
    }                                                                                                                  \
                                                                                                                       \
    INLINE void fft_##SPACE(                                                                                           \
        uint n, uint count, const global uint *stages, const global REAL *factors, SPACE REAL *re, SPACE REAL *im,     \
        SPACE REAL *other_re, SPACE REAL *other_im) {                                                                  \
        for (uint j = 0; j < count; j++) {                                                                             \
            bool back = j % 2 == 1;                                                                                    \
            fft_pass_##SPACE(n, fft_stage(j, stages, factors), back ? other_re : re, back ? other_im : im,             \
                back ? re : other_re, back ? im : other_im);                                                           \
            barrier(FFT_FENCE_##SPACE);                                                                                \
        }                                                                                                              \
    }

FFT(local)
FFT(global)
