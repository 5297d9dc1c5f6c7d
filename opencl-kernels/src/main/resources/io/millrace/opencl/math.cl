// Twins of io.millrace.math, scalar by scalar: the same operations in the same order, so the same bits (class
// reproducible). Formulas, ranges and error bounds stand in the Java files.
//
// The host defines FP64 where the device computes in double, and EXACT_DIVIDE_SQRT where it builds with
// -cl-fp32-correctly-rounded-divide-sqrt. Subnormals must be kept. Results are chosen by ?: of values already
// computed, so that lanes do not diverge; only Payne and Hanek's reduction stands behind a branch.

#pragma OPENCL FP_CONTRACT OFF
#ifdef FP64
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#endif

// The canonical NaN; NAN and the NaN of an operation differ between devices.
#define NAN_F as_float(0x7fc00000)
// 1.5·2^23: adding it rounds a float of magnitude below 2^22 to an integer in the low bits.
#define SHIFT_F 0x1.8p23f
// ln 2 to 16 bits, so that k times it is exact; and what remains.
#define LN2_HI_F 0x1.62e4p-1f
#define LN2_LO_F 0x1.7f7d1cp-20f

#ifdef FP64
#define NAN_D as_double(0x7ff8000000000000UL)
// 1.5·2^52: adding it rounds a double of magnitude below 2^51 to an integer in the low bits.
#define SHIFT_D 0x1.8p52
// ln 2 to 42 bits, so that k times it is exact; and what remains.
#define LN2_HI_D 0x1.62e42fefa38p-1
#define LN2_LO_D 0x1.ef35793c7673p-45
// 2^52 and its bits: or-ing a 32-bit integer into them and subtracting 2^52 converts it exactly.
#define TWO52 0x1p52
#define TWO52_BITS 0x4330000000000000UL
#endif

// √x and x/y rounded to nearest. Through double: 53 ≥ 2·24 + 2 bits, so rounding twice is rounding once.
#ifdef EXACT_DIVIDE_SQRT
static float exact_sqrt(float x) {
    return sqrt(x);
}

static float exact_div(float x, float y) {
    return x / y;
}
#elif defined(FP64)
static float exact_sqrt(float x) {
    return (float) sqrt((double) x);
}

static float exact_div(float x, float y) {
    return (float) ((double) x / (double) y);
}
#endif

// Exp.exp(float): x = k·ln 2 + r, e^x = 2^k·(1 + r + r²·q(r)).
static float exp_f(float x) {
    float c = x < -104.0f ? -104.0f : x > 89.0f ? 89.0f : x;
    float shifted = fma(c, 0x1.715476p0f, SHIFT_F);
    float k = shifted - SHIFT_F;
    float hi = fma(-k, LN2_HI_F, c);
    float lo = k * LN2_LO_F;
    float r = hi - lo;
    float q = fma(0x1.6a2646p-10f, r, 0x1.1239f0p-7f);
    q = fma(q, r, 0x1.5558f0p-5f);
    q = fma(q, r, 0x1.555492p-3f);
    q = fma(q, r, 0x1.fffffcp-2f);
    float y = 1.0f + (hi + fma(r * r, q, -lo));
    uint n = as_uint(shifted) - as_uint(SHIFT_F);
    uint half_n = ((n + 512) >> 1) - 256;
    y = y * as_float((half_n + 127) << 23) * as_float((n - half_n + 127) << 23);
    return x != x ? NAN_F : y;
}

