// Twin of DistancePart for all pairs of nodes, by the measure that stands before. Item = one element of the full
// matrix; a row of items is a row of one matrix. Rows and columns of padded nodes are 0. Class: the measure's.

// From node i to node j of an instance; 0 from a node to itself, by GEO too.
static real pair(const global float *coords, uint instance, uint width, uint nodes, uint i, uint j, real scale) {
    const global float *xy = coords + 2 * (size_t) instance * width;
    real d = distance_of(point_of(xy, i, scale), point_of(xy, j, scale));
    return i == j || i >= nodes || j >= nodes ? 0 : d;
}

kernel void full_matrix(
    const uint rows, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const real scale, const global float *coords, global void *distance) {
    uint j = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= rows) {
        return;
    }
    uint instance = divide(row, by_width);
    uint nodes = nodes_of(instance, width, depot, customers);
    real d = pair(coords, instance, width, nodes, row - instance * width, j, scale);
    store(distance, (size_t) row * width + j, d);
}

// The full matrix where a distance costs more than to store it twice: items above the diagonal do.
kernel void mirrored_matrix(
    const uint rows, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const real scale, const global float *coords, global void *distance) {
    uint j = get_global_id(0);
    uint row = get_global_id(1);
    uint instance = divide(row, by_width);
    uint i = row - instance * width;
    if (row >= rows || j < i) {
        return;
    }
    uint nodes = nodes_of(instance, width, depot, customers);
    real d = pair(coords, instance, width, nodes, i, j, scale);
    store(distance, (size_t) row * width + j, d);
    store(distance, (size_t) (row - i + j) * width + i, d);
}

// The strict upper triangle, row by row: rows before row i hold i·(2·width − i − 1)/2 elements.
kernel void upper_triangle(
    const uint rows, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const real scale, const global float *coords, global void *distance) {
    uint j = get_global_id(0);
    uint row = get_global_id(1);
    uint instance = divide(row, by_width);
    uint i = row - instance * width;
    if (row >= rows || j <= i) {
        return;
    }
    uint nodes = nodes_of(instance, width, depot, customers);
    real d = pair(coords, instance, width, nodes, i, j, scale);
    size_t start = (size_t) instance * (width * (width - 1) / 2) + i * (2 * width - i - 1) / 2;
    store(distance, start + j - i - 1, d);
}
