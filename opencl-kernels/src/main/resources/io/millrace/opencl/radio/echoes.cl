// Twin of Echoes, Envelope and FilterScalar, on the receiver's front end: a receiver's samples. Class: reproducible.
//
// The host defines WANDERING where there is phase noise. No barrier stands in a condition: PoCL would copy all that comes after it.

#if WANDERING
// (int) (long) x of Java: whole turns drop out. Magnitudes are below 2^63.
static uint turned(float x) {
    return (uint) (long) x;
}

// Increment i of a block's phase noise; words: radii, then angles, BLOCK/2 each.
INLINE void draw_increments(
    const global ulong *r, uint from, ulong index, uint2 key, local uint *words, local uint *increments) {
    uint stream = STREAM_PHASE_NOISE + (uint) r[RECEPTION_RECEIVER];
    uint block = from / BLOCK * (BLOCK / 4);
    float deviation = real_f(r[RECEPTION_PHASE_NOISE]);
    draw_pairs(block, BLOCK / 2, stream, index, key, words, words + BLOCK / 2);
    barrier(CLK_LOCAL_MEM_FENCE);
    EACH(pair, 0, BLOCK / 2) {
        float radius = gauss_radius(deviation, words[pair]);
        uint angle = words[BLOCK / 2 + pair];
        increments[2 * pair] = turned(radius * phasor_re(angle));
        increments[2 * pair + 1] = turned(radius * phasor_im(angle));
    }
    barrier(CLK_LOCAL_MEM_FENCE);
}

// Group = a block of the phase noise of a reception: its sum.
kernel void wander(
    const uint groups, const uint blocks, const uint2 by_blocks, const uint row,
    const global ulong *restrict receptions, const uint reception_row, const ulong first, const uint2 key,
    global uint *restrict sums) {
    local uint words[BLOCK];
    local uint increments[BLOCK];
    local uint partial[GROUP];
    uint member = divide(get_group_id(0), by_blocks);
    uint from = ((uint) get_group_id(0) - member * blocks) * BLOCK;
    const global ulong *r = RECEPTION(row + member);
    draw_increments(r, from, first + r[RECEPTION_INSTANCE], key, words, increments);
    uint sum = 0;
    EACH(j, 0, BLOCK) {
        sum += increments[j];
    }
    sum = total(sum, partial);
    if (get_local_id(0) == 0) {
        sums[get_group_id(0)] = sum;
    }
}
#endif

// Group = a block of an envelope: what it is half-way between its samples; not at its ends, where nobody asks.
kernel void midpoints(
    const uint groups, const uint blocks, const uint2 by_blocks, const uint stride, const global float *restrict taps,
    const global float *restrict x_re, const global float *restrict x_im, global float *restrict m_re,
    global float *restrict m_im) {
    uint row = divide(get_group_id(0), by_blocks);
    uint from = ((uint) get_group_id(0) - row * blocks) * BLOCK;
    size_t x = (size_t) row * stride;
    EACH(j, max(from, SIDE - 1u) - from, min(from + BLOCK, stride - SIDE) - from) {
        size_t before = x + from + j + 1 - SIDE;
        size_t after = x + from + j + 1;
        float re = 0;
        float im = 0;
#pragma unroll
        for (uint k = 0; k < SIDE; k++) {
            re = fma(taps[2 * k], x_re[before + k], re);
            im = fma(taps[2 * k], x_im[before + k], im);
            re = fma(taps[2 * k + 1], x_re[after + k], re);
            im = fma(taps[2 * k + 1], x_im[after + k], im);
        }
        m_re[x + from + j] = re;
        m_im[x + from + j] = im;
    }
}

// Half-samples of a path's position before the middle of a step that begins at sample n.
static double offset_at(uint n, double start, double drift) {
    return 2 * fma((double) (int) (n + STEP / 2), drift, start);
}

// Coefficients of a block's steps, TAPS each.
INLINE void fractional_delays(
    const global float *table, uint from, uint steps, double start, double drift, local float *taps) {
    EACH_PART(s, steps, TAPS) {
        double offset = offset_at(from + s * STEP, start, drift);
        double position = (offset - floor(offset)) * PHASES;
        int row = (int) position;
        float rest = (float) (position - row);
        const global float *below = table + row * TAPS;
        EACH_OF_PART(k, TAPS) {
            taps[s * TAPS + k] = fma(rest, below[TAPS + k] - below[k], below[k]);
        }
    }
}

