// What routing's kernels share. width = rows of the largest instance, by_width divides by it; depot = 1 where row 0 is
// one, else 0; customers = the field where sizes are drawn, else null: all instances are of the largest size.

// Rows in use.
static uint nodes_of(uint instance, uint width, uint depot, const global int *customers) {
    return customers ? (uint) customers[instance] + depot : width;
}

// Presence.of.
static bool present(int drawn, uint constraint, ulong index, uint2 key) {
    return !drawn || (int) word_at(constraint, stream_lane(0, STREAM_VARIANT), index, key) < 0;
}

// A class's ordinal: what was asked for, or integer k of the class stream for one from origin to before any.
static int pick(int asked, int origin, int any, uint k, ulong index, uint2 key) {
    return asked != any ? asked : origin + below_at(k, stream_lane(0, STREAM_CLASSES), index, key, any - origin);
}

// The class of DemandPart.drawByClass.
static int demand_law(int law, ulong index, uint2 key) {
    return pick(law, DEMAND_UNIT, DEMAND_ANY, 2, index, key);
}

// The interval of DemandPart.drawRouteLength.
static int route_law(int law, ulong index, uint2 key) {
    return pick(law, ROUTE_R_3_5, ROUTE_ANY, 3, index, key);
}

// RandomStream.choice; element i of the scratch is chosen[i·stride], so that instances side by side share cache lines.
static void choice(uint count, uint from, uint lane, ulong index, uint2 key, global int *chosen, uint stride) {
    for (uint i = 0; i < from; i++) {
        chosen[(size_t) i * stride] = i;
    }
    for (uint i = 0; i < count; i++) {
        uint j = i + below_at(i, lane, index, key, from - i);
        int swap = chosen[(size_t) i * stride];
        chosen[(size_t) i * stride] = chosen[(size_t) j * stride];
        chosen[(size_t) j * stride] = swap;
    }
}

#ifdef FP64
constant double ROUTE_LEAST_OF[] = ROUTE_LEAST;
constant double ROUTE_MOST_OF[] = ROUTE_MOST;

// DemandPart.drawRouteLength: the route length r.
static double route_length(int asked, ulong index, uint2 key) {
    int law = route_law(asked, index, key);
    uint lane = stream_lane(0, STREAM_ROUTE_LENGTH);
    double least = ROUTE_LEAST_OF[law];
    double most = ROUTE_MOST_OF[law];
    return law == ROUTE_TRIANGULAR ? triangular_at(0, lane, index, key, least, 6, most)
                                   : least + (most - least) * uniform_d_at(0, lane, index, key);
}

// Instance.fromDepot.
static double from_depot(const global float *xy, uint node) {
    double dx = (double) xy[2 * node] - xy[0];
    double dy = (double) xy[2 * node + 1] - xy[1];
    return sqrt(dx * dx + dy * dy);
}
#endif
