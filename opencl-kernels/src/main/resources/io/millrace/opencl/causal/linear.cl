// LinearWorlds: twin worlds of one target in closed form.

// The total effect of each world's target on each node, and whether it leads there, an item a world.
kernel void total_effects(
    uint world_count,
    uint worlds,
    uint width,
    const global int *instances,
    const global int *nodes,
    const global int *targets,
    const global int *cause_lists,
    const global float *number_lists,
    global float *effects,
    global uchar *touched) {
    uint place = get_global_id(0);
    if (place >= world_count) {
        return;
    }
    uint k = place / worlds;
    const global int *instance = instances + k * INSTANCE_WIDTH;
    int target = targets[(size_t) place * TARGET_WIDTH + 1];
    size_t own = (size_t) place * width;
    for (uint p = 0; p < (uint) instance[INSTANCE_NODES]; p++) {
        const global int *node = nodes + (size_t) (k * width + p) * NODE_WIDTH;
        const global int *cause = cause_lists + node[NODE_CAUSE_START];
        const global float *w = number_lists + node[NODE_NUMBER_START];
        bool is_target = node[NODE_LABEL] == target;
        bool led = is_target;
        float sum = 0.0f;
        for (int c = 0; c < node[NODE_CAUSES]; c++) {
            sum = fma(w[c], effects[own + cause[c]], sum);
            led = led || touched[own + cause[c]] != 0;
        }
        effects[own + node[NODE_LABEL]] = is_target ? 1.0f : sum;
        touched[own + node[NODE_LABEL]] = led ? 1 : 0;
    }
}

// The rows of tensors, an item an element: nodes are the inner index.
kernel void linear_rows(
    uint row_count,
    uint2 by_rows,
    uint2 by_worlds,
    uint rows,
    uint worlds,
    uint width,
    uint stride,
    uint world_stride,
    int scaling,
    float largest,
    int shifts,
    int per_row,
    int law,
    float law_first,
    float law_second,
    const global int *instances,
    const global int *targets,
    const global float *effects,
    const global uchar *touched,
    const global float *x,
    const global float *moments,
    ulong first,
    uint2 key,
    global int *flags,
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
    float before = 0.0f;
    float value = 0.0f;
    if (t < (uint) instance[INSTANCE_WORLDS] && j < (uint) instance[INSTANCE_NODES]) {
        const global int *target = targets + (size_t) place * TARGET_WIDTH;
        const global float *base = x + (size_t) k * width * stride + r;
        Values values = {law, law_first, law_second, per_row, world_stride};
        float change = 0.0f + value_at(
            values,
            as_float(target[2]),
            t,
            r,
            instance[INSTANCE_ATTEMPT],
            first + (ulong) instance[INSTANCE_SLOT],
            key);
        bool set = shifts == 0 && target[1] == (int) j;
        float move = shifts != 0 ? change : change - base[target[1] * stride];
        size_t own = (size_t) place * width + j;
        before = base[j * stride];
        value = set ? change : fma(effects[own], move, before);
        bool good = fabs(value) <= largest;
        if (scaling == SCALING_Z_SCORE) {
            const global float *constants = moments + ((size_t) k * width + j) * MOMENTS;
            before = (before - constants[0]) * constants[2];
            value = touched[own] != 0 ? (value - constants[0]) * constants[2] : before;
            good = good && fabs(value) <= FLT_MAX;
        }
        if (!good) {
            flags[k] = 1;
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
