// Twins of Nodes.polynomial and CurveKernel. Class: reproducible.

// Quotients rounded to float, which is not left to a compiler.
#define C_1_3 0x1.555556p-2f
#define C_1_6 0x1.555556p-3f
#define C_1_12 0x1.555556p-4f
#define C_1_20 0x1.99999ap-5f
#define C_1_24 0x1.555556p-5f
#define C_1_30 0x1.111112p-5f
#define C_1_120 0x1.111112p-7f
#define C_2_3 0x1.555556p-1f
#define C_5_12 0x1.aaaaaap-2f
#define C_7_12 0x1.2aaaaap-1f
#define C_7_24 0x1.2aaaaap-2f

// The coefficients of the interval whose nodes begin at h.
typedef struct {
    float c0;
    float c1;
    float c2;
    float c3;
    float c4;
    float c5;
} Curve;

static Curve curve_of(const global float *h) {
    float a = h[0];
    float b = h[1];
    float c = h[2];
    float d = h[3];
    float e = h[4];
    float f = h[5];
    float near = b + d;
    float far = (a + e) * C_1_24;
    Curve curve;
    curve.c0 = c;
    curve.c1 = a * C_1_20 - b * 0.5f - c * C_1_3 + d - e * 0.25f + f * C_1_30;
    curve.c2 = near * C_2_3 - c * 1.25f - far;
    curve.c3 = c * C_5_12 - d * C_7_12 + e * C_7_24 - (a + b + f) * C_1_24;
    curve.c4 = c * 0.25f - near * C_1_6 + far;
    curve.c5 = (f - a) * C_1_120 + (b - e) * C_1_24 + (d - c) * C_1_12;
    return curve;
}

static float curve_at(Curve curve, float u) {
    float p = fma(u, curve.c5, curve.c4);
    p = fma(u, p, curve.c3);
    p = fma(u, p, curve.c2);
    p = fma(u, p, curve.c1);
    return fma(u, p, curve.c0);
}

// g of a block, from … from + BLOCK − 1: nodes are 2^shift samples apart, h begins with those of the interval at node.
INLINE void gains(
    const global float *h_re, const global float *h_im, uint shift, uint node, uint from, uint steps, local float *re,
    local float *im) {
    uint mask = (1u << shift) - 1;
    float unit = exact_div(1.0f, (float) (1u << shift));
    if (1u << shift >= STEP) {
        // a step lies within an interval
        EACH_PART(s, steps, STEP) {
            uint begin = from + s * STEP;
            Curve of_re = curve_of(h_re + ((begin >> shift) - node));
            Curve of_im = curve_of(h_im + ((begin >> shift) - node));
            EACH_OF_PART(j, STEP) {
                float u = (float) (int) ((begin & mask) + j) * unit;
                re[s * STEP + j] = curve_at(of_re, u);
                im[s * STEP + j] = curve_at(of_im, u);
            }
        }
    } else {
        EACH(j, 0, steps * STEP) {
            uint n = from + j;
            float u = (float) (int) (n & mask) * unit;
            re[j] = curve_at(curve_of(h_re + ((n >> shift) - node)), u);
            im[j] = curve_at(curve_of(h_im + ((n >> shift) - node)), u);
        }
    }
}
