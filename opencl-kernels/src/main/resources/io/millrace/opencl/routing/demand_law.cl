// Twin of DemandPart where laws differ from instance to instance or node to node, or instances are padded.
// Class: exact; the number of large customers reproducible.
constant int LEAST_OF[] = DEMAND_LEAST;
constant int MOST_OF[] = DEMAND_MOST;

// Whether a node lies in quadrant I or III about the square's centre (centre, centre).
static bool odd_quadrant(const global float *xy, float centre) {
    return (xy[0] >= centre) == (xy[1] >= centre);
}

// Integer i of stream DEMAND is the demand of node i; of SMALL_LARGE a small one. Item = one node.
kernel void demand_by_law(
    const uint items, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const int asked, const float centre, const global float *coords,
    global int *demand) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint instance = divide(item, by_width);
    uint node = item - instance * width;
    ulong index = first + instance;
    int law = demand_law(asked, index, key);
    int least = LEAST_OF[law];
    int bound = MOST_OF[law] - least + 1;
    if (law == DEMAND_QUADRANT) {
        least = odd_quadrant(coords + 2 * (size_t) item, centre) ? 51 : 1;
        bound = 50;
    } else if (law == DEMAND_SMALL_LARGE) {
        least = 1;
        bound = 10;
    }
    bool served = node >= depot && node < nodes_of(instance, width, depot, customers);
    demand[item] = served ? least + below_at(node, stream_lane(0, STREAM_DEMAND), index, key, bound) : 0;
}

#ifdef FP64
// SMALL_LARGE: ⌊1.5·n/r⌋ customers, but no more than all, are large. Item = one instance; chosen = its scratch.
kernel void enlarge(
    const uint items, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const int asked, const int route, global int *chosen, global int *demand) {
    uint instance = get_global_id(0);
    ulong index = first + instance;
    if (instance >= items || demand_law(asked, index, key) != DEMAND_SMALL_LARGE) {
        return;
    }
    int count = nodes_of(instance, width, depot, customers) - depot;
    double share = 1.5 * count / route_length(route, index, key);
    int large = share < count ? (int) share : count;
    choice(large, count, stream_lane(0, STREAM_LARGE), index, key, chosen + instance, items);
    for (int k = 0; k < large; k++) {
        uint node = depot + chosen[(size_t) k * items + instance];
        demand[(size_t) instance * width + node] =
            50 + below_at(node, stream_lane(0, STREAM_DEMAND), index, key, 51);
    }
}
#endif
