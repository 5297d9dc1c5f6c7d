// Twin of PathGain: a path's gain at nodes, and between them. Class: reproducible; sums are in ascending order.

// Node c of a range that begins at the absolute node q: phase + (q + c − BEFORE)·step.
static uint node_turns(ulong phase, ulong step, uint node) {
    return (uint) (phase + (ulong) ((long) node - NODES_BEFORE) * step >> 32);
}

// The first path's steady part, and each path's power.
INLINE void level(
    const global ulong *r, const global ulong *p, uint path, uint node, uint count, const local float *re,
    const local float *im, global float *h_re, global float *h_im) {
    float amplitude = real_f(p[PATH_LEVEL]);
    float steady = real_f(r[RECEPTION_STEADY]);
    if (path > 0 || steady == 0) {
        EACH(c, 0, count) {
            h_re[c] = re[c] * amplitude;
            h_im[c] = im[c] * amplitude;
        }
    } else {
        float scattered = real_f(r[RECEPTION_SCATTERED]);
        EACH(c, 0, count) {
            uint turns = node_turns(p[PATH_PHASE], r[RECEPTION_STEADY_STEP], node + c);
            h_re[c] = amplitude * fma(scattered, re[c], steady * phasor_re(turns));
            h_im[c] = amplitude * fma(scattered, im[c], steady * phasor_im(turns));
        }
    }
}

// Group = NODES nodes of a path of a reception, those from node on; count of them in all, stride apart in h.
#define GAINS                                                                                                          \
    const uint groups, const uint chunks, const uint2 by_chunks, const uint paths, const uint2 by_paths,               \
        const uint row, const global ulong *restrict receptions, const uint reception_row, const uint node,            \
        const uint count, global float *restrict h_re, global float *restrict h_im

typedef struct {
    uint reception;
    uint path;
    uint from;
    uint count;
    size_t h;
} Chunk;

static Chunk chunk_of(uint chunks, uint2 by_chunks, uint paths, uint2 by_paths, uint row, uint count) {
    Chunk chunk;
    uint pair = divide(get_group_id(0), by_chunks);
    uint reception = divide(pair, by_paths);
    chunk.reception = row + reception;
    chunk.path = pair - reception * paths;
    chunk.from = ((uint) get_group_id(0) - pair * chunks) * NODES;
    chunk.count = min((uint) NODES, count - chunk.from);
    chunk.h = (size_t) pair * count + chunk.from;
    return chunk;
}

#define CHUNK chunk_of(chunks, by_chunks, paths, by_paths, row, count)

// N^{−½} Σ exp i(…) over words of phase and step, two of a sinusoid.
kernel void sum_sinusoids(
    GAINS, const uint sinusoids, const float scale, const global ulong *restrict words) {
    local float re[NODES];
    local float im[NODES];
    Chunk chunk = CHUNK;
    const global ulong *own = words + 2 * ((size_t) chunk.reception * paths + chunk.path) * sinusoids;
    EACH(c, 0, NODES) {
        re[c] = 0;
        im[c] = 0;
    }
    for (uint n = 0; n < sinusoids; n++) {
        ulong phase = own[2 * n];
        ulong step = own[2 * n + 1];
        EACH(c, 0, chunk.count) {
            uint turns = node_turns(phase, step, node + chunk.from + c);
            re[c] += phasor_re(turns);
            im[c] += phasor_im(turns);
        }
    }
    EACH(c, 0, NODES) {
        re[c] *= scale;
        im[c] *= scale;
    }
    const global ulong *r = RECEPTION(chunk.reception);
    level(r, PATH(r, chunk.path), chunk.path, node + chunk.from, chunk.count, re, im, h_re + chunk.h, h_im + chunk.h);
}

// White noise through a filter. Noise has room for NODES + taps + 1 numbers: a block of a stream is two of them.
kernel void filter_noise(
    GAINS, const uint taps, const global float *restrict filter, const uint still, const ulong first, const uint2 key,
    local float *noise_re, local float *noise_im) {
    local float re[NODES];
    local float im[NODES];
    Chunk chunk = CHUNK;
    const global ulong *r = RECEPTION(chunk.reception);
    uint stream = STREAM_SCATTER + (uint) r[RECEPTION_RECEIVER] * MOST_PATHS + chunk.path;
    uint number = still ? 0 : node + chunk.from;
    uint skipped = number & 1;
    uint count_noise = skipped + (still ? 1 : chunk.count) + taps - 1;
    ulong index = first + r[RECEPTION_INSTANCE];
    EACH(q, 0, (count_noise + 1) / 2) {
        uint4 words = philox((number >> 1) + q, stream_lane(0, stream), index, key);
        float radius = gauss_radius(NOISE_HALF, words.x);
        noise_re[2 * q] = radius * phasor_re(words.y);
        noise_im[2 * q] = radius * phasor_im(words.y);
        radius = gauss_radius(NOISE_HALF, words.z);
        noise_re[2 * q + 1] = radius * phasor_re(words.w);
        noise_im[2 * q + 1] = radius * phasor_im(words.w);
    }
    EACH(c, 0, NODES) {
        re[c] = 0;
        im[c] = 0;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    for (uint k = 0; k < taps; k++) {
        float tap = filter[k];
        if (still) {
            EACH(c, 0, chunk.count) {
                re[c] = fma(tap, noise_re[k], re[c]);
                im[c] = fma(tap, noise_im[k], im[c]);
            }
        } else {
            EACH(c, 0, chunk.count) {
                re[c] = fma(tap, noise_re[skipped + c + k], re[c]);
                im[c] = fma(tap, noise_im[skipped + c + k], im[c]);
            }
        }
    }
    level(r, PATH(r, chunk.path), chunk.path, node + chunk.from, chunk.count, re, im, h_re + chunk.h, h_im + chunk.h);
}