// Log.normal(float, int): log(x·2^(127 − bias)) for normal positive x = 2^k·(1 + f), 1 + f in [√½, √2).
static float log_normal_f(float x, int bias) {
    uint bits = as_uint(x) + (0x3f800000 - 0x3f3504f3);
    float k = (float) ((int) (bits >> 23) - bias);
    float f = as_float((bits & 0x007fffff) + 0x3f3504f3) - 1.0f;
    float p = fma(0x1.145398p-4f, f, -0x1.de385ep-4f);
    p = fma(p, f, 0x1.e6f042p-4f);
    p = fma(p, f, -0x1.fc22a6p-4f);
    p = fma(p, f, 0x1.233774p-3f);
    p = fma(p, f, -0x1.555c48p-3f);
    p = fma(p, f, 0x1.99a4b4p-3f);
    p = fma(p, f, -0x1.000006p-2f);
    p = fma(p, f, 0x1.555548p-2f);
    float tail = fma(f * f, fma(p, f, -0.5f), k * LN2_LO_F);
    float hi = k * LN2_HI_F;
    float sum = hi + f;
    return sum + (((hi - sum) + f) + tail);
}

// Log.log(float); subnormals are scaled up by 2^24 first.
static float log_f(float x) {
    bool tiny = x < FLT_MIN;
    float y = log_normal_f(tiny ? x * 0x1p24f : x, tiny ? 127 + 24 : 127);
    y = x <= FLT_MAX ? y : x;
    return x > 0.0f ? y : x == 0.0f ? -INFINITY : NAN_F;
}

// TrigKernel.sin(int, float, float): sine of quadrant·π/2 + r + lo; only the two low bits of the quadrant count.
// sin = r + lo + r³·S(r²) − r²·lo/2; cos = 1 − r²/2 + r⁴·C(r²) − r·lo.
static float sin_reduced_f(uint quadrant, float r, float lo) {
    float z = r * r;
    float v = z * r;
    float s = fma(0x1.6cc50ap-19f, z, -0x1.a00f48p-13f);
    s = fma(s, z, 0x1.111108p-7f);
    float sine = r - fma(-v, -0x1.555556p-3f, fma(z, fma(-v, s, 0.5f * lo), -lo));
    float c = fma(0x1.99db68p-16f, z, -0x1.6c0bfcp-10f);
    c = fma(c, z, 0x1.55554ap-5f);
    float half_z = 0.5f * z;
    float w = 1.0f - half_z;
    float cosine = w + (((1.0f - w) - half_z) + fma(z * z, c, -(r * lo)));
    float y = (quadrant & 1) == 0 ? sine : cosine;
    return (quadrant & 2) == 0 ? y : -y;
}

// Turns.quarters(int, int): the nearest quarter turn from the top bits, the rest as f + g times 2π·2^-32 to two words.
static float turns_quarters_f(uint word, uint turn) {
    uint quadrant = (word + (1u << 29)) >> 30;
    int s = (int) (word << 2) >> 2;
    float a = (float) (s >> 6);
    float b = (float) (s & 63);
    float f = fma(a, 64.0f, b);
    float g = fma(a, 64.0f, -f) + b;
    float unit = 0x1.921fb6p-30f;
    float r = f * unit;
    float lo = fma(f, unit, -r) + fma(f, -0x1.777a5cp-55f, g * unit);
    return sin_reduced_f(quadrant + turn, r, lo);
}

// Turns.sin(int): sin(2π·word/2^32).
static float turns_sin_f(uint word) {
    return turns_quarters_f(word, 0);
}

// Turns.cos(int): cos(2π·word/2^32).
static float turns_cos_f(uint word) {
    return turns_quarters_f(word, 1);
}

// PhasorKernel: ±sin r or ±cos r, as the two top bits of quarter say, r what turn is off the nearest quarter turn.
static float phasor_part(uint turn, uint quarter) {
    float r = (float) (int) (turn << 2) * 0x1.921fb6p-32f;
    float z = r * r;
    float s = fma(z * r, fma(z, fma(z, -0x1.994e88p-13f, 0x1.110760p-7f), -0x1.555546p-3f), r);
    float c = fma(z, fma(z, fma(z, fma(z, 0x1.991672p-16f, -0x1.6c07f0p-10f), 0x1.55553cp-5f), -0.5f), 1.0f);
    float v = (quarter & 1u << 30) == 0 ? s : c;
    return (int) quarter < 0 ? -v : v;
}

static float phasor_re(uint turn) {
    return phasor_part(turn, turn + (3u << 29));
}

