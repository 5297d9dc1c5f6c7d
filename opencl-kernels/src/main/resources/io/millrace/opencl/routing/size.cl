// Twin of SizePart. Class: exact.

// Integer 0 of stream SIZE. Item = one instance.
kernel void draw_sizes(
    const uint items, const ulong first, const uint2 key, const int least, const int sizes, global int *customers) {
    uint instance = get_global_id(0);
    if (instance >= items) {
        return;
    }
    customers[instance] = least + below_at(0, stream_lane(0, STREAM_SIZE), first + instance, key, sizes);
}

// Item = one node.
kernel void mask_rows(
    const uint items, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    global uchar *mask) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint instance = divide(item, by_width);
    mask[item] = item - instance * width < nodes_of(instance, width, depot, customers);
}
