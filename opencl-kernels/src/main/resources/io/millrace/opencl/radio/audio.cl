// Twin of Audio: e·Σ w sin into x_re, its Hilbert transform into x_im, not scaled; what they are scaled by.
// Class: reproducible.
#define TONES 3

// Of the segments first − 1 … first + 2 whether there is a voice, 1 or 0.
typedef struct {
    float a;
    float b;
    float c;
    float d;
} Voiced;

static float voiced(int number, double pause, ulong index, uint2 key) {
    double u = uniform_d_at((uint) max(number, 0), stream_lane(0, STREAM_PAUSES), index, key);
    return number > 0 && u < pause ? 0 : 1;
}

// A sample under the envelope; into = samples from the beginning of segment first on, up to segment + BLOCK. Segments are longer
// than half a block: none of 80 ms holds less at a rate that holds an audio.
static float gated(float raw, int into, int segment, int edge, Voiced v) {
    bool second = into >= segment;
    bool third = into >= 2 * segment;
    float before = third ? v.c : second ? v.b : v.a;
    float now = third ? v.d : second ? v.c : v.b;
    int at = into - (third ? 2 * segment : second ? segment : 0);
    float u = exact_div((float) at, (float) edge);
    float e = fma(now - before, u * u * (3 - 2 * u), before);
    bool moving = before != now && at < edge;
    return moving ? raw * e : now == 0 ? 0 : raw;
}

// Group = a block: the peak's bits and the mean squares' sums besides.
kernel void measure(
    ENVELOPE, const uint analytic, const ulong first, const uint2 key, global uint *restrict peaks,
    global float *restrict powers) {
    local float y_re[BLOCK];
    local float y_im[BLOCK];
    local float zeros[BLOCK];
    local float tone_re[STEP + STEPS];
    local float tone_im[STEP + STEPS];
    local float sums[WAYS];
    local uint partial[GROUP];
    Place place = PLACE;
    const global ulong *signal = SIGNAL(place.instance);
    uint from = place.from;
    uint tones = (uint) signal[SIGNAL_TONES];
    EACH(j, 0, BLOCK) {
        y_re[j] = 0;
        y_im[j] = 0;
        zeros[j] = 0;
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
                uint at = s * STEP + j;
                y_re[at] = fma(re, tone_re[j], fma(-im, tone_im[j], y_re[at]));
                y_im[at] = fma(re, tone_im[j], fma(im, tone_re[j], y_im[at]));
            }
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
        v.a = voiced(number - 1, pause, index, key);
        v.b = voiced(number, pause, index, key);
        v.c = voiced(number + 1, pause, index, key);
        v.d = voiced(number + 2, pause, index, key);
        int into = (int) from - number * segment;
        EACH(j, 0, BLOCK) {
            y_re[j] = gated(y_re[j], into + (int) j, segment, edge, v);
            y_im[j] = gated(y_im[j], into + (int) j, segment, edge, v);
        }
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    uint count = (uint) signal[SIGNAL_SAMPLES] - min(from, (uint) signal[SIGNAL_SAMPLES]);
    uint peak = 0;
    EACH(j, 0, BLOCK) {
        float re = y_re[j];
        float im = y_im[j];
        x_re[place.x + j] = im;
        x_im[place.x + j] = analytic ? -re : 0;
        y_re[j] = j < count ? re : 0;
        y_im[j] = j < count ? im : 0;
        // bits of magnitudes are in their order
        peak = max(peak, as_uint(fabs(y_im[j])));
    }
    peak = largest(peak, partial);
    float mean = 0;
    float quadrature = 0;
    if (get_local_id(0) == 0) {
        peaks[get_group_id(0)] = peak;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    mean = power(y_im, zeros, sums);
    if (get_local_id(0) == 0) {
        powers[2 * get_group_id(0)] = mean;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    quadrature = power(y_re, zeros, sums);
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