static float phasor_im(uint turn) {
    return phasor_part(turn, turn + (1u << 29));
}

#if defined(EXACT_DIVIDE_SQRT) || defined(FP64)
// Normal.radius(int): Box and Muller's √(−2·log u), u = fma((float) (word ⋙ 1), 2^-31, 2^-32) in (0, 1].
static float normal_radius_f(uint word) {
    float u = fma((float) (int) (word >> 1), 0x1p-31f, 0x1p-32f);
    return exact_sqrt(-2.0f * log_normal_f(u, 127));
}

// Normal.first(int, int): radius · cosine.
static float normal_first_f(uint radius_word, uint turn_word) {
    return normal_radius_f(radius_word) * turns_cos_f(turn_word);
}

// Normal.second(int, int): radius · sine.
static float normal_second_f(uint radius_word, uint turn_word) {
    return normal_radius_f(radius_word) * turns_sin_f(turn_word);
}

// GaussKernel: level·√(−2 ln u).
static float gauss_radius(float level, uint word) {
    float u = fma((float) (int) (word >> 1), 0x1p-31f, 0x1p-32f);
    uint bits = as_uint(u) + (0x3f800000 - 0x3f3504f3);
    float k = (float) ((int) (bits >> 23) - 127);
    float f = as_float((bits & 0x007fffff) + 0x3f3504f3) - 1.0f;
    float p = fma(f, 0x1.65c766p-4f, -0x1.25049ap-3f);
    p = fma(f, p, 0x1.318526p-3f);
    p = fma(f, p, -0x1.535d30p-3f);
    p = fma(f, p, 0x1.98d2c0p-3f);
    p = fma(f, p, -0x1.00049ap-2f);
    p = fma(f, p, 0x1.5556f4p-2f);
    p = fma(f, p, -0x1.fffffap-2f);
    return level * exact_sqrt(-2.0f * fma(k, 0x1.62e430p-1f, fma(f * f, p, f)));
}
#endif

#ifdef FP64
// Exp.scale: y·2^n, n in the low bits of shifted, |n| ≤ 1080; rounds once, at the second factor.
static double exp_scale_d(double y, double shifted) {
    ulong n = as_ulong(shifted) - as_ulong(SHIFT_D);
    ulong half_n = ((n + 2048) >> 1) - 1024;
    return y * as_double((half_n + 1023) << 52) * as_double((n - half_n + 1023) << 52);
}

// Exp.exp(double): x = k·ln 2 + r, e^x = 2^k·(1 + r + r²·q(r)).
static double exp_d(double x) {
    double c = x < -746.0 ? -746.0 : x > 710.0 ? 710.0 : x;
    double shifted = fma(c, 0x1.71547652b82fep0, SHIFT_D);
    double k = shifted - SHIFT_D;
    double hi = fma(-k, LN2_HI_D, c);
    double lo = k * LN2_LO_D;
    double r = hi - lo;
    double q = fma(0x1.1e3d38053fed5p-29, r, 0x1.af6bda88a1ap-26);
    q = fma(q, r, 0x1.27e5b435e7988p-22);
    q = fma(q, r, 0x1.71ddf0284fffdp-19);
    q = fma(q, r, 0x1.a01a01369c96ap-16);
    q = fma(q, r, 0x1.a01a01b37b456p-13);
    q = fma(q, r, 0x1.6c16c16c30448p-10);
    q = fma(q, r, 0x1.111111110ec65p-7);
    q = fma(q, r, 0x1.5555555555503p-5);
    q = fma(q, r, 0x1.555555555555bp-3);
    q = fma(q, r, 0.5);
    double y = exp_scale_d(1.0 + (hi + fma(r * r, q, -lo)), shifted);
    return x != x ? NAN_D : y;
}

