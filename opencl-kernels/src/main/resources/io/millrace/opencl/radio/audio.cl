// Twin of Audio: y[m] = a[m] − e·a[m − 1] into x_re, its Hilbert transform into x_im, not scaled; what they are scaled by.
// Class: reproducible.
#define TONES 3

// Of the segments first − 2 … first + 2 whether there is a voice, 1 or 0.
typedef struct {
    float a;
    float b;
    float c;
    float d;
    float e;
} Voiced;

static float voiced(int number, double pause, ulong index, uint2 key) {
    double u = uniform_d_at((uint) max(number, 0), stream_lane(0, STREAM_PAUSES), index, key);
    return number > 0 && u < pause ? 0 : 1;
}

// A sample under the envelope; into = samples from the beginning of segment first on, −1 … segment + BLOCK. Segments are longer
// than half a block: none of 80 ms holds less at a rate that holds an audio.
static float gated(float raw, int into, int segment, int edge, Voiced v) {
    bool later = into >= 0;
    bool second = into >= segment;
    bool third = into >= 2 * segment;
    float before = third ? v.d : second ? v.c : later ? v.b : v.a;
    float now = third ? v.e : second ? v.d : later ? v.c : v.b;
    int at = into - (third ? 2 * segment : second ? segment : later ? 0 : -segment);
    float u = exact_div((float) at, (float) edge);
    float e = fma(now - before, u * u * (3 - 2 * u), before);
    bool moving = before != now && at < edge;
    return moving ? raw * e : now == 0 ? 0 : raw;
}

// Group = a block: the peak's bits and the mean squares' sums besides.
kernel void measure(
    ENVELOPE, const uint analytic, const ulong first, const uint2 key, global uint *restrict peaks,
    global float *restrict powers) {
    local float raw_re[BLOCK + 1];
    local float raw_im[BLOCK + 1];
    local float y_re[BLOCK];
    local float y_im[BLOCK];
    local float tone_re[STEP + STEPS];
    local float tone_im[STEP + STEPS];
    local float sums[WAYS];
    local uint partial[GROUP];
    Place place = PLACE;
    const global ulong *signal = SIGNAL(place.instance);
    uint from = place.from;
    uint tones = (uint) signal[SIGNAL_TONES];
    EACH(j, 0, BLOCK + 1) {
        raw_re[j] = 0;
        raw_im[j] = 0;
    }
    for (uint t = 0; t < tones; t++) {
        ulong phase = signal[SIGNAL_TONE_PHASE + t];
        ulong step = signal[SIGNAL_TONE_STEP + t];
        barrier(CLK_LOCAL_MEM_FENCE);
        oscillator(phase, step, (float) as_double(signal[SIGNAL_TONE_WEIGHT + t]), from, tone_re, tone_im);
        barrier(CLK_LOCAL_MEM_FENCE);
        EACH_PART(s, STEPS, STEP) {
            float re = tone_re[STEP + s];
            float im = tone_im[STEP + s];
            EACH_OF_PART(j, STEP) {
                uint at = 1 + s * STEP + j;
                raw_re[at] += fma(re, tone_im[j], im * tone_re[j]);
                raw_im[at] -= fma(re, tone_re[j], -(im * tone_im[j]));
            }
        }
        // the sample before the block is made as one that begins a block
        if (get_local_id(0) == 0) {
            uint word = (uint) (phase + (from > 0 ? from - 1 : 0) * step >> 32);
            float re = turns_cos_f(word);
            float im = turns_sin_f(word);
            raw_re[0] += fma(re, tone_im[0], im * tone_re[0]);
            raw_im[0] -= fma(re, tone_re[0], -(im * tone_im[0]));
        }
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    double pause = as_double(signal[SIGNAL_PAUSE]);
    if (pause > 0) {
        int segment = (int) signal[SIGNAL_SEGMENT];
        int edge = (int) signal[SIGNAL_EDGE];
        int number = (int) from / segment;
        ulong index = first + place.instance;
        Voiced v;
        v.a = voiced(number - 2, pause, index, key);
        v.b = voiced(number - 1, pause, index, key);
        v.c = voiced(number, pause, index, key);
        v.d = voiced(number + 1, pause, index, key);
        v.e = voiced(number + 2, pause, index, key);
        int into = (int) from - number * segment - 1;
        EACH(j, 0, BLOCK + 1) {
            raw_re[j] = gated(raw_re[j], into + (int) j, segment, edge, v);
            raw_im[j] = gated(raw_im[j], into + (int) j, segment, edge, v);
        }
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    float emphasis = (float) as_double(signal[SIGNAL_EMPHASIS]);
    uint count = (uint) signal[SIGNAL_SAMPLES] - min(from, (uint) signal[SIGNAL_SAMPLES]);
    uint peak = 0;
    EACH(j, 0, BLOCK) {
        float re = fma(-emphasis, raw_re[j], raw_re[j + 1]);
        float im = fma(-emphasis, raw_im[j], raw_im[j + 1]);
        x_re[place.x + j] = re;
        x_im[place.x + j] = analytic ? im : 0;
        re = j < count ? re : 0;
        y_re[j] = re;
        y_im[j] = j < count ? im : 0;
        // bits of magnitudes are in their order
        peak = max(peak, as_uint(fabs(re)));
    }
    peak = largest(peak, partial);
    float mean = 0;
    float quadrature = 0;
    if (get_local_id(0) == 0) {
        peaks[get_group_id(0)] = peak;
    }
    EACH(j, 0, BLOCK) {
        raw_re[j] = 0;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    mean = power(y_re, raw_re, sums);
    if (get_local_id(0) == 0) {
        powers[2 * get_group_id(0)] = mean;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    quadrature = power(y_im, raw_re, sums);
    if (get_local_id(0) == 0) {
        powers[2 * get_group_id(0) + 1] = quadrature;
    }
}

// Item = a member: what multiplies y, and AM's carrier.
kernel void level(
    const uint items, const global uint *restrict order, const uint at, const uint blocks,
    const global ulong *restrict signals, const uint family, const global uint *restrict peaks,
    const global float *restrict powers, global float *restrict levels) {
    uint member = get_global_id(0);
    if (member >= items) {
        return;
    }
    const global ulong *signal = signals + (size_t) order[at + member] * SIGNAL_ROW;
    uint bits = 0;
    double mean = 0;
    double quadrature = 0;
    for (uint b = 0; b < blocks; b++) {
        size_t block = (size_t) member * blocks + b;
        bits = max(bits, peaks[block]);
        mean += powers[2 * block];
        quadrature += powers[2 * block + 1];
    }
    float peak = as_float(bits);
    double unit = 1 / ((double) peak * peak * (double) (int) signal[SIGNAL_SAMPLES]);
    mean *= unit;
    quadrature *= unit;
    double depth = as_double(signal[SIGNAL_DEPTH]);
    float factor = (float) depth;
    float carrier = 0;
    if (family == FAMILY_AM) {
        carrier = (float) (1 / sqrt(1 + depth * depth * mean));
        factor = carrier * (float) depth;
    } else if (family == FAMILY_DSB) {
        factor = (float) (1 / sqrt(mean));
    } else if (family == FAMILY_SSB) {
        factor = (float) (1 / sqrt(mean + quadrature));
    }
    levels[2 * member] = exact_div(factor, peak);
    levels[2 * member + 1] = carrier;
}
