// What radio's sources share. A work-group makes a block of BLOCK samples of one row, each item the samples that are a group's
// size apart; on a processor a group is one item, whose loops the compiler puts into lanes. The host defines PROCESSOR, GROUP
// (the most items of a group, a power of two) and the columns of rows, which are of 64-bit words.

#define STEPS (BLOCK / STEP)

#define EACH(j, start, stop) for (uint j = (start) + get_local_id(0); j < (stop); j += get_local_size(0))

// Parts of a block, and their elements: an item gets those that it gets of EACH.
#if PROCESSOR
#define EACH_PART(s, parts, width) for (uint s = 0; s < (parts); s++)
#define EACH_OF_PART(j, width) for (uint j = 0; j < (width); j++)
#else
#define EACH_PART(s, parts, width)                                                                                     \
    for (uint s = (uint) get_local_id(0) / (width); s < (parts); s += max(1u, (uint) get_local_size(0) / (width)))
#define EACH_OF_PART(j, width)                                                                                         \
    for (uint j = (uint) get_local_id(0) % (width); j < (width); j += min((uint) (width), (uint) get_local_size(0)))
#endif

// Of a function that is given local memory: PoCL 3.1 loses it in one that is called.
#define INLINE static inline __attribute__((always_inline))

// (int) x of Java, which saturates; x is no NaN.
static int truncated(float x) {
    return x >= 0x1p31f ? 0x7fffffff : x <= -0x1p31f ? (int) 0x80000000u : (int) x;
}

// Draws.pairs: two words each of count numbers, rounded up to a multiple of PAIRS, for whose room first and second are.
INLINE void draw_pairs(
    uint block, uint count, uint stream, ulong index, uint2 key, local uint *first, local uint *second) {
    EACH(i, 0, (count + PAIRS - 1) / PAIRS * (PAIRS / 2)) {
        uint4 words = philox(block + i, stream_lane(0, stream), index, key);
        uint in_pairs = i % (PAIRS / 2);
        uint to = i / (PAIRS / 2) * PAIRS + in_pairs % (PAIRS / 4) * 2 + in_pairs / (PAIRS / 4);
        first[to] = words.x;
        second[to] = words.y;
        first[to + PAIRS / 2] = words.z;
        second[to + PAIRS / 2] = words.w;
    }
}

// Oscillator: a table of a step with that radius, then the phasors at the steps' beginnings of the block that begins at from.
INLINE void oscillator(ulong start, ulong step, float radius, uint from, local float *re, local float *im) {
    EACH(k, 0, STEP) {
        uint word = (uint) (k * step >> 32);
        re[k] = radius * phasor_re(word);
        im[k] = radius * phasor_im(word);
    }
    EACH(s, 0, STEPS) {
        uint word = (uint) (start + (from + s * STEP) * step >> 32);
        re[STEP + s] = phasor_re(word);
        im[STEP + s] = phasor_im(word);
    }
}

// Inclusive sums of a block of integers in place; an element of partial for each item. Every item of the group calls; its
// elements are to be there, and are, behind a barrier.
INLINE void scan(local uint *v, local uint *partial) {
    uint item = get_local_id(0);
    uint size = get_local_size(0);
    uint chunk = BLOCK / size;
    uint sum = 0;
    for (uint k = item * chunk; k < (item + 1) * chunk; k++) {
        sum += v[k];
        v[k] = sum;
    }
    partial[item] = sum;
    barrier(CLK_LOCAL_MEM_FENCE);
    for (uint distance = 1; distance < size; distance *= 2) {
        uint other = item >= distance ? partial[item - distance] : 0;
        barrier(CLK_LOCAL_MEM_FENCE);
        partial[item] += other;
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    if (item > 0) {
        for (uint k = item * chunk; k < (item + 1) * chunk; k++) {
            v[k] += partial[item - 1];
        }
    }
    barrier(CLK_LOCAL_MEM_FENCE);
}

// The sum of what the items have, in item 0.
INLINE uint total(uint value, local uint *partial) {
    partial[get_local_id(0)] = value;
    barrier(CLK_LOCAL_MEM_FENCE);
    uint sum = 0;
    if (get_local_id(0) == 0) {
        for (uint k = 0; k < get_local_size(0); k++) {
            sum += partial[k];
        }
    }
    return sum;
}

// The largest of what the items have, in item 0.
INLINE uint largest(uint value, local uint *partial) {
    partial[get_local_id(0)] = value;
    barrier(CLK_LOCAL_MEM_FENCE);
    uint most = 0;
    if (get_local_id(0) == 0) {
        for (uint k = 0; k < get_local_size(0); k++) {
            most = max(most, partial[k]);
        }
    }
    return most;
}

// MixKernel.power: Σ re² + im² of a block by WAYS accumulators and their tree, in item 0; behind a barrier. What is past
// the last sample is 0, which changes no sum.
INLINE float power(const local float *re, const local float *im, local float *sums) {
#if PROCESSOR
    // in registers: from sixteen places in memory PoCL's compiler takes minutes
    float own[WAYS] = {0};
    for (uint j = 0; j < BLOCK; j += WAYS) {
#pragma unroll
        for (uint a = 0; a < WAYS; a++) {
            own[a] = fma(im[j + a], im[j + a], fma(re[j + a], re[j + a], own[a]));
        }
    }
    for (uint a = 0; a < WAYS; a++) {
        sums[a] = own[a];
    }
#else
    EACH(a, 0, WAYS) {
        float sum = 0;
        for (uint j = a; j < BLOCK; j += WAYS) {
            sum = fma(im[j], im[j], fma(re[j], re[j], sum));
        }
        sums[a] = sum;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
#endif
    if (get_local_id(0) == 0) {
        for (uint size = WAYS / 2; size > 0; size /= 2) {
            for (uint a = 0; a < size; a++) {
                sums[a] += sums[a + size];
            }
        }
    }
    return sums[0];
}
