// Where a group is among the envelopes of one family: group = a block of a member. Members at … of order are instances of the
// batch; an envelope is a row of x of stride samples, that of instance base the first.
#define ENVELOPE                                                                                                       \
    const uint groups, const global uint *restrict order, const uint at, const uint base, const uint blocks,           \
        const uint2 by_blocks, const global ulong *restrict signals, const uint stride, global float *restrict x_re,   \
        global float *restrict x_im

typedef struct {
    uint member;
    uint instance;
    // its first sample
    uint from;
    // that sample's place in x
    size_t x;
} Place;

static Place place_of(
    const global uint *order, uint at, uint base, uint blocks, uint2 by_blocks, uint stride) {
    Place place;
    place.member = divide(get_group_id(0), by_blocks);
    place.instance = order[at + place.member];
    place.from = ((uint) get_group_id(0) - place.member * blocks) * BLOCK;
    place.x = (size_t) (place.instance - base) * stride + place.from;
    return place;
}

#define PLACE place_of(order, at, base, blocks, by_blocks, stride)
#define SIGNAL(instance) (signals + (size_t) (instance) * SIGNAL_ROW)

INLINE void store_phasor(global float *x_re, global float *x_im, size_t at, uint word) {
    x_re[at] = phasor_re(word);
    x_im[at] = phasor_im(word);
}
