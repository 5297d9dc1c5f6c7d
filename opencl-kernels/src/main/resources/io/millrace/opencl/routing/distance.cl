// Twin of MatrixScalar: the full Euclidean matrix in floats. Item = one element; a row of items is a row of one matrix.
// Class: reproducible.
kernel void euclidean_matrix(
    const uint rows, const uint nodes, const uint2 by_nodes, const global float *coords, global float *distance) {
    uint j = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= rows) {
        return;
    }
    uint start = divide(row, by_nodes) * nodes;
    float dx = coords[2 * (size_t) row] - coords[2 * (size_t) (start + j)];
    float dy = coords[2 * (size_t) row + 1] - coords[2 * (size_t) (start + j) + 1];
    distance[(size_t) row * nodes + j] = exact_sqrt(dx * dx + dy * dy);
}