// Exp.exp2: x = k + r, 2^x = 2^k·(1 + r·ln 2 + r²·q(r)), ln 2 to two words.
static double exp2_d(double x) {
    double c = x < -1080.0 ? -1080.0 : x > 1025.0 ? 1025.0 : x;
    double shifted = c + SHIFT_D;
    double r = c - (shifted - SHIFT_D);
    double q = fma(0x1.c1b5be755b879p-36, r, 0x1.e9f4ebfe0f21ap-32);
    q = fma(q, r, 0x1.e4d12e86b60b9p-28);
    q = fma(q, r, 0x1.b524e64714397p-24);
    q = fma(q, r, 0x1.62c021b1f87eep-20);
    q = fma(q, r, 0x1.ffcbfc700e629p-17);
    q = fma(q, r, 0x1.430912f88e32ep-13);
    q = fma(q, r, 0x1.5d87fe78a3931p-10);
    q = fma(q, r, 0x1.3b2ab6fba4e07p-7);
    q = fma(q, r, 0x1.c6b08d704a0c7p-5);
    q = fma(q, r, 0x1.ebfbdff82c58fp-3);
    double y = 1.0 + fma(r, 0x1.62e42fefa39efp-1, fma(r * r, q, r * 0x1.abc9e3b39803fp-56));
    y = exp_scale_d(y, shifted);
    return x != x ? NAN_D : y;
}

// Log.normal(double, double): log(x·2^(2^52 + 1023 − bias)) for normal positive x; coefficients of FreeBSD's e_log.c.
static double log_normal_d(double x, double bias) {
    ulong bits = as_ulong(x) + (0x3ff0000000000000UL - 0x3fe6a09e667f3bcdUL);
    double k = as_double((bits >> 52) | TWO52_BITS) - bias;
    double f = as_double((bits & 0x000fffffffffffffUL) + 0x3fe6a09e667f3bcdUL) - 1.0;
    double s = f / (2.0 + f);
    double z = s * s;
    double p = fma(1.479819860511658591e-01, z, 1.531383769920937332e-01);
    p = fma(p, z, 1.818357216161805012e-01);
    p = fma(p, z, 2.222219843214978396e-01);
    p = fma(p, z, 2.857142874366239149e-01);
    p = fma(p, z, 3.999999999940941908e-01);
    p = fma(p, z, 6.666666666666735130e-01);
    double square = 0.5 * f * f;
    double tail = fma(s, fma(p, z, square), k * LN2_LO_D) - square;
    double hi = k * LN2_HI_D;
    double sum = hi + f;
    return sum + (((hi - sum) + f) + tail);
}

// Log.log(double); subnormals are scaled up by 2^54 first.
static double log_d(double x) {
    bool tiny = x < DBL_MIN;
    double y = log_normal_d(tiny ? x * 0x1p54 : x, tiny ? TWO52 + 1023 + 54 : TWO52 + 1023);
    y = x <= DBL_MAX ? y : x;
    return x > 0.0 ? y : x == 0.0 ? -INFINITY : NAN_D;
}

// TrigKernel.sinTail; coefficients S2 … S6 of FreeBSD's k_sin.c.
static double sin_tail_d(double z) {
    double s = fma(1.58969099521155010221e-10, z, -2.50507602534068634195e-08);
    s = fma(s, z, 2.75573137070700676789e-06);
    s = fma(s, z, -1.98412698298579493134e-04);
    return fma(s, z, 8.33333333332248946124e-03);
}

// TrigKernel.cosTail; coefficients C1 … C6 of FreeBSD's k_cos.c.
static double cos_tail_d(double z) {
    double c = fma(-1.13596475577881948265e-11, z, 2.08757232129817482790e-09);
    c = fma(c, z, -2.75573143513906633035e-07);
    c = fma(c, z, 2.48015872894767294178e-05);
    c = fma(c, z, -1.38888888888741095749e-03);
    return fma(c, z, 4.16666666666666019037e-02);
}

