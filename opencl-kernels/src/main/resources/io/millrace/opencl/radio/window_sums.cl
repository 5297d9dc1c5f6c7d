// Twin of WindowSums, on fft.cl. Class: reproducible. The host defines WINDOW.

// Sum d of A·B over j below count, both expressions in j: WAYS accumulators, which are in sums at WAYS·d behind a barrier. On
// a GPU different sums are different items'.
#if PROCESSOR
#define DOT(d, count, A, B)                                                                                            \
    {                                                                                                                  \
        float sum[WAYS] = {0};                                                                                         \
        uint whole = (count) / WAYS * WAYS;                                                                            \
        for (uint from = 0; from < whole; from += WAYS) {                                                              \
            _Pragma("unroll") for (uint a = 0; a < WAYS; a++) {                                                        \
                uint j = from + a;                                                                                     \
                sum[a] = fma(A, B, sum[a]);                                                                            \
            }                                                                                                          \
        }                                                                                                              \
        _Pragma("unroll") for (uint a = 0; a < WAYS; a++) {                                                            \
            uint j = whole + a;                                                                                        \
            sums[WAYS * (d) + a] = j < (count) ? fma(A, B, sum[a]) : sum[a];                                           \
        }                                                                                                              \
    }
#else
#define DOT(d, count, A, B)                                                                                            \
    {                                                                                                                  \
        uint width = min((uint) WAYS, (uint) get_local_size(0));                                                       \
        uint teams = (uint) get_local_size(0) / width;                                                                 \
        if ((uint) get_local_id(0) / width == (d) % teams) {                                                           \
            for (uint a = (uint) get_local_id(0) % width; a < WAYS; a += width) {                                      \
                float sum = 0;                                                                                         \
                for (uint j = a; j < (count); j += WAYS) {                                                             \
                    sum = fma(A, B, sum);                                                                              \
                }                                                                                                      \
                sums[WAYS * (d) + a] = sum;                                                                            \
            }                                                                                                          \
        }                                                                                                              \
    }
#endif

// The tree over accumulators.
INLINE float tree(local float *sum) {
    for (uint size = WAYS / 2; size > 0; size /= 2) {
        for (uint a = 0; a < size; a++) {
            sum[a] += sum[a + size];
        }
    }
    return sum[0];
}

