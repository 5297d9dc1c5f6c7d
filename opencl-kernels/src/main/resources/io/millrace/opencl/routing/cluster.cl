// Twin of ClusterLaw: moves customers that uniform.cl placed. Class: reproducible.

// The kind of an instance, UNIFORM where nothing is moved.
static int kind_of(int kind, ulong index, uint2 key) {
#ifdef FP64
    if (kind == KIND_MIX_DISTRIBUTION) {
        double p = uniform_d_at(0, stream_lane(0, STREAM_MIXTURE), index, key);
        return p <= .33 ? KIND_MIXED : p <= .66 ? KIND_CLUSTER : KIND_UNIFORM;
    }
#endif
    return kind;
}

// The nearest number of [0, 1].
static float unit(float x) {
    return x > 0 ? x < 1 ? x : 1 : 0;
}

// centre + .07·normal, clamped to [0, 1], for both axes.
static void move(global float *xy, uint node, uint cluster, ulong index, uint2 key) {
    uint lane = stream_lane(0, STREAM_CENTRES);
    float2 normals = normals_f_at(node, stream_lane(0, STREAM_DISPLACEMENT), index, key);
    float x = .2f + .6f * uniform_f_at(2 * cluster, lane, index, key) + .07f * normals.x;
    float y = .2f + .6f * uniform_f_at(2 * cluster + 1, lane, index, key) + .07f * normals.y;
    xy[2 * node] = unit(x);
    xy[2 * node + 1] = unit(y);
}

// CLUSTER: customer i of n to cluster ⌊3·i/n⌋. Item = one node.
kernel void move_all(
    const uint items, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const int kind, global float *coords) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint instance = divide(item, by_width);
    uint node = item - instance * width;
    uint nodes = nodes_of(instance, width, depot, customers);
    if (node >= depot && node < nodes && kind_of(kind, first + instance, key) == KIND_CLUSTER) {
        uint cluster = (node - depot) * 3 / (nodes - depot);
        move(coords + 2 * (size_t) instance * width, node, cluster, first + instance, key);
    }
}

// MIXED: a random half of the customers to cluster 0. Item = one instance; chosen = its scratch.
kernel void move_half(
    const uint items, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const int kind, global int *chosen, global float *coords) {
    uint instance = get_global_id(0);
    if (instance >= items || kind_of(kind, first + instance, key) != KIND_MIXED) {
        return;
    }
    uint count = nodes_of(instance, width, depot, customers) - depot;
    choice(count / 2, count, stream_lane(0, STREAM_PICK), first + instance, key, chosen + instance, items);
    for (uint i = 0; i < count / 2; i++) {
        uint node = depot + chosen[(size_t) i * items + instance];
        move(coords + 2 * (size_t) instance * width, node, 0, first + instance, key);
    }
}
