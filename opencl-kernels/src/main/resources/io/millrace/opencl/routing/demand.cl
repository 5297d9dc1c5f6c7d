// Twin of DemandPart where every customer has one law: integer i of stream DEMAND is the demand of node i. Item = one block
// of four words of one instance, two nodes. Class: exact.
kernel void plain_demand(
    const uint items, const ulong first, const uint2 key, const uint nodes, const uint blocks, const uint2 by_blocks, const int origin,
    const int bound, const int vehicle, global int *demand, global int *capacity) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint instance = divide(item, by_blocks);
    uint block = item - instance * blocks;
    uint4 words = philox(block, stream_lane(0, STREAM_DEMAND), first + instance, key);
    global int *out = demand + (size_t) instance * nodes + 2 * block;
    out[0] = block == 0 ? 0 : origin + below(words.x, words.y, bound);
    if (2 * block + 1 < nodes) {
        out[1] = origin + below(words.z, words.w, bound);
    }
    if (block == 0) {
        capacity[instance] = vehicle;
    }
}
