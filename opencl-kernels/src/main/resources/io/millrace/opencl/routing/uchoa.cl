// Twin of UchoaLaw. Group = one instance, of at most 64 work-items; item t makes try k + t, and those that succeed
// take their places in the order of the tries, as if made one by one: whether try k is accepted depends on k and on the
// points taken before it. Class: reproducible.
#ifdef FP64
#define SIDE 1001
#define FREE 0xffffffffu

// Where the probes for a point start in a table of 2^bits.
static uint slot_of(uint point, uint bits) {
    return point * 0x9E3779B9u >> (32 - bits);
}

static bool taken(const volatile global uint *table, uint bits, uint point) {
    uint slot = slot_of(point, bits);
    while (table[slot] != FREE && table[slot] != point) {
        slot = (slot + 1) & ((1u << bits) - 1);
    }
    return table[slot] == point;
}

static void take(volatile global uint *table, uint bits, uint point) {
    uint slot = slot_of(point, bits);
    while (atomic_cmpxchg(table + slot, FREE, point) != FREE) {
        slot = (slot + 1) & ((1u << bits) - 1);
    }
}

// w(p) = Σₛ e^(−rate·d(p, s)) over the seed customers.
static double attraction(double x, double y, const global float *seeds, uint count, double rate) {
    double sum = 0;
    for (uint s = 0; s < count; s++) {
        double dx = x - seeds[2 * s];
        double dy = y - seeds[2 * s + 1];
        sum += exp_d(-rate * sqrt(dx * dx + dy * dy));
    }
    return sum;
}

// A group's flags as bits, work-item t's at 2^t; words = two of its local memory.
static ulong ballot(bool flag, local uint *words) {
    uint item = get_local_id(0);
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item == 0) {
        words[0] = 0;
        words[1] = 0;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (flag) {
        atomic_or(words + item / 32, 1u << item % 32);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    return (ulong) words[1] << 32 | words[0];
}

// Gives the points of a group's successful tries (FREE: none) to the nodes from placed on, up to before end; returns
// where the next are to go. The next try is the one after the last that was needed.
static uint settle(
    uint point, uint placed, uint end, private uint *tries, global float *xy, volatile global uint *table, uint bits,
    local uint *points, local uint *words) {
    uint item = get_local_id(0);
    points[item] = point;
    ulong before = (1UL << item) - 1;
    ulong found = ballot(point != FREE, words);
    bool first = point != FREE;
    for (ulong rest = found & before; first && rest; rest &= rest - 1) {
        first = points[63 - clz(rest & -rest)] != point;
    }
    ulong won = ballot(first, words);
    uint all = popcount(won);
    uint rank = popcount(won & before);
    if (first && placed + rank < end) {
        xy[2 * (placed + rank)] = point / SIDE;
        xy[2 * (placed + rank) + 1] = point % SIDE;
        take(table, bits, point);
    }
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    if (all < end - placed) {
        *tries += get_local_size(0);
        return placed + all;
    }
    for (uint skipped = 1; skipped < end - placed; skipped++) {
        won &= won - 1;
    }
    *tries += 64 - clz(won & -won);
    return end;
}

// The lattice point of try k: integers 2k, 2k + 1 of stream CANDIDATE.
static uint candidate(uint k, ulong index, uint2 key) {
    uint4 words = philox(k, stream_lane(0, STREAM_CANDIDATE), index, key);
    return below(words.x, words.y, SIDE) * SIDE + below(words.z, words.w, SIDE);
}

kernel void uchoa(
    const uint groups, const ulong first, const uint2 key, const uint width, const uint2 by_width, const uint depot,
    const global int *customers, const int xml, const int depot_class, const int placement, const uint bits,
    global uint *tables, local uint *points, local uint *words, local double *scratch, global float *coords) {
    uint instance = get_group_id(0);
    uint item = get_local_id(0);
    uint size = get_local_size(0);
    ulong index = first + instance;
    uint nodes = nodes_of(instance, width, depot, customers);
    global float *xy = coords + 2 * (size_t) instance * width;
    volatile global uint *table = tables + ((size_t) instance << bits);
    for (uint slot = item; slot >> bits == 0; slot += size) {
        table[slot] = FREE;
    }
    barrier(CLK_GLOBAL_MEM_FENCE);
    uint placed = 0;
    int where = pick(depot_class, 0, DEPOT_ANY, 0, index, key);
    if (depot && where != DEPOT_RANDOM) {
        if (item == 0) {
            float centre = where == DEPOT_CENTRE ? 500 : 0;
            xy[0] = centre;
            xy[1] = centre;
            take(table, bits, (uint) centre * SIDE + (uint) centre);
        }
        placed = 1;
    }
    barrier(CLK_GLOBAL_MEM_FENCE);
    int how = pick(placement, 0, PLACEMENT_ANY, 1, index, key);
    uint count = nodes - depot;
    uint random = how == PLACEMENT_RANDOM ? count : how == PLACEMENT_CLUSTERED ? 0 : count / 2;
    uint classes = stream_lane(0, STREAM_CLASSES);
    uint drawn = xml ? 2 + below_at(4, classes, index, key, 5) : 3 + below_at(4, classes, index, key, 6);
    // a random depot, random customers and seeds are placed alike
    uint seeds = min(drawn, count - random);
    uint tries = 0;
    while (placed < depot + random + seeds) {
        uint point = candidate(tries + item, index, key);
        point = taken(table, bits, point) ? FREE : point;
        placed = settle(point, placed, depot + random + seeds, &tries, xy, table, bits, points, words);
    }
    const global float *seed = xy + 2 * (depot + random);
    double rate = (xml ? 0x1.62e42fefa39efp-1 : 1.0) / 40;
    double own = 0;
    for (uint s = item; s < seeds; s += size) {
        double w = attraction(seed[2 * s], seed[2 * s + 1], seed, seeds, rate);
        own = w > own ? w : own;
    }
    double largest = group_max_d(own, scratch);
    while (placed < nodes) {
        uint k = tries + item;
        uint point = candidate(k, index, key);
        double u = uniform_d_at(k, stream_lane(0, STREAM_ACCEPTANCE), index, key);
        bool accepted = u * largest < attraction(point / SIDE, point % SIDE, seed, seeds, rate);
        point = accepted && !taken(table, bits, point) ? point : FREE;
        placed = settle(point, placed, nodes, &tries, xy, table, bits, points, words);
    }
}
#endif
