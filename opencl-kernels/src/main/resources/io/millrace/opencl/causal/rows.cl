// The rows of tensors from columns, an item an element: nodes are the inner index.

// A node's value in the base as it is written.
static float base_written(const global float *x, const global float *constants, size_t column, size_t row, int scaling) {
    float value = x[column + row];
    return scaling == SCALING_NONE ? value : (value - constants[0]) * constants[2];
}

kernel void base_rows(
    uint row_count,
    uint2 by_rows,
    uint rows,
    uint width,
    uint stride,
    int scaling,
    const global int *instances,
    const global float *x,
    const global float *moments,
    global float *base) {
    uint j = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= row_count) {
        return;
    }
    uint k = divide(row, by_rows);
    uint r = row - k * rows;
    const global int *instance = instances + k * INSTANCE_WIDTH;
    bool there = j < (uint) instance[INSTANCE_NODES];
    size_t node = (size_t) k * width + j;
    float value = there ? base_written(x, moments + node * MOMENTS, node * stride, r, scaling) : 0.0f;
    base[((size_t) instance[INSTANCE_SLOT] * rows + r) * width + j] = value;
}

kernel void world_rows(
    uint row_count,
    uint2 by_rows,
    uint2 by_worlds,
    uint rows,
    uint worlds,
    uint width,
    uint stride,
    uint world_stride,
    int scaling,
    const global int *instances,
    const global float *x,
    const global float *w,
    const global uchar *touched,
    const global float *moments,
    int has_intervened,
    int has_delta,
    global float *intervened,
    global float *delta) {
    uint j = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= row_count) {
        return;
    }
    uint place = divide(row, by_rows);
    uint r = row - place * rows;
    uint k = divide(place, by_worlds);
    uint t = place - k * worlds;
    const global int *instance = instances + k * INSTANCE_WIDTH;
    bool there = t < (uint) instance[INSTANCE_WORLDS] && j < (uint) instance[INSTANCE_NODES];
    float before = 0.0f;
    float value = 0.0f;
    if (there) {
        size_t node = (size_t) k * width + j;
        const global float *constants = moments + node * MOMENTS;
        size_t own = (size_t) place * width + j;
        bool same = touched[own] == 0;
        // fresh worlds may have more rows than the base, all of which they make
        before = same || has_delta != 0 ? base_written(x, constants, node * stride, r, scaling) : 0.0f;
        value = same ? before : w[own * world_stride + r];
        if (!same && scaling == SCALING_Z_SCORE) {
            value = (value - constants[0]) * constants[2];
        }
    }
    size_t element = (((size_t) instance[INSTANCE_SLOT] * worlds + t) * rows + r) * width + j;
    if (has_intervened != 0) {
        intervened[element] = value;
    }
    if (has_delta != 0) {
        delta[element] = value - before;
    }
}