// y += g·Σ_k c_k·s over a block; s are samples x and midpoints m in turn, which begin with the envelope's sample 0.
INLINE void add_echo(
    const global float *restrict x_re, const global float *restrict x_im, const global float *restrict m_re,
    const global float *restrict m_im, uint from, uint steps, double start, double drift, const local float *taps,
    const local float *g_re, const local float *g_im, local float *y_re, local float *y_im) {
    EACH_PART(s, steps, STEP) {
        uint n = from + s * STEP;
        long at = 2 * (long) n + (long) floor(offset_at(n, start, drift)) - TAPS_BEFORE;
        bool odd = (at & 1) != 0;
        at >>= 1;
        const global float *even_re = odd ? m_re + at : x_re + at;
        const global float *even_im = odd ? m_im + at : x_im + at;
        const global float *odd_re = odd ? x_re + at + 1 : m_re + at;
        const global float *odd_im = odd ? x_im + at + 1 : m_im + at;
        float c[TAPS];
#pragma unroll
        for (uint k = 0; k < TAPS; k++) {
            c[k] = taps[s * TAPS + k];
        }
        EACH_OF_PART(j, STEP) {
            float re = 0;
            float im = 0;
#pragma unroll
            for (uint k = 0; k < TAPS / 2; k++) {
                re = fma(c[2 * k], even_re[j + k], re);
                im = fma(c[2 * k], even_im[j + k], im);
                re = fma(c[2 * k + 1], odd_re[j + k], re);
                im = fma(c[2 * k + 1], odd_im[j + k], im);
            }
            uint to = s * STEP + j;
            float a = g_re[to];
            float b = g_im[to];
            y_re[to] = fma(a, re, fma(-b, im, y_re[to]));
            y_im[to] = fma(a, im, fma(b, re, y_im[to]));
        }
    }
}

