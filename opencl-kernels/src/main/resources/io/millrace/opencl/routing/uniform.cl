// Twin of UniformLaw: uniform floats 2i, 2i + 1 of stream COORDINATES are node i. Item = one block of four words of one
// instance, the coordinates of two nodes. Class: exact.
kernel void uniform_coordinates(
    const uint items, const ulong first, const uint2 key, const uint nodes, const uint blocks, const uint2 by_blocks, global float *coords) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint instance = divide(item, by_blocks);
    uint block = item - instance * blocks;
    uint4 words = philox(block, stream_lane(0, STREAM_COORDINATES), first + instance, key);
    global float *out = coords + (size_t) instance * 2 * nodes + 4 * block;
    out[0] = uniform_f(words.x);
    out[1] = uniform_f(words.y);
    if (2 * block + 1 < nodes) {
        out[2] = uniform_f(words.z);
        out[3] = uniform_f(words.w);
    }
}
