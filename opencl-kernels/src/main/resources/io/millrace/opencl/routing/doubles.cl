// What Plane and Sphere share. Class: reproducible.
typedef double real;

// 0 ≤ d < 2^51 to the nearest integer, ties to even; processors call functions for rint, floor and ceil, lane
// by lane.
static real nearest_of(real d) {
    return (d + 0x1p52) - 0x1p52;
}

static real floor_of(real d) {
    real n = nearest_of(d);
    return n > d ? n - 1 : n;
}

static real ceil_of(real d) {
    real n = nearest_of(d);
    return n < d ? n + 1 : n;
}

// DistanceScalar.rounded.
static real rounded(real d) {
    switch (MEASURE_ROUNDING) {
        case ROUNDING_ROUND:
            return floor_of(d + .5);
        case ROUNDING_TRUNC:
            return floor_of(d);
        case ROUNDING_CEIL:
            return ceil_of(d);
        case ROUNDING_DIMACS:
            return floor_of(d * 10);
        case ROUNDING_EXACT:
            return nearest_of(d * 1000);
        default:
            return d;
    }
}

// DistanceRow.storeDoubles.
static void store(global void *to, size_t at, real value) {
    switch (MEASURE_TYPE) {
        case DTYPE_F8:
            ((global double *) to)[at] = value;
            break;
        case DTYPE_I4:
            ((global int *) to)[at] = (int) value;
            break;
        default:
            ((global float *) to)[at] = (float) value;
    }
}