// The transform of a window, a power of two, from re and im to out: the same, or the others where stages are odd.
INLINE void transform(
    uint count, const global uint *stages, const global float *factors, local float *to_re, local float *to_im,
    local float *back_re, local float *back_im) {
    uint n = WINDOW;
    for (uint s = 0; s < count; s++) {
        FftStage stage = fft_stage(s, stages, factors);
        local float *re = s % 2 ? back_re : to_re;
        local float *im = s % 2 ? back_im : to_im;
        local float *out_re = s % 2 ? to_re : back_re;
        local float *out_im = s % 2 ? to_im : back_im;
        if (stage.radix == 4) {
            FFT_EACH(fft_four_local)
        } else {
            FFT_EACH(fft_two_local)
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
}

// Group = a window of a reception; iq begins with instance base. Sums are rows of SUM_LENGTH, SUM_WIDTH to SUM_BAND − 1 being
// those of delays.
kernel void window_sums(
    const uint groups, const uint windows, const uint2 by_windows, const uint row,
    const global ulong *restrict receptions, const uint reception_row, const uint receivers, const uint samples,
    const uint base, const global ulong *restrict iq, const global float *restrict taper, const uint count,
    const global uint *stages, const global float *factors, global float *restrict densities,
    global float *restrict out) {
    local float y_re[WINDOW];
    local float y_im[WINDOW];
    local float re[WINDOW];
    local float im[WINDOW];
    local float other_re[WINDOW];
    local float other_im[WINDOW];
    local float sums[WAYS * BANDS];
    local uint partial[GROUP];
    local float result[SUM_LENGTH];
    uint member = divide(get_group_id(0), by_windows);
    uint window = (uint) get_group_id(0) - member * windows;
    const global ulong *r = RECEPTION(row + member);
    size_t in = ((size_t) ((uint) r[RECEPTION_INSTANCE] - base) * receivers + r[RECEPTION_RECEIVER]) * samples
        + (size_t) window * WINDOW;
    bool odd = count % 2 == 1;
    local float *f_re = odd ? other_re : re;
    local float *f_im = odd ? other_im : im;
    // densities, and magnitudes before: where the transform does not end
    local float *p = odd ? re : other_re;
    EACH(n, 0, WINDOW) {
        float a = as_float((uint) iq[in + n]);
        float b = as_float((uint) (iq[in + n] >> 32));
        y_re[n] = a;
        y_im[n] = b;
        p[n] = exact_sqrt(fma(b, b, a * a));
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    DOT(0, WINDOW, y_re[j], y_re[j])
    DOT(1, WINDOW, y_im[j], y_im[j])
    DOT(2, WINDOW, p[j], 1.0f)
    DOT(3, WINDOW - 1, y_re[j + 1], y_re[j])
    DOT(4, WINDOW - 1, y_im[j + 1], y_im[j])
    DOT(5, WINDOW - 1, y_im[j + 1], y_re[j])
    DOT(6, WINDOW - 1, y_re[j + 1], y_im[j])
    uint most = 0;
    uint crossings = 0;
    EACH(n, 0, WINDOW) {
        most = max(most, as_uint(p[n]));
    }
    EACH(n, 1, WINDOW) {
        crossings += (as_uint(y_re[n]) ^ as_uint(y_re[n - 1])) >> 31;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    most = largest(most, partial);
    barrier(CLK_LOCAL_MEM_FENCE);
    crossings = total(crossings, partial);
    EACH(n, 0, WINDOW) {
        re[n] = y_re[n] * taper[n];
        im[n] = y_im[n] * taper[n];
    }
    if (get_local_id(0) == 0) {
        float own = tree(sums);
        result[SUM_POWER] = own + tree(sums + WAYS);
        result[SUM_ENVELOPE] = tree(sums + 2 * WAYS);
        result[SUM_PEAK] = as_float(most);
        own = tree(sums + 3 * WAYS);
        result[SUM_LAG_RE] = own + tree(sums + 4 * WAYS);
        own = tree(sums + 5 * WAYS);
        result[SUM_LAG_IM] = own - tree(sums + 6 * WAYS);
        result[SUM_CROSSINGS] = (float) (int) crossings;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    transform(count, stages, factors, re, im, other_re, other_im);
    EACH(k, 0, WINDOW) {
        p[k] = fma(f_im[k], f_im[k], f_re[k] * f_re[k]);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    DOT(0, WINDOW, p[j], 1.0f)
    DOT(1, WINDOW, p[j], (float) (int) (j < WINDOW / 2 ? j : j - WINDOW))
    most = 0;
    EACH(k, 0, WINDOW) {
        most = max(most, as_uint(p[k]));
    }
    most = largest(most, partial);
    if (get_local_id(0) == 0) {
        result[SUM_DENSITY] = tree(sums);
        result[SUM_MOMENT] = tree(sums + WAYS);
        result[SUM_TOP] = as_float(most);
        double whole = result[SUM_DENSITY];
        double sum = 0;
        uint share = whole > 0 ? 0 : 3;
        float last = whole > 0 ? WINDOW - 1 : WINDOW / 2;
        result[SUM_LOW] = last;
        result[SUM_ROLL] = last;
        result[SUM_HIGH] = last;
        for (uint i = 0; i < WINDOW && share < 3; i++) {
            sum += p[(i + WINDOW / 2) % WINDOW];
            while (share < 3 && sum >= (share == 0 ? 0.005 : share == 1 ? 0.85 : 0.995) * whole) {
                result[SUM_LOW + share] = (float) (int) i;
                share++;
            }
        }
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    EACH(band, 0, BANDS) {
        local float *sum = sums + WAYS * band;
        for (uint a = 0; a < WAYS; a++) {
            sum[a] = 0;
        }
        for (uint j = 0; j < WINDOW / BANDS; j++) {
            sum[j % WAYS] += p[band * (WINDOW / BANDS) + j];
        }
        result[SUM_BAND + band] = tree(sum);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    EACH(k, 0, SUM_WIDTH) {
        out[get_group_id(0) * (size_t) SUM_LENGTH + k] = result[k];
    }
    EACH(k, SUM_BAND, SUM_LENGTH) {
        out[get_group_id(0) * (size_t) SUM_LENGTH + k] = result[k];
    }
    EACH(k, 0, WINDOW) {
        densities[get_group_id(0) * (size_t) WINDOW + k] = p[k];
    }
}

// The same group: what is summed of R, the inverse transform of the densities; parts stand in each other's place.
kernel void delay_sums(
    const uint groups, const global float *restrict densities, const uint count, const global uint *stages,
    const global float *factors, global float *restrict out) {
    local float re[WINDOW];
    local float im[WINDOW];
    local float other_re[WINDOW];
    local float other_im[WINDOW];
    local float sums[WAYS * 4];
    EACH(k, 0, WINDOW) {
        re[k] = densities[get_group_id(0) * (size_t) WINDOW + k];
        im[k] = 0;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    transform(count, stages, factors, im, re, other_im, other_re);
    bool odd = count % 2 == 1;
    local float *f_re = odd ? other_re : re;
    local float *f_im = odd ? other_im : im;
    local float *square = odd ? re : other_re;
    local float *size = odd ? im : other_im;
    float unit = f_re[0];
    float scale = unit >= FLT_MIN ? exact_div(1.0f, unit) : 0.0f;
    EACH(l, 0, WINDOW / 4 + 1) {
        float a = f_re[l] * scale;
        float b = f_im[l] * scale;
        square[l] = fma(b, b, a * a);
        size[l] = exact_sqrt(square[l]);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    DOT(0, WINDOW / 4 + 1, square[j], 1.0f)
    DOT(1, WINDOW / 4 + 1, square[j], (float) (int) j)
    DOT(2, WINDOW / 4 + 1, square[j], (float) (int) j * (float) (int) j)
    DOT(3, WINDOW / 4, size[j + 1], 1.0f)
    barrier(CLK_LOCAL_MEM_FENCE);
    if (get_local_id(0) == 0) {
        global float *to = out + get_group_id(0) * (size_t) SUM_LENGTH;
        to[SUM_CENTRE] = f_re[0];
        to[SUM_WIDTH] = tree(sums);
        to[SUM_WIDTH_1] = tree(sums + WAYS);
        to[SUM_WIDTH_2] = tree(sums + 2 * WAYS);
        to[SUM_RIPPLE] = tree(sums + 3 * WAYS);
    }
}
