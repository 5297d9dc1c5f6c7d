// Twin of Measure.Floats: distances in float arithmetic on the coordinates as they are. Class: reproducible.
//
// The host defines MEASURE_BASE, MEASURE_ROUNDING and MEASURE_TYPE, for this and the other measures.
typedef float real;
typedef float2 point;

static point point_of(const global float *xy, uint node, real scale) {
    return (point) (xy[2 * node], xy[2 * node + 1]);
}

static real distance_of(point a, point b) {
    float dx = a.x - b.x;
    float dy = a.y - b.y;
    switch (MEASURE_BASE) {
        case BASE_EUCLIDEAN:
            return exact_sqrt(dx * dx + dy * dy);
        case BASE_MANHATTAN:
            return fabs(dx) + fabs(dy);
        default:
            return fabs(dx) > fabs(dy) ? fabs(dx) : fabs(dy);
    }
}

static void store(global void *to, size_t at, real value) {
    ((global float *) to)[at] = value;
}
