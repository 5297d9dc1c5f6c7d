// Sampler and CausalWorker: the columns of the base, and of what differs in each world, an item a row.

// Where an item's row stands in columns of the base and of a world; the moments and, in a world, which of its nodes differ.
typedef struct {
    const global float *base;
    const global float *world;
    const global float *moments;
    size_t stride;
    size_t world_stride;
    bool internal;
} Row;

// A node's value in the base as its effects see it.
INLINE float base_value(const Row row, int node) {
    float value = row.base[node * row.stride];
    return row.internal ? (value - row.moments[MOMENTS * node]) * row.moments[MOMENTS * node + 2] : value;
}

INLINE float cause_value(const Row row, const uint *differs, int node) {
    return (differs[node >> 5] >> (node & 31) & 1) != 0 ? row.world[node * row.world_stride] : base_value(row, node);
}

// FourierScalar.
INLINE float fourier(
    const global float *numbers, uint count, uint causes, float start, const Row row, const uint *differs, const global int *cause) {
    float sum = start;
    for (uint m = 0; m < count; m++, numbers += causes + 2) {
        float z = numbers[1];
        for (uint k = 0; k < causes; k++) {
            z = fma(numbers[2 + k], cause_value(row, differs, cause[k]), z);
        }
        sum = fma(numbers[0], smooth_cosine(z), sum);
    }
    return sum;
}

// SumScalar and PlainScalar.
INLINE float weighted(
    const global float *w, bool plain, uint causes, float start, const Row row, const uint *differs, const global int *cause) {
    float sum = start;
    for (uint k = 0; k < causes; k++) {
        float x = cause_value(row, differs, cause[k]);
        sum = plain ? sum + x : fma(w[k], x, sum);
    }
    return sum;
}

// PerceptronScalar.
INLINE float perceptron(
    const global float *w, uint hidden, uint causes, float start, const Row row, const uint *differs, const global int *cause) {
    float sum = start;
    for (uint h = 0; h < hidden; h++, w += causes + 1) {
        float z = weighted(w + 1, false, causes, 0.0f, row, differs, cause);
        sum = fma(w[0], smooth_logistic(z), sum);
    }
    return sum;
}

// IndexScalar.
INLINE float indices(
    const global float *w, uint causes, float start, const Row row, const uint *differs, const global int *cause) {
    float first = weighted(w, false, causes, 0.0f, row, differs, cause);
    float second = weighted(w + causes, false, causes, 0.0f, row, differs, cause);
    float third = weighted(w + 2 * causes, false, causes, -0.25f, row, differs, cause);
    return start + smooth_tanh(first) + smooth_cosine(second) + smooth_cosine(third);
}

// QuadraticScalar.
INLINE float quadratic(
    const global float *c, uint causes, float start, const Row row, const uint *differs, const global int *cause) {
    float sum = start;
    uint pair = 2 * causes;
    for (uint k = 0; k < causes; k++) {
        float x = cause_value(row, differs, cause[k]);
        float factor = fma(c[causes + k], x, c[k]);
        for (uint l = 0; l < k; l++) {
            factor = fma(c[pair++], cause_value(row, differs, cause[l]), factor);
        }
        sum = fma(factor, x, sum);
    }
    return sum;
}

// PolynomialScalar.
INLINE float polynomial(
    const global float *a, uint degree, uint causes, float start, const Row row, const uint *differs, const global int *cause) {
    float sum = start;
    for (uint k = 0; k < causes; k++, a += degree + 1) {
        float x = cause_value(row, differs, cause[k]);
        float p = a[degree];
        for (uint power = 1; power <= degree; power++) {
            p = fma(p, x, a[degree - power]);
        }
        sum += p;
    }
    return sum;
}

// SigmoidSumScalar.
INLINE float sigmoids(
    const global float *abc, uint causes, float start, const Row row, const uint *differs, const global int *cause) {
    float sum = start;
    for (uint k = 0; k < causes; k++) {
        sum += smooth_squash(cause_value(row, differs, cause[k]), abc[0], abc[1], abc[2]);
    }
    return sum;
}

#ifdef FP64
// Poisson.quantile.
static float poisson(float log_rate, float v) {
    double rate = exp_d((double) log_rate);
    if (!(rate <= FASTEST)) {
        return rate > FASTEST ? INFINITY : NAN_F;
    }
    double p = exp_d(-rate);
    double tail = 1.0 - p;
    int k = 0;
    while (tail >= (double) v) {
        k++;
        p *= rate / (double) k;
        tail -= p;
    }
    return (float) k;
}
#endif

