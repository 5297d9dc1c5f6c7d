// Twin of AtspPart and ClosureScalar. The field holds the integers until they are divided: element e is the integer at
// step·e, step 1 for elements of four bytes and 2 for eight. Class: exact; the quotients reproducible.
#define UNIT 1000000

// Integer i·MATRIX_ROW + j of stream MATRIX is entry (i, j). Item = a block of four words, two entries of a row.
kernel void draw_entries(
    const uint items, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const uint blocks, const uint2 by_blocks, const uint step, global int *matrix) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint row = divide(item, by_blocks);
    uint block = item - row * blocks;
    uint instance = divide(row, by_width);
    uint i = row - instance * width;
    uint nodes = nodes_of(instance, width, depot, customers);
    uint4 words = philox(i * (STREAM_MATRIX_ROW / 2) + block, stream_lane(0, STREAM_MATRIX), first + instance, key);
    global int *out = matrix + (size_t) row * width * step;
    uint j = 2 * block;
    out[j * step] = i >= nodes || j >= nodes || j == i ? 0 : below(words.x, words.y, UNIT);
    if (++j < width) {
        out[j * step] = i >= nodes || j >= nodes || j == i ? 0 : below(words.z, words.w, UNIT);
    }
}

// d(i,j) ← min over k of d(i,k) + d(k,j), for k in order. Nothing in row k and column k changes while all go by way of
// k, for d(k,k) = 0, so that work-items need not wait for one another. Group = one instance.
kernel void close_matrix(
    const uint groups, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const uint step,
    global int *matrix) {
    uint instance = get_group_id(0);
    uint nodes = nodes_of(instance, width, depot, customers);
    size_t stride = (size_t) width * step;
    global int *d = matrix + instance * width * stride;
    uint columns = min(nodes, (uint) get_local_size(0));
    uint rows = get_local_size(0) / columns;
    uint from = get_local_id(0) / columns;
    uint column = get_local_id(0) - from * columns;
    for (uint k = 0; k < nodes; k++) {
        barrier(CLK_GLOBAL_MEM_FENCE);
        for (uint i = from < rows ? from : nodes; i < nodes; i += rows) {
            int via = d[i * stride + k * step];
            for (uint j = column; j < nodes; j += columns) {
                int detour = via + d[k * stride + j * step];
                if (detour < d[i * stride + j * step]) {
                    d[i * stride + j * step] = detour;
                }
            }
        }
    }
}

// The same by one work-item an instance, where that is a processor: rows are vectors.
kernel void close_alone(
    const uint items, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const uint step, global int *matrix) {
    uint instance = get_global_id(0);
    if (instance >= items) {
        return;
    }
    uint nodes = nodes_of(instance, width, depot, customers);
    size_t stride = (size_t) width * step;
    global int *d = matrix + instance * width * stride;
    for (uint k = 0; k < nodes; k++) {
        for (uint i = 0; i < nodes; i++) {
            int via = d[i * stride + k * step];
            if (step == 1) {
                for (uint j = 0; j < nodes; j++) {
                    d[i * stride + j] = min(d[i * stride + j], via + d[k * stride + j]);
                }
            } else {
                for (uint j = 0; j < nodes; j++) {
                    d[i * stride + 2 * j] = min(d[i * stride + 2 * j], via + d[k * stride + 2 * j]);
                }
            }
        }
    }
}

// In place, as floats. Item = one element.
kernel void divide_f(const uint items, global int *matrix) {
    uint item = get_global_id(0);
    if (item < items) {
        matrix[item] = as_int(exact_div((float) matrix[item], (float) UNIT));
    }
}

#ifdef FP64
// In place, as doubles. Item = one element.
kernel void divide_d(const uint items, global int2 *matrix) {
    uint item = get_global_id(0);
    if (item < items) {
        matrix[item] = as_int2((double) matrix[item].x / UNIT);
    }
}
#endif
