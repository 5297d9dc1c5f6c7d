// Every function of math.cl, philox.cl and index.cl as a kernel: item i takes element i of each argument.

#define ITEM                    \
    uint i = get_global_id(0);  \
    if (i >= items) {           \
        return;                 \
    }

#define ONE(FUNCTION, X, RESULT)                                                                \
    kernel void of_##FUNCTION(const uint items, global const X *x, global RESULT *out) {        \
        ITEM                                                                                    \
        out[i] = FUNCTION(x[i]);                                                                \
    }

#define TWO(FUNCTION, X, Y, RESULT)                                                                                 \
    kernel void of_##FUNCTION(const uint items, global const X *x, global const Y *y, global RESULT *out) {         \
        ITEM                                                                                                        \
        out[i] = FUNCTION(x[i], y[i]);                                                                              \
    }

// Value k of a stream.
#define DRAW(FUNCTION, RESULT)                                                                                      \
    kernel void of_##FUNCTION(const uint items, global const uint *k, global const uint *attempt,                   \
        global const uint *stream, global const ulong *index, global const uint2 *key, global RESULT *out) {        \
        ITEM                                                                                                        \
        out[i] = FUNCTION(k[i], stream_lane(attempt[i], stream[i]), index[i], key[i]);                              \
    }

ONE(exp_f, float, float)
ONE(log_f, float, float)
ONE(turns_sin_f, uint, float)
ONE(turns_cos_f, uint, float)
ONE(normal_radius_f, uint, float)
TWO(normal_first_f, uint, uint, float)
TWO(normal_second_f, uint, uint, float)

// IEEE 754 leaves the NaN of an operation open.
static float canonical_sqrt(float x) {
    float y = exact_sqrt(x);
    return y == y ? y : NAN_F;
}

static float canonical_div(float x, float y) {
    float z = exact_div(x, y);
    return z == z ? z : NAN_F;
}

ONE(canonical_sqrt, float, float)
TWO(canonical_div, float, float, float)

#ifdef FP64
ONE(sin_f, float, float)
ONE(cos_f, float, float)
ONE(exp_d, double, double)
ONE(exp2_d, double, double)
ONE(log_d, double, double)
ONE(sin_d, double, double)
ONE(cos_d, double, double)
ONE(asin_d, double, double)
ONE(acos_d, double, double)
ONE(atan_d, double, double)
ONE(turns_sin_of, double, double)
ONE(turns_cos_of, double, double)
TWO(atan2_d, double, double, double)
ONE(turns_sin_d, ulong, double)
ONE(turns_cos_d, ulong, double)
ONE(normal_radius_d, ulong, double)
TWO(normal_first_d, ulong, ulong, double)
TWO(normal_second_d, ulong, ulong, double)
#endif

ONE(uniform_f, uint, float)
TWO(stream_lane, uint, uint, uint)
TWO(divide, uint, uint2, uint)
DRAW(philox, uint4)
DRAW(word_at, uint)
DRAW(words_at, uint2)
DRAW(uniform_f_at, float)
DRAW(normals_f_at, float2)

kernel void of_below(
    const uint items, global const uint *low, global const uint *high, global const int *bound, global int *out) {
    ITEM
    out[i] = below(low[i], high[i], bound[i]);
}

kernel void of_below_at(
    const uint items, global const uint *k, global const uint *attempt, global const uint *stream, global const ulong *index,
    global const uint2 *key, global const int *bound, global int *out) {
    ITEM
    out[i] = below_at(k[i], stream_lane(attempt[i], stream[i]), index[i], key[i], bound[i]);
}

#ifdef FP64
TWO(uniform_d, uint, uint, double)
DRAW(uniform_d_at, double)
DRAW(normals_d_at, double2)

kernel void of_triangular_at(
    const uint items, global const uint *k, global const uint *attempt, global const uint *stream, global const ulong *index,
    global const uint2 *key, global const double *low, global const double *mode, global const double *high,
    global double *out) {
    ITEM
    out[i] = triangular_at(k[i], stream_lane(attempt[i], stream[i]), index[i], key[i], low[i], mode[i], high[i]);
}
#endif
