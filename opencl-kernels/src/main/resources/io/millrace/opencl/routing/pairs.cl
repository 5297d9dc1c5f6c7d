// Twin of DistancePart for all pairs of nodes, by the measure that stands before. Item = one element of the full matrix; a
// row of items is a row of one matrix. Rows and columns of padded nodes are 0. Class: the measure's.

// From node i to node j of an instance; 0 from a node to itself, by GEO too.
static real pair(
    const global float *coords, uint instance, uint width, uint nodes, uint i, uint j, int base, int rounding,
    real scale) {
    const global float *xy = coords + 2 * (size_t) instance * width;
    if (i == j || i >= nodes || j >= nodes) {
        return 0;
    }
    return distance_of(point_of(xy, i, base, scale), point_of(xy, j, base, scale), base, rounding);
}

kernel void full_matrix(
    const uint rows, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const int base,
    const int rounding, const real scale, const int type, const global float *coords, global void *distance) {
    uint j = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= rows) {
        return;
    }
    uint instance = divide(row, by_width);
    uint nodes = nodes_of(instance, width, depot, customers);
    real d = pair(coords, instance, width, nodes, row - instance * width, j, base, rounding, scale);
    store(type, distance, (size_t) row * width + j, d);
}

// The strict upper triangle, row by row: rows before row i hold i·(2·width − i − 1)/2 elements.
kernel void upper_triangle(
    const uint rows, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const int base,
    const int rounding, const real scale, const int type, const global float *coords, global void *distance) {
    uint j = get_global_id(0);
    uint row = get_global_id(1);
    uint instance = divide(row, by_width);
    uint i = row - instance * width;
    if (row >= rows || j <= i) {
        return;
    }
    uint nodes = nodes_of(instance, width, depot, customers);
    real d = pair(coords, instance, width, nodes, i, j, base, rounding, scale);
    size_t start = (size_t) instance * (width * (width - 1) / 2) + i * (2 * width - i - 1) / 2;
    store(type, distance, start + j - i - 1, d);
}
