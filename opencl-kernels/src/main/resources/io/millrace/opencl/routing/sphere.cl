// Twin of Sphere: distances between points given in degrees. Class: reproducible.
typedef struct {
    double latitude;
    double longitude;
    double cosine;
} point;

// For GEO the fraction of DDD.MM is minutes.
static double radians_of(double angle) {
    if (MEASURE_BASE != BASE_GEO) {
        return angle * (0x1.921fb54442d18p1 / 180);
    }
    double whole = floor(angle);
    return 3.141592 * (whole + 5 * (angle - whole) / 3) / 180;
}

static point point_of(const global float *xy, uint node, real scale) {
    point p;
    p.latitude = radians_of(xy[2 * node] * scale);
    p.longitude = radians_of(xy[2 * node + 1] * scale);
    p.cosine = MEASURE_BASE == BASE_GEO ? 0 : cos_d(p.latitude);
    return p;
}

static double geo(point a, point b) {
    double q1 = cos_d(a.longitude - b.longitude);
    double q2 = cos_d(a.latitude - b.latitude);
    double q3 = cos_d(a.latitude + b.latitude);
    double cosine = .5 * ((1 + q1) * q2 - (1 - q1) * q3);
    return 6378.388 * acos_d(cosine > -1 ? cosine < 1 ? cosine : 1.0 : -1.0) + 1;
}

static double haversine(point a, point b) {
    double sin_latitude = sin_d((a.latitude - b.latitude) / 2);
    double sin_longitude = sin_d((a.longitude - b.longitude) / 2);
    double h = sin_latitude * sin_latitude + a.cosine * b.cosine * (sin_longitude * sin_longitude);
    double s = sqrt(h);
    return 2 * 6371.0088 * asin_d(s < 1 ? s : 1.0);
}

static real distance_of(point a, point b) {
    return rounded(MEASURE_BASE == BASE_GEO ? geo(a, b) : haversine(a, b));
}
