// Twin of DemandPart's capacity and route length. Class: exact; by the route length reproducible.

// Of a table by the number of customers, from the fewest on. Item = one instance.
kernel void fixed_capacity(
    const uint items, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const uint fewest,
    const global int *table, global int *capacity) {
    uint instance = get_global_id(0);
    if (instance < items) {
        capacity[instance] = table[nodes_of(instance, width, depot, customers) - depot - fewest];
    }
}

#ifdef FP64
// Item = one instance.
kernel void draw_route_length(
    const uint items, const ulong first, const uint2 key, const int route, global double *route_lengths) {
    uint instance = get_global_id(0);
    if (instance < items) {
        route_lengths[instance] = route_length(route, first + instance, key);
    }
}

// max(largest demand, ⌈r·Σq/n⌉). Group = one instance.
kernel void route_capacity(
    const uint groups, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    local int *scratch,
    const global int *demand, const global double *route_lengths, global int *capacity) {
    uint instance = get_group_id(0);
    uint nodes = nodes_of(instance, width, depot, customers);
    const global int *of = demand + (size_t) instance * width;
    int sum = 0;
    int most = 0;
    for (uint i = get_local_id(0); i < nodes; i += get_local_size(0)) {
        sum += of[i];
        most = max(most, of[i]);
    }
    sum = group_sum(sum, scratch);
    most = group_max(most, scratch);
    if (get_local_id(0) == 0) {
        capacity[instance] = max(most, (int) ceil(route_lengths[instance] * sum / (nodes - depot)));
    }
}
#endif
