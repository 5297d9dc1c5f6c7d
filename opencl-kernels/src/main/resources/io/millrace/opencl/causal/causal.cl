// What causal's sources share. The host defines the columns of instances (INSTANCE_), nodes (NODE_) and random functions (FUNCTION_), the
// numbers of mechanisms, noises, scalings, interventions and laws, WORDS (a bit for each node), MOST_TARGETS and the streams.
//
// Columns of the k-th instance that is made at once begin at k·N·stride, node after node; of its world t at (k·W + t)·N·world_stride.

#define INLINE static inline __attribute__((always_inline))

// Draws.pairs: the two words of a number, of those that begin at a block.
static uint2 pair_words(uint number, uint block, uint lane, ulong index, uint2 key) {
    uint in_pairs = number % PAIRS;
    uint in_half = in_pairs % (PAIRS / 2);
    uint4 words = philox(
        block + number / PAIRS * (PAIRS / 2) + in_half % 2 * (PAIRS / 4) + in_half / 2, lane, index, key);
    bool low = in_pairs < PAIRS / 2;
    return (uint2) (low ? words.x : words.z, low ? words.y : words.w);
}

// GaussKernel, added to zero: one part of a pair of normal numbers.
static float normal_part(uint2 words, bool second) {
    return fma(gauss_radius(1.0f, words.x), second ? phasor_im(words.y) : phasor_re(words.y), 0.0f);
}

// Law.at.
static float law_at(int kind, float first, float second, uint word, uint other) {
    float uniform = fma((float) (int) (word >> 8) * 0x1p-24f, second - first, first);
    switch (kind) {
    case LAW_CONSTANT:
        return first;
    case LAW_UNIFORM:
        return uniform;
    case LAW_SIGNED_UNIFORM:
        return ((other & 1) == 0 ? uniform : -uniform) + 0.0f;
    default:
        return fma(second, normal_first_f(word, other), first);
    }
}

// How the values of targets are drawn where each row has its own.
typedef struct {
    int kind;
    float first;
    float second;
    int per_row;
    uint stride;
} Values;

// Values.add: of a slot of all worlds' in a row; drawn, where all rows have the same.
static float value_at(const Values values, float drawn, uint slot, uint r, uint attempt, ulong index, uint2 key) {
    if (values.per_row == 0) {
        return drawn;
    }
    uint lane = stream_lane(attempt, STREAM_ROW_VALUES);
    uint position = slot * 2 * values.stride + r;
    return law_at(
        values.kind,
        values.first,
        values.second,
        word_at(position, lane, index, key),
        word_at(position + values.stride, lane, index, key));
}

// Smooth.cosine: cos 2πz.
static float smooth_cosine(float z) {
    float rest = z - ((z + SHIFT_F) - SHIFT_F);
    float q = as_float(min(as_uint(rest * rest), as_uint(0.25f)));
    float p = fma(q, 0x1.a1e524p2f, -0x1.9f7e36p4f);
    p = fma(q, p, 0x1.e157b8p5f);
    p = fma(q, p, -0x1.55ccf8p6f);
    p = fma(q, p, 0x1.03c1a8p6f);
    p = fma(q, p, -0x1.3bd3c8p4f);
    return fma(q, p, 1.0f);
}

// Smooth.logistic: 1/(1 + e^-z).
static float smooth_logistic(float z) {
    return exact_div(1.0f, 1.0f + exp_f(-z));
}

// Smooth.tanh: 1 - 2/(1 + e^2z).
static float smooth_tanh(float z) {
    return 1.0f - exact_div(2.0f, 1.0f + exp_f(2.0f * z));
}

// Smooth.spread: √ln(1 + e^z).
static float smooth_spread(float z) {
    float tail = log_f(1.0f + exp_f(-fabs(z)));
    return exact_sqrt((z > 0.0f ? z : 0.0f) + tail);
}

// Smooth.squash: a·t/(1 + |t|), t = b(z + c).
static float smooth_squash(float z, float a, float b, float c) {
    float t = b * (z + c);
    return exact_div(a * t, 1.0f + fabs(t));
}
