// Twin of MixtureLaw: moves nodes that uniform.cl placed. Class: reproducible.
#ifdef FP64
constant int MODES_OF[] = ELEVEN_MODES;
constant int SPREAD_OF[] = ELEVEN_SPREAD;

// The extent of a group's instance along an axis, and where it starts.
static float extent(const global float *xy, uint nodes, uint axis, local float *scratch, private float *least) {
    float low = INFINITY;
    float high = -INFINITY;
    for (uint i = get_local_id(0); i < nodes; i += get_local_size(0)) {
        low = xy[2 * i + axis] < low ? xy[2 * i + axis] : low;
        high = xy[2 * i + axis] > high ? xy[2 * i + axis] : high;
    }
    *least = group_min_f(low, scratch);
    return group_max_f(high, scratch) - *least;
}

// v ↦ (v − least)/side, moved to the middle of [0, 1] where the extent is less than the side; a single point to ½.
static void rescale(global float *xy, uint nodes, uint axis, float least, float length, float side) {
    float margin = side > 0 ? .5f * (1 - exact_div(length, side)) : .5f;
    for (uint i = get_local_id(0); i < nodes; i += get_local_size(0)) {
        float value = side > 0 ? exact_div(xy[2 * i + axis] - least, side) + margin : margin;
        xy[2 * i + axis] = value < 1 ? value : 1;
    }
}

// (modes, spread) of a law, or eleven laws from which each instance draws. Group = one instance; a node is always
// the same work-item's.
kernel void mixture(
    const uint groups, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const int eleven, const int modes, const int spread, local float *scratch,
    global float *coords) {
    uint instance = get_group_id(0);
    ulong index = first + instance;
    uint nodes = nodes_of(instance, width, depot, customers);
    global float *xy = coords + 2 * (size_t) instance * width;
    uint mixing = stream_lane(0, STREAM_MIXTURE);
    int component = eleven ? below_at(0, mixing, index, key, eleven) : 0;
    int m = eleven ? MODES_OF[component] : modes;
    int c = eleven ? SPREAD_OF[component] : spread;
    if (m == 0) {
        return;
    }
    bool correlated = m == 1 && c == 1;
    float correlation = (float) uniform_d_at(1, mixing, index, key);
    float rest = (float) sqrt(1 - (double) correlation * correlation);
    uint centres = stream_lane(0, STREAM_CENTRES);
    for (uint i = get_local_id(0); i < nodes; i += get_local_size(0)) {
        float2 normals = normals_f_at(i, stream_lane(0, STREAM_DISPLACEMENT), index, key);
        if (correlated) {
            xy[2 * i] = normals.x;
            xy[2 * i + 1] = correlation * normals.x + rest * normals.y;
        } else {
            uint mode = below_at(i, stream_lane(0, STREAM_PICK), index, key, m);
            xy[2 * i] = c * uniform_f_at(2 * mode, centres, index, key) + normals.x;
            xy[2 * i + 1] = c * uniform_f_at(2 * mode + 1, centres, index, key) + normals.y;
        }
    }
    float left, bottom;
    float wide = extent(xy, nodes, 0, scratch, &left);
    float high = extent(xy, nodes, 1, scratch, &bottom);
    float side = wide > high ? wide : high;
    rescale(xy, nodes, 0, left, wide, correlated ? side : wide);
    rescale(xy, nodes, 1, bottom, high, correlated ? side : high);
}
#endif
