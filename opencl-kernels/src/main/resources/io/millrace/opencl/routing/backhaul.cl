// Twin of BackhaulSplit: the demand of senders moves to demand_backhaul. Class: exact.

// Item = one instance.
kernel void write_class(
    const uint items, const ulong first, const uint2 key, const int drawn, const int code, global int *classes) {
    uint instance = get_global_id(0);
    if (instance < items) {
        classes[instance] = present(drawn, PRESENCE_BACKHAULS, first + instance, key) ? code : 0;
    }
}

#ifdef FP64
// EACH: customer i where uniform double i is below .2. Item = one node.
kernel void split_each(
    const uint items, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const int drawn, global int *demand, global int *sent) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint instance = divide(item, by_width);
    uint node = item - instance * width;
    ulong index = first + instance;
    bool sends = node >= depot && node < nodes_of(instance, width, depot, customers)
        && present(drawn, PRESENCE_BACKHAULS, index, key)
        && uniform_d_at(node, stream_lane(0, STREAM_BACKHAULS), index, key) < .2;
    int amount = demand[item];
    sent[item] = sends ? amount : 0;
    demand[item] = sends ? 0 : amount;
}
#endif

// EXACT: ⌊n/5⌋ customers. Item = one instance; chosen = its scratch.
kernel void split_exact(
    const uint items, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const int drawn, global int *chosen, global int *demand, global int *sent) {
    uint instance = get_global_id(0);
    if (instance >= items) {
        return;
    }
    size_t row = (size_t) instance * width;
    for (uint i = 0; i < width; i++) {
        sent[row + i] = 0;
    }
    ulong index = first + instance;
    if (!present(drawn, PRESENCE_BACKHAULS, index, key)) {
        return;
    }
    uint count = nodes_of(instance, width, depot, customers) - depot;
    choice(count / 5, count, stream_lane(0, STREAM_BACKHAULS), index, key, chosen + instance, items);
    for (uint k = 0; k < count / 5; k++) {
        size_t at = row + depot + chosen[(size_t) k * items + instance];
        sent[at] = demand[at];
        demand[at] = 0;
    }
}