// TrigKernel.sin(int, double, double): sine of quadrant·π/2 + r + lo; only the two low bits of the quadrant count.
static double sin_reduced_d(uint quadrant, double r, double lo) {
    double z = r * r;
    double v = z * r;
    double s = sin_tail_d(z);
    double sine = r - fma(-v, -1.66666666666666324348e-01, fma(z, fma(-v, s, 0.5 * lo), -lo));
    double c = cos_tail_d(z);
    double half_z = 0.5 * z;
    double w = 1.0 - half_z;
    double cosine = w + (((1.0 - w) - half_z) + fma(z * z, c, -(r * lo)));
    double y = (quadrant & 1) == 0 ? sine : cosine;
    return (quadrant & 2) == 0 ? y : -y;
}

// TrigKernel.plain: sine of quadrant·π/2 + r where r alone is good enough.
static double sin_plain_d(uint quadrant, double r) {
    double z = r * r;
    double s = fma(sin_tail_d(z), z, -1.66666666666666324348e-01);
    double sine = fma(z * r, s, r);
    double c = cos_tail_d(z);
    double cosine = fma(z, fma(z, c, -0.5), 1.0);
    double y = (quadrant & 1) == 0 ? sine : cosine;
    return (quadrant & 2) == 0 ? y : -y;
}

// 2/π·2^1280, most significant word first, after two words of zeros for exponents down to −127.
__constant ulong TWO_OVER_PI[22] = {
    0UL,
    0UL,
    0xa2f9836e4e441529UL,
    0xfc2757d1f534ddc0UL,
    0xdb6295993c439041UL,
    0xfe5163abdebbc561UL,
    0xb7246e3a424dd2e0UL,
    0x06492eea09d1921cUL,
    0xfe1deb1cb129a73eUL,
    0xe88235f52ebb4484UL,
    0xe99c7026b45f7e41UL,
    0x3991d639835339f4UL,
    0x9c845f8bbdf9283bUL,
    0x1ff897ffde05980fUL,
    0xef2f118b5a0a6d1fUL,
    0x6d367ecf27cb09b7UL,
    0x4f463f669e5fea2dUL,
    0x7527bac7ebe5f17bUL,
    0x3d0739f78a5292eaUL,
    0x6bfb5fb11f8d5d08UL,
    0x56033046fc7b6babUL,
    0xf0cfbc209af4361dUL
};

// The top word of (a, b) shifted left by n < 64; b in two shifts, as one by 64 is none.
static ulong shifted_left(ulong a, ulong b, int n) {
    return a << n | b >> 1 >> (63 - n);
}

// The top word of (a, b, c) shifted left by n < 128.
static ulong funnel(ulong a, ulong b, ulong c, int n) {
    return n < 64 ? shifted_left(a, b, n) : shifted_left(b, c, n - 64);
}

// 64 bits of 2/π from the given bit of the table on; the largest double starts its last word at bit 1225.
static ulong two_over_pi(int bit) {
    int i = bit >> 6;
    return shifted_left(TWO_OVER_PI[i], TWO_OVER_PI[i + 1], bit & 63);
}