// NoiseScalar: the noise of a node in a row, whose words are number (node/2)·stride + row of those that begin at a block.
static float noise_at(
    const global int *node, uint number, uint block, bool fresh, uint attempt, ulong index, uint2 key, float power, float factor) {
    int law = node[NODE_NOISE];
    float scale = as_float(node[NODE_SCALE]);
    bool odd = (node[NODE_LABEL] & 1) != 0;
    bool decides = node[NODE_MECHANISM] == MECHANISM_LOGISTIC || node[NODE_MECHANISM] == MECHANISM_POISSON;
    bool normal = law == NOISE_GAUSSIAN && !decides;
    uint stream = normal ? (fresh ? STREAM_FRESH : STREAM_NOISE) : (fresh ? STREAM_FRESH_WORDS : STREAM_WORDS);
    uint2 words = pair_words(number, block, stream_lane(attempt, stream), index, key);
    uint word = odd ? words.y : words.x;
    float u = fma((float) (int) (word >> 1), 0x1p-31f, 0x1p-32f);
    if (decides) {
        return u;
    }
    switch (law) {
    case NOISE_GAUSSIAN:
        return normal_part(words, odd) * scale;
    case NOISE_EXPONENTIAL:
        return scale * (-log_f(u) - 1.0f);
    case NOISE_GUMBEL: {
        float v = u > BELOW_1 ? BELOW_1 : u;
        float rest = 1.0f - v;
        float lost = 1.0f - rest;
        float e = lost == 0.0f ? v : exact_div(-log_f(rest) * v, lost);
        return scale * GUMBEL * (-log_f(e) - EULER);
    }
    case NOISE_UNIFORM:
        return scale * ROOT_3 * fma((float) (int) (word >> 8) * 0x1p-24f, 2.0f, -1.0f);
    case NOISE_LAPLACE: {
        float e = scale * ROOT_HALF * -log_f(u);
        return (word & 1) == 0 ? e : -e;
    }
    default: {
        uint2 angles = pair_words(number, block, stream_lane(attempt, fresh ? STREAM_FRESH_TURNS : STREAM_NOISE_TURNS), index, key);
        float grown = exp_f(power * log_f(u));
        return scale * exact_sqrt(factor * (grown - 1.0f)) * turns_cos_f(odd ? angles.y : angles.x);
    }
    }
}

// What spec and pass give every row.
typedef struct {
    uint features;
    uint hidden;
    uint degree;
} Counts;

// Sampler.make: a node's value from its causes and its noise.
INLINE float node_value(
    const global int *node,
    float noise,
    const Row row,
    const uint *differs,
    const Counts counts,
    const global int *cause_lists,
    const global float *number_lists,
    const global float *functions) {
    uint causes = node[NODE_CAUSES];
    const global int *cause = cause_lists + node[NODE_CAUSE_START];
    const global float *w = number_lists + node[NODE_NUMBER_START];
    float start = as_float(node[NODE_BIAS]);
    int mechanism = node[NODE_MECHANISM];
    float x;
    switch (causes > 0 ? mechanism : MECHANISM_LINEAR) {
    case MECHANISM_RFF_GP:
        x = fourier(functions + node[NODE_FUNCTION_START], counts.features, causes, start, row, differs, cause);
        break;
    case MECHANISM_MLP:
        x = perceptron(w, counts.hidden, causes, start, row, differs, cause);
        break;
    case MECHANISM_MIM:
        x = indices(w, causes, start, row, differs, cause);
        break;
    case MECHANISM_QUADRATIC:
        x = quadratic(w, causes, start, row, differs, cause);
        break;
    case MECHANISM_POLYNOMIAL:
        x = polynomial(w, counts.degree, causes, start, row, differs, cause);
        break;
    case MECHANISM_SIGMOID_ADD:
        x = sigmoids(w, causes, start, row, differs, cause);
        break;
    default:
        x = weighted(w, mechanism == MECHANISM_SIGMOID_MIX, causes, start, row, differs, cause);
    }
    if (mechanism == MECHANISM_LOGISTIC) {
        float p = smooth_logistic(x);
        return noise < p ? 1.0f : p == p ? 0.0f : NAN_F;
    }
#ifdef FP64
    if (mechanism == MECHANISM_POISSON) {
        return poisson(x, noise);
    }
#endif
    if (node[NODE_SPREAD_START] >= 0) {
        float h = fourier(functions + node[NODE_SPREAD_START], counts.features, causes, 0.0f, row, differs, cause);
        noise = noise * smooth_spread(h);
    }
    x = x + noise;
    return mechanism == MECHANISM_SIGMOID_MIX ? smooth_squash(x, w[0], w[1], w[2]) : x;
}

// Blocks of a world's noise.
static uint noise_blocks(uint nodes, uint stride) {
    return ((nodes + 1) / 2 * stride + PAIRS - 1) / PAIRS * (PAIRS / 2);
}

