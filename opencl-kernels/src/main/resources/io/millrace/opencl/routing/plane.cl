// Twin of Measure.Plane: distances in double arithmetic on scaled coordinates. Class: reproducible.
typedef double2 point;

static point point_of(const global float *xy, uint node, real scale) {
    return (point) (xy[2 * node] * scale, xy[2 * node + 1] * scale);
}

static real distance_of(point a, point b) {
    double dx = a.x - b.x;
    double dy = a.y - b.y;
    double d;
    switch (MEASURE_BASE) {
        case BASE_EUCLIDEAN:
            d = sqrt(dx * dx + dy * dy);
            break;
        case BASE_PSEUDO_EUCLIDEAN:
            d = sqrt((dx * dx + dy * dy) / 10);
            break;
        case BASE_MANHATTAN:
            d = fabs(dx) + fabs(dy);
            break;
        default:
            d = fabs(dx) > fabs(dy) ? fabs(dx) : fabs(dy);
    }
    return rounded(d);
}
