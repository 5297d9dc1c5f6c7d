// Twin of ConstraintPart. Class: reproducible.

#ifdef FP64
// Node i draws uniform doubles 3i … 3i + 2 of stream WINDOWS. Item = one node.
kernel void time_windows(
    const uint items, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const int drawn, const int law, const double horizon, const global float *coords,
    global float *windows, global float *service) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint instance = divide(item, by_width);
    uint node = item - instance * width;
    ulong index = first + instance;
    bool used = node < nodes_of(instance, width, depot, customers);
    bool limited = present(drawn, PRESENCE_TIME_WINDOWS, index, key);
    double duration = 0;
    double start = 0;
    double end = !used ? 0 : limited ? horizon : INFINITY;
    if (used && limited && node >= depot) {
        uint lane = stream_lane(0, STREAM_WINDOWS);
        double distance = from_depot(coords + 2 * (size_t) instance * width, node);
        double u0 = uniform_d_at(3 * node, lane, index, key);
        double u1 = uniform_d_at(3 * node + 1, lane, index, key);
        double u2 = uniform_d_at(3 * node + 2, lane, index, key);
        if (law == WINDOWS_LIU24) {
            duration = .15 + .03 * u0;
            double length = .18 + .02 * u1;
            start = distance + (horizon - duration - length - 2 * distance) * u2;
            end = start + length;
        } else {
            duration = .2;
            double least = duration / 2;
            double half_width = least + (horizon / 3 - least) * u1;
            double centre = distance + (horizon - duration - 2 * distance) * u2;
            start = centre - half_width > 0 ? centre - half_width : 0;
            end = centre + half_width < horizon ? centre + half_width : horizon;
        }
    }
    service[item] = (float) duration;
    windows[2 * (size_t) item] = (float) start;
    windows[2 * (size_t) item + 1] = (float) end;
}

// U(2·D, max(2.8, 2·D)), D the largest distance from the depot. Group = one instance.
kernel void drawn_limit(
    const uint groups, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const int drawn, local double *scratch, const global float *coords,
    global float *limit) {
    uint instance = get_group_id(0);
    ulong index = first + instance;
    uint nodes = nodes_of(instance, width, depot, customers);
    double farthest = 0;
    for (uint i = get_local_id(0); i < nodes; i += get_local_size(0)) {
        double d = from_depot(coords + 2 * (size_t) instance * width, i);
        farthest = d > farthest ? d : farthest;
    }
    farthest = group_max_d(farthest, scratch);
    if (get_local_id(0) == 0) {
        double least = 2 * farthest;
        double most = least > 2.8 ? least : 2.8;
        double value = least + (most - least) * uniform_d_at(0, stream_lane(0, STREAM_LIMIT), index, key);
        limit[instance] = present(drawn, PRESENCE_LIMIT, index, key) ? (float) value : INFINITY;
    }
}
#endif

// Item = one instance.
kernel void given_limit(
    const uint items, const ulong first, const uint2 key, const int drawn, const float given, global float *limit) {
    uint instance = get_global_id(0);
    if (instance < items) {
        limit[instance] = present(drawn, PRESENCE_LIMIT, first + instance, key) ? given : INFINITY;
    }
}

// Item = one instance.
kernel void open_routes(
    const uint items, const ulong first, const uint2 key, const int drawn, global uchar *open) {
    uint instance = get_global_id(0);
    if (instance < items) {
        open[instance] = present(drawn, PRESENCE_OPEN_ROUTES, first + instance, key);
    }
}

// Depot, placement, demand and route length: ordinals, or −1 where there is no such class. Item = one instance.
kernel void write_classes(
    const uint items, const ulong first, const uint2 key, const int depot_class, const int placement,
    const int demand, const int route, global int *classes) {
    uint instance = get_global_id(0);
    if (instance >= items) {
        return;
    }
    ulong index = first + instance;
    global int *out = classes + 4 * (size_t) instance;
    out[0] = pick(depot_class, 0, DEPOT_ANY, 0, index, key);
    out[1] = pick(placement, 0, PLACEMENT_ANY, 1, index, key);
    out[2] = demand_law(demand, index, key);
    out[3] = route_law(route, index, key);
}