// The base's columns, from a position of the causal order to before another, and the noise of each node and row.
kernel void sample_base(
    uint instance_count,
    uint from,
    uint to,
    uint width,
    uint stride,
    int scaling,
    float largest,
    uint features,
    uint hidden,
    uint degree,
    float power,
    float factor,
    const global int *instances,
    const global int *nodes,
    const global int *cause_lists,
    const global float *number_lists,
    const global float *functions,
    const global float *moments,
    ulong first,
    uint2 key,
    global float *x,
    global float *noise,
    global int *flags) {
    uint r = get_global_id(0);
    uint k = get_global_id(1);
    if (k >= instance_count) {
        return;
    }
    const global int *instance = instances + k * INSTANCE_WIDTH;
    ulong index = first + (ulong) instance[INSTANCE_SLOT];
    size_t columns = (size_t) k * width * stride + r;
    uint differs[WORDS];
    for (uint i = 0; i < WORDS; i++) {
        differs[i] = 0;
    }
    Row row = {x + columns, x, moments + (size_t) k * width * MOMENTS, stride, 0, scaling == SCALING_INTERNAL};
    Counts counts = {features, hidden, degree};
    bool good = true;
    for (uint p = from; p < min(to, (uint) instance[INSTANCE_NODES]); p++) {
        const global int *node = nodes + (size_t) (k * width + p) * NODE_WIDTH;
        uint label = node[NODE_LABEL];
        float e = noise_at(
            node,
            label / 2 * stride + r,
            0,
            false,
            instance[INSTANCE_ATTEMPT],
            index,
            key,
            power,
            factor);
        noise[columns + label * stride] = e;
        float value = node_value(node, e, row, differs, counts, cause_lists, number_lists, functions);
        x[columns + label * stride] = value;
        good = good && fabs(value) <= largest;
    }
    if (!good) {
        flags[k] = 1;
    }
}

// What differs from the base in each world.
kernel void sample_worlds(
    uint world_count,
    uint worlds,
    uint width,
    uint stride,
    int scaling,
    float largest,
    uint features,
    uint hidden,
    uint degree,
    float power,
    float factor,
    uint world_stride,
    int fresh,
    int shifts,
    int per_row,
    int law,
    float law_first,
    float law_second,
    const global int *instances,
    const global int *nodes,
    const global int *targets,
    const global int *cause_lists,
    const global float *number_lists,
    const global float *functions,
    const global float *moments,
    ulong first,
    uint2 key,
    const global float *x,
    const global float *noise,
    global float *w,
    global uchar *touched,
    global int *flags) {
    uint r = get_global_id(0);
    uint place = get_global_id(1);
    if (place >= world_count) {
        return;
    }
    uint k = place / worlds;
    uint t = place % worlds;
    const global int *instance = instances + k * INSTANCE_WIDTH;
    if (t >= (uint) instance[INSTANCE_WORLDS]) {
        return;
    }
    ulong index = first + (ulong) instance[INSTANCE_SLOT];
    uint attempt = instance[INSTANCE_ATTEMPT];
    uint node_count = instance[INSTANCE_NODES];
    const global int *target = targets + (size_t) place * TARGET_WIDTH;
    size_t columns = (size_t) k * width * stride + r;
    size_t own = (size_t) place * width * world_stride + r;
    const global float *constants = moments + (size_t) k * width * MOMENTS;
    uint differs[WORDS];
    for (uint i = 0; i < WORDS; i++) {
        differs[i] = 0;
    }
    Row row = {x + columns, w + own, constants, stride, world_stride, scaling == SCALING_INTERNAL};
    Counts counts = {features, hidden, degree};
    bool good = true;
    for (uint p = 0; p < node_count; p++) {
        const global int *node = nodes + (size_t) (k * width + p) * NODE_WIDTH;
        uint label = node[NODE_LABEL];
        int slot = -1;
        for (int s = 0; s < target[0]; s++) {
            slot = target[1 + 2 * s] == (int) label ? s : slot;
        }
        bool differing = fresh != 0 || slot >= 0;
        for (int c = 0; c < node[NODE_CAUSES] && !differing; c++) {
            int cause = cause_lists[node[NODE_CAUSE_START] + c];
            differing = (differs[cause >> 5] >> (cause & 31) & 1) != 0;
        }
        if (r == 0) {
            touched[(size_t) place * width + label] = differing ? 1 : 0;
        }
        if (!differing) {
            continue;
        }
        float value = 0.0f;
        if (slot < 0 || shifts != 0) {
            float e = fresh != 0
                ? noise_at(
                    node,
                    label / 2 * world_stride + r,
                    t * noise_blocks(node_count, world_stride),
                    true,
                    attempt,
                    index,
                    key,
                    power,
                    factor)
                : noise[columns + label * stride];
            value = node_value(node, e, row, differs, counts, cause_lists, number_lists, functions);
            if (scaling == SCALING_INTERNAL) {
                good = good && fabs(value) <= largest;
                value = (value - constants[MOMENTS * label]) * constants[MOMENTS * label + 2];
            }
        }
        if (slot >= 0) {
            Values values = {law, law_first, law_second, per_row, world_stride};
            value += value_at(
                values, as_float(target[2 + 2 * slot]), t * MOST_TARGETS + slot, r, attempt, index, key);
        }
        w[own + label * world_stride] = value;
        differs[label >> 5] |= 1u << (label & 31);
        good = good && fabs(value) <= (scaling == SCALING_INTERNAL ? FLT_MAX : largest);
        if (scaling == SCALING_Z_SCORE) {
            float written = (value - constants[MOMENTS * label]) * constants[MOMENTS * label + 2];
            good = good && fabs(written) <= FLT_MAX;
        }
    }
    if (!good) {
        flags[k] = 1;
    }
}