// Group = a block of a reception, those from first_block on; iq begins with instance iq_base.
kernel void receive(
    const uint groups, const uint blocks, const uint2 by_blocks, const uint row,
    const global ulong *restrict receptions, const uint reception_row, const ulong first, const uint2 key,
    const uint first_block, const uint all_blocks, const uint samples, const uint receivers, const uint paths,
    const double sample_rate, const global float *restrict table, const uint shift, const uint node,
    const uint node_count, const global float *restrict h_re, const global float *restrict h_im, const uint base,
    const uint stride, const global float *restrict x_re, const global float *restrict x_im,
    const global float *restrict m_re, const global float *restrict m_im,
    const global uint *restrict wandered, const uint noise, const uint impaired, const double full,
    const uint iq_base,
    global float *restrict powers, global float *restrict path_gain, global ulong *restrict iq) {
    local float y_re[BLOCK];
    local float y_im[BLOCK];
    local float g_re[BLOCK];
    local float g_im[BLOCK];
    local float taps[STEPS * TAPS];
    local float tone_re[STEP + STEPS];
    local float tone_im[STEP + STEPS];
    local uint partial[GROUP];
    local float sums[WAYS];
    uint member = divide(get_group_id(0), by_blocks);
    uint block = first_block + (uint) get_group_id(0) - member * blocks;
    uint from = block * BLOCK;
    uint count = min((uint) BLOCK, samples - from);
    uint steps = (count + STEP - 1) / STEP;
    const global ulong *r = RECEPTION(row + member);
    ulong instance = r[RECEPTION_INSTANCE];
    size_t out = (size_t) instance * receivers + r[RECEPTION_RECEIVER];
    size_t x = (size_t) ((uint) instance - base) * stride;
    double drift = as_double(r[RECEPTION_DRIFT]);
    EACH(j, 0, BLOCK) {
        y_re[j] = 0;
        y_im[j] = 0;
    }
    for (uint path = 0; path < paths; path++) {
        const global ulong *p = PATH(r, path);
        double start =
            (double) (long) r[RECEPTION_LEAD] - (as_double(r[RECEPTION_ARRIVAL]) + as_double(p[PATH_DELAY])) * sample_rate;
        if (h_re) {
            size_t h = ((size_t) member * paths + path) * node_count;
            gains(h_re + h, h_im + h, shift, node, from, steps, g_re, g_im);
        } else {
            uint turns = (uint) (p[PATH_PHASE] >> 32);
            float level = real_f(p[PATH_LEVEL]);
            float re = level * turns_cos_f(turns);
            float im = level * turns_sin_f(turns);
            EACH(j, 0, BLOCK) {
                g_re[j] = re;
                g_im[j] = im;
            }
        }
        if (block == 0 && get_local_id(0) == 0) {
            path_gain[2 * (out * paths + path)] = g_re[0];
            path_gain[2 * (out * paths + path) + 1] = g_im[0];
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        fractional_delays(table, from, steps, start, drift, taps);
        barrier(CLK_LOCAL_MEM_FENCE);
        add_echo(x_re + x, x_im + x, m_re + x, m_im + x, from, steps, start, drift, taps, g_re, g_im, y_re, y_im);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    // before the amplitude, whose square a float may not hold
    EACH(j, 0, BLOCK) {
        y_re[j] = j < count ? y_re[j] : 0;
        y_im[j] = j < count ? y_im[j] : 0;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    float sum = power(y_re, y_im, sums);
    if (get_local_id(0) == 0) {
        powers[(size_t) member * all_blocks + block] = sum;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    ulong phase = r[RECEPTION_CARRIER_PHASE];
    ulong step = r[RECEPTION_CARRIER_STEP];
    float amplitude = real_f(r[RECEPTION_AMPLITUDE]);
#if WANDERING
    local uint *increments = (local uint *) g_im;
    draw_increments(r, from, first + instance, key, (local uint *) g_re, increments);
    scan(increments, partial);
    uint begin = (uint) (phase + from * step >> 32) + wandered[(size_t) member * all_blocks + block];
    uint each = (uint) (step + (1UL << 31) >> 32);
    EACH(j, 0, BLOCK) {
        uint turns = begin + j * each + (j > 0 ? increments[j - 1] : 0);
        float z_re = amplitude * phasor_re(turns);
        float z_im = amplitude * phasor_im(turns);
        float re = fma(y_re[j], z_re, -(y_im[j] * z_im));
        y_im[j] = fma(y_re[j], z_im, y_im[j] * z_re);
        y_re[j] = re;
    }
#else
    oscillator(phase, step, amplitude, from, tone_re, tone_im);
    barrier(CLK_LOCAL_MEM_FENCE);
    EACH_PART(s, STEPS, STEP) {
        float b_re = tone_re[STEP + s];
        float b_im = tone_im[STEP + s];
        EACH_OF_PART(j, STEP) {
            float z_re = fma(b_re, tone_re[j], -(b_im * tone_im[j]));
            float z_im = fma(b_re, tone_im[j], b_im * tone_re[j]);
            uint to = s * STEP + j;
            float re = fma(y_re[to], z_re, -(y_im[to] * z_im));
            y_im[to] = fma(y_re[to], z_im, y_im[to] * z_re);
            y_re[to] = re;
        }
    }
#endif
    barrier(CLK_LOCAL_MEM_FENCE);
    if (noise) {
        uint stream = STREAM_NOISE + (uint) r[RECEPTION_RECEIVER];
        draw_pairs(from / 2, count, stream, first + instance, key, (local uint *) g_re, (local uint *) g_im);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (noise) {
        add_noise(r, count, (local uint *) g_re, (local uint *) g_im, y_re, y_im);
    }
    if (impaired) {
        imbalance(r, count, y_re, y_im);
    }
    if (full > 0) {
        convert(as_double(r[RECEPTION_QUANTUM]), full, count, y_re);
        convert(as_double(r[RECEPTION_QUANTUM]), full, count, y_im);
    }
    EACH(j, 0, count) {
        iq[(out - (size_t) iq_base * receivers) * samples + from + j] = (ulong) as_uint(y_im[j]) << 32 | as_uint(y_re[j]);
    }
}
