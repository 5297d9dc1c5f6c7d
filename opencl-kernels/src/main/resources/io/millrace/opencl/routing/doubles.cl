// What Plane and Sphere share. Class: reproducible.
typedef double real;

// DistanceScalar.rounded.
static real rounded(real d) {
    switch (MEASURE_ROUNDING) {
        case ROUNDING_ROUND:
            return floor(d + .5);
        case ROUNDING_TRUNC:
            return floor(d);
        case ROUNDING_CEIL:
            return ceil(d);
        case ROUNDING_DIMACS:
            return floor(d * 10);
        case ROUNDING_EXACT:
            return rint(d * 1000);
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