// PayneHanek.reduce: 2^15 ≤ x < ∞ is quadrant·π/2 + hi + lo modulo 2π; returns the quadrant.
static uint payne_hanek(double x, __private double *hi, __private double *lo) {
    ulong bits = as_ulong(x);
    ulong m = (bits & 0x000fffffffffffffUL) | 0x0010000000000000UL;
    int start = 126 + (int) (bits >> 52) - 1023 - 52;
    ulong w0 = two_over_pi(start);
    ulong w1 = two_over_pi(start + 64);
    ulong w2 = two_over_pi(start + 128);
    // The product modulo 2^192: four quarter turns.
    ulong p2 = m * w2;
    ulong carry = mul_hi(m, w2);
    ulong p1 = m * w1 + carry;
    ulong p0 = m * w0 + mul_hi(m, w1) + (p1 < carry ? 1 : 0);
    uint quadrant = (uint) ((p0 + (1UL << 61)) >> 62);
    // What remains, a signed fraction of a quarter turn in [−½, ½), 190 bits after the point.
    p0 = (ulong) ((long) (p0 << 2) >> 2);
    bool negative = (long) p0 < 0;
    p2 = negative ? -p2 : p2;
    p1 = negative ? ~p1 + (p2 == 0 ? 1 : 0) : p1;
    p0 = negative ? ~p0 + (p2 == 0 && p1 == 0 ? 1 : 0) : p0;
    // Normalised to 128 significant bits; the lead is at most 64 zeros plus a few.
    int zeros = p0 != 0 ? (int) clz(p0) : 64 + (int) clz(p1);
    ulong high = funnel(p0, p1, p2, zeros);
    ulong low = funnel(p1, p2, 0, zeros);
    // 53 + 53 of them as doubles, each exact: high·2^-11, then its rest with what follows.
    double scale = as_double((ulong) (1023 - zeros + 2 - 64) << 52);
    double f = (double) (high >> 11) * 0x1p11 * scale;
    double g = (double) ((high << 53 | low >> 11) >> 11) * 0x1p-42 * scale;
    double pi_half = 0x1.921fb54442d18p0;
    double product = f * pi_half;
    double error = fma(f, pi_half, -product) + fma(f, 0x1.1a62633145c07p-54, g * pi_half);
    double r = product + error;
    double rest = (product - r) + error;
    *hi = negative ? -r : r;
    *lo = negative ? -rest : rest;
    return quadrant;
}

// Trig.quarters(float, int): sin(x + turn·π/2), x ≥ 0; Cody and Waite's reduction up to 2^17.
static float trig_quarters_f(float x, uint turn) {
    float shifted = fma(x, 0x1.45f306p-1f, SHIFT_F);
    float k = shifted - SHIFT_F;
    float exact = fma(-k, 0x1.921fb6p0f, x);
    float p = k * -0x1.777a5cp-25f;
    float r = exact - p;
    float lo = fma(-k, -0x1.ee59dap-50f, ((exact - r) - p) - fma(k, -0x1.777a5cp-25f, -p));
    uint quadrant = as_uint(shifted);
    if (x > 0x1p17f && x <= FLT_MAX) {
        double hi, rest;
        quadrant = payne_hanek((double) x, &hi, &rest);
        r = (float) hi;
        lo = (float) (hi - (double) r);
    }
    float y = sin_reduced_f(quadrant + turn, r, lo);
    return x <= FLT_MAX ? y : NAN_F;
}

// Trig.sin(float); through double above 2^17.
static float sin_f(float x) {
    float y = trig_quarters_f(fabs(x), 0);
    return as_int(x) < 0 && y == y ? -y : y;
}

// Trig.cos(float); through double above 2^17.
static float cos_f(float x) {
    return trig_quarters_f(fabs(x), 1);
}

// Trig.quarters(double, int): sin(x + turn·π/2), x ≥ 0; Cody and Waite's reduction up to 2^31.
static double trig_quarters_d(double x, uint turn) {
    double shifted = fma(x, 0x1.45f306dc9c883p-1, SHIFT_D);
    double k = shifted - SHIFT_D;
    double exact = fma(-k, 0x1.921fb54442d18p0, x);
    double p = k * 0x1.1a62633145c07p-54;
    double r = exact - p;
    double lo = fma(-k, -0x1.f1976b7ed8fbcp-110, ((exact - r) - p) - fma(k, 0x1.1a62633145c07p-54, -p));
    uint quadrant = (uint) as_ulong(shifted);
    if (x > 0x1p31 && x <= DBL_MAX) {
        quadrant = payne_hanek(x, &r, &lo);
    }
    double y = sin_reduced_d(quadrant + turn, r, lo);
    return x <= DBL_MAX ? y : NAN_D;
}

// Trig.sin(double).
static double sin_d(double x) {
    double y = trig_quarters_d(fabs(x), 0);
    return as_long(x) < 0 && y == y ? -y : y;
}

// Trig.cos(double).
static double cos_d(double x) {
    return trig_quarters_d(fabs(x), 1);
}

