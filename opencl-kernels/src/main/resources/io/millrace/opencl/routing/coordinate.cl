// Twin of CoordinatePart: padding and the symmetries of the square. Class: exact, but for one subtraction.

// Item = one node.
kernel void clear_padding(
    const uint items, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    global float *coords) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint instance = divide(item, by_width);
    if (item - instance * width >= nodes_of(instance, width, depot, customers)) {
        coords[2 * (size_t) item] = 0;
        coords[2 * (size_t) item + 1] = 0;
    }
}

// Kwon et al. 2020 (POMO), table 1: bit 0 mirrors the first coordinate, bit 1 the second, bit 2 swaps the inputs.
// Item = one node of one image.
kernel void reflect(
    const uint items, const uint width, const uint2 by_width, const uint depot, const global int *customers,
    const float side,
    const global float *coords, global float *images) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint image = divide(item, by_width);
    uint node = item - image * width;
    uint instance = image / 8;
    uint symmetry = image % 8;
    size_t at = 2 * ((size_t) instance * width + node);
    bool used = node < nodes_of(instance, width, depot, customers);
    float one = coords[symmetry < 4 ? at : at + 1];
    float two = coords[symmetry < 4 ? at + 1 : at];
    images[2 * (size_t) item] = !used ? 0 : (symmetry & 1) == 0 ? one : side - one;
    images[2 * (size_t) item + 1] = !used ? 0 : (symmetry & 2) == 0 ? two : side - two;
}
