// Moments: mean, deviation and factor of the columns at the positions from on of the causal order, an item a column. Sums of sixteen.
#ifdef FP64
static double sum_of(const global float *x, uint rows, double centre, bool square) {
    double sums[16];
    for (uint s = 0; s < 16; s++) {
        sums[s] = 0;
    }
    for (uint r = 0; r < rows; r++) {
        double value = (double) x[r] - centre;
        sums[r % 16] += square ? value * value : value;
    }
    for (uint apart = 1; apart < 16; apart *= 2) {
        for (uint s = 0; s < 16; s += 2 * apart) {
            sums[s] += sums[s + apart];
        }
    }
    return sums[0];
}

kernel void moments(
    uint instance_count,
    uint from,
    uint width,
    uint stride,
    uint rows,
    const global int *instances,
    const global int *nodes,
    const global float *x,
    global float *constants) {
    uint p = from + get_global_id(0);
    uint k = get_global_id(1);
    if (k >= instance_count || p >= (uint) instances[k * INSTANCE_WIDTH + INSTANCE_NODES]) {
        return;
    }
    uint label = nodes[(size_t) (k * width + p) * NODE_WIDTH + NODE_LABEL];
    const global float *column = x + (size_t) (k * width + label) * stride;
    double centre = sum_of(column, rows, 0.0, false) / (double) rows;
    float root = (float) sqrt(sum_of(column, rows, centre, true) / (double) rows);
    float deviation = root >= FLT_MIN ? root : 1.0f;
    global float *to = constants + (size_t) (k * width + label) * MOMENTS;
    to[0] = (float) centre;
    to[1] = deviation;
    to[2] = exact_div(1.0f, deviation);
}
#endif