// Turns.quarters(long, int): the nearest quarter turn from the top bits, the rest as f + g times 2π·2^-64 to two words.
static double turns_quarters_d(ulong word, uint turn) {
    ulong biased = word + (1UL << 61);
    ulong rest = biased & ((1UL << 62) - 1);
    double a = as_double((rest >> 32) | TWO52_BITS) - (0x1p52 + 0x1p29);
    double b = as_double((rest & 0xffffffffUL) | TWO52_BITS) - TWO52;
    double f = fma(a, 0x1p32, b);
    double g = fma(a, 0x1p32, -f) + b;
    double unit = 0x1.921fb54442d18p-62;
    double r = f * unit;
    double lo = fma(f, unit, -r) + fma(f, 0x1.1a62633145c07p-116, g * unit);
    return sin_reduced_d((uint) (biased >> 62) + turn, r, lo);
}

// Turns.sin(long): sin(2π·word/2^64).
static double turns_sin_d(ulong word) {
    return turns_quarters_d(word, 0);
}

// Turns.cos(long): cos(2π·word/2^64).
static double turns_cos_d(ulong word) {
    return turns_quarters_d(word, 1);
}

// Turns.ofQuarters: sin(2π·(turns + turn/4)), |turns| ≤ 2^50; the quarter turns are taken off exactly.
static double turns_of_quarters(double turns, uint turn) {
    double shifted = fma(turns, 4.0, SHIFT_D);
    double r = fma(shifted - SHIFT_D, -0.25, turns) * 0x1.921fb54442d18p2;
    return sin_plain_d((uint) as_ulong(shifted) + turn, r);
}

// Turns.sinOf: sin(2π·turns), |turns| ≤ 2^50.
static double turns_sin_of(double turns) {
    return turns_of_quarters(turns, 0);
}

// Turns.cosOf: cos(2π·turns), |turns| ≤ 2^50.
static double turns_cos_of(double turns) {
    return turns_of_quarters(turns, 1);
}

// InverseTrig.asinTail: (asin y − y)/y³, z = y² ≤ ¼.
static double asin_tail_d(double z) {
    double p = fma(0x1.0b4abb4b55b5p-5, z, -0x1.580b153f08d61p-6);
    p = fma(p, z, 0x1.63a6b94f346bep-6);
    p = fma(p, z, 0x1.e5d1355df7a0fp-9);
    p = fma(p, z, 0x1.613f26047c16bp-7);
    p = fma(p, z, 0x1.7585083caef29p-7);
    p = fma(p, z, 0x1.ca1f9eda6efe6p-7);
    p = fma(p, z, 0x1.1c49ef8d5a059p-6);
    p = fma(p, z, 0x1.6e8bdeed60e6ap-6);
    p = fma(p, z, 0x1.f1c71a9467e4ep-6);
    p = fma(p, z, 0x1.6db6db7214284p-5);
    p = fma(p, z, 0x1.333333332e101p-4);
    return fma(p, z, 0x1.5555555555577p-3);
}

// InverseTrig.asin: y + y³·A(y²) for |x| ≤ ½; above, π/2 − 2·asin √((1 − |x|)/2).
static double asin_d(double x) {
    double size = fabs(x);
    bool small = size <= 0.5;
    double z = small ? size * size : fma(-0.5, size, 0.5);
    double y = small ? size : sqrt(z);
    double tail = (y * z) * asin_tail_d(z);
    double w = fma(-2.0, y, 0x1.921fb54442d18p0);
    double error = fma(-2.0, y, 0x1.921fb54442d18p0 - w);
    double v = small ? y + tail : w + (error - fma(2.0, tail, -0x1.1a62633145c07p-54));
    v = as_long(x) < 0 ? -v : v;
    return size <= 1.0 ? v : NAN_D;
}

