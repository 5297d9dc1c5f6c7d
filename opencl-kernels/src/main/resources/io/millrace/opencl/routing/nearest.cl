// Twin of Nearest: the k nearest of a row, by the measure that stands before: by distance, then by index. Item = one
// row. Class: exact.
//
// The host defines PRIVATE_NEIGHBOURS: k where a work-item holds its list itself; 0 where the list is too long for that,
// and stands in best (which may be the field) and in the field of neighbours.
kernel void nearest(
    const uint items, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const real scale, const uint k, const global float *coords, global int *neighbours, global void *distance,
    global real *best_rows) {
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
#if PRIVATE_NEIGHBOURS
    real best[PRIVATE_NEIGHBOURS];
    int index[PRIVATE_NEIGHBOURS];
#else
    global real *best = best_rows + row;
    global int *index = neighbours + row;
#endif
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
        for (; at > 0 && best[at - 1] > d; at--) {
            best[at] = best[at - 1];
            index[at] = index[at - 1];
        }
        best[at] = d;
        index[at] = j;
        worst = best[found - 1];
    }
    for (uint m = 0; m < k; m++) {
        neighbours[row + m] = index[m];
        store(distance, row + m, best[m]);
    }
}
