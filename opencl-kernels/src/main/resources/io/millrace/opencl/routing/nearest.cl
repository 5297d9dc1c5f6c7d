// Twin of Nearest: the k nearest of a row, by the measure that stands before: by distance, then by index. Item = one
// row; best holds its k distances as they are compared, and may be the field. Class: exact.
kernel void nearest(
    const uint items, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const real scale, const uint k, const global float *coords, global int *neighbours, global void *distance,
    global real *best) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint instance = divide(item, by_width);
    uint self = item - instance * width;
    uint nodes = nodes_of(instance, width, depot, customers);
    size_t row = (size_t) item * k;
    if (self >= nodes) {
        for (uint m = 0; m < k; m++) {
            neighbours[row + m] = -1;
            store(distance, row + m, 0);
        }
        return;
    }
    const global float *xy = coords + 2 * (size_t) instance * width;
    point here = point_of(xy, self, scale);
    uint found = 0;
    real worst = INFINITY;
    for (uint j = 0; j < nodes; j++) {
        if (j == self) {
            continue;
        }
        real d = distance_of(here, point_of(xy, j, scale));
        if (found == k && d >= worst) {
            continue;
        }
        uint at = found < k ? found++ : k - 1;
        for (; at > 0 && best[row + at - 1] > d; at--) {
            best[row + at] = best[row + at - 1];
            neighbours[row + at] = neighbours[row + at - 1];
        }
        best[row + at] = d;
        neighbours[row + at] = j;
        worst = best[row + found - 1];
    }
    for (uint m = 0; m < k; m++) {
        store(distance, row + m, best[row + m]);
    }
}