// InverseTrig.acos: π/2 − asin x for |x| ≤ ½; above, 2·asin √((1 − |x|)/2) or π minus it.
static double acos_d(double x) {
    double size = fabs(x);
    bool small = size <= 0.5;
    double z = small ? size * size : fma(-0.5, size, 0.5);
    double y = small ? size : sqrt(z);
    double tail = (y * z) * asin_tail_d(z);
    bool negative = as_long(x) < 0;
    double near_zero = 0x1.921fb54442d18p0 - (x - (0x1.1a62633145c07p-54 - (negative ? -tail : tail)));
    double near_left = 0x1.921fb54442d18p1 - 2.0 * (y + (tail - 0x1.1a62633145c07p-54));
    double v = small ? near_zero : negative ? near_left : 2.0 * (y + tail);
    return size <= 1.0 ? v : NAN_D;
}

// InverseTrig.atanTail: (atan t − t)/t³, z = t² ≤ ¼.
static double atan_tail_d(double z) {
    double p = fma(-0x1.11b1da7c12df2p-7, z, 0x1.8333e594a0a73p-6);
    p = fma(p, z, -0x1.2ff17d0d0c4fdp-5);
    p = fma(p, z, 0x1.77e90a6299602p-5);
    p = fma(p, z, -0x1.ac6d455433af1p-5);
    p = fma(p, z, 0x1.e181cc848e808p-5);
    p = fma(p, z, -0x1.110c5f5c5521bp-4);
    p = fma(p, z, 0x1.3b135f0defb32p-4);
    p = fma(p, z, -0x1.745d13752e07dp-4);
    p = fma(p, z, 0x1.c71c71a9df475p-4);
    p = fma(p, z, -0x1.249249245005ap-3);
    p = fma(p, z, 0x1.999999999902p-3);
    return fma(p, z, -0x1.5555555555552p-2);
}

// InverseTrig.atan2: the angle j·π/4 ± atan t, j from 0 to 4, t = n/d or (n − d)/(n + d), n ≤ d of |x| and |y|. Above
// 2^1000 both are scaled down by 2^-10, so that their sum is finite.
static double atan2_d(double y, double x) {
    double size_x = fabs(x);
    double size_y = fabs(y);
    bool steep = size_y > size_x;
    double n = steep ? size_x : size_y;
    double d = steep ? size_y : size_x;
    bool large = d > 0x1p1000;
    n = large ? n * 0x1p-10 : n;
    d = large ? d * 0x1p-10 : d;
    bool infinite = d == INFINITY;
    n = infinite ? (n == INFINITY ? 1.0 : 0.0) : n;
    d = infinite || d == 0.0 ? 1.0 : d;
    bool wide = n + n > d;
    double t = (wide ? n - d : n) / (wide ? n + d : d);
    double z = t * t;
    double a = fma(t * z, atan_tail_d(z), t);
    double j = wide ? 1.0 : 0.0;
    bool left = as_long(x) < 0;
    j = steep ? 2.0 - j : j;
    j = left ? 4.0 - j : j;
    double v = fma(j, 0x1.921fb54442d18p-1, fma(j, 0x1.1a62633145c07p-55, steep != left ? -a : a));
    v = as_long(y) < 0 ? -v : v;
    return x != x || y != y ? NAN_D : v;
}

// InverseTrig.atan: the bits of atan2(x, 1).
static double atan_d(double x) {
    return atan2_d(x, 1.0);
}

// Normal.radius(long): Box and Muller's √(−2·log u), u = fma((double) (word ⋙ 1), 2^-63, 2^-64) in (0, 1].
static double normal_radius_d(ulong word) {
    double u = fma((double) (long) (word >> 1), 0x1p-63, 0x1p-64);
    return sqrt(-2.0 * log_normal_d(u, TWO52 + 1023));
}

// Normal.first(long, long): radius · cosine.
static double normal_first_d(ulong radius_word, ulong turn_word) {
    return normal_radius_d(radius_word) * turns_cos_d(turn_word);
}

// Normal.second(long, long): radius · sine.
static double normal_second_d(ulong radius_word, ulong turn_word) {
    return normal_radius_d(radius_word) * turns_sin_d(turn_word);
}
#endif
