// ClosedForm on a device. A work-group evaluates a tile: at most TILE bins of one instance, in local memory, each
// piece of phase and amplitude in a loop of its own, so that no item waits for another's piece. On a processor a
// group is one item, whose loops the compiler puts into lanes. A signal is a row of SignalColumns, a grid the
// GridColumns of all bins.
//
// The host defines PROCESSOR, and SINGLE where fields are of single precision: the rounded doubles.

#define EACH(bin, start, stop) for (uint bin = (start) + get_local_id(0); bin < (stop); bin += get_local_size(0))

// Of a function that is given local memory: PoCL 3.1 loses it in one that is called.
#define INLINE static inline __attribute__((always_inline))

// Bins base … end − 1 of a row, with a signal at from … to − 1.
typedef struct {
    size_t row;
    uint base;
    uint end;
    uint from;
    uint to;
} Tile;

static uint clamped(double bin, uint low, uint high) {
    return clamp((uint) bin, low, high);
}

static size_t tile_row(uint tiles) {
    return get_group_id(0) / tiles;
}

// The group's tile, one of so many of a row, each but the last of so many bins.
static Tile tile_of(const global double *signal, uint tiles, uint width, uint bins) {
    Tile tile;
    tile.row = tile_row(tiles);
    tile.base = (uint) (get_group_id(0) - tile.row * tiles) * width;
    tile.end = min(tile.base + width, bins);
    tile.from = clamped(signal[SIGNAL_FROM], tile.base, tile.end);
    tile.to = clamped(signal[SIGNAL_TO], tile.from, tile.end);
    return tile;
}

static double grid_at(const global double *grid, uint column, uint bins, uint bin) {
    return grid[(size_t) column * bins + bin];
}

// A real and a complex element of a field. Loops whose stores are scalars are those that compilers put into lanes;
// items of a GPU store whole numbers side by side.
#if SINGLE
typedef float Real;
typedef ulong Complex;

static void store(global Complex *out, size_t at, double re, double im) {
    out[at] = (ulong) as_uint((float) im) << 32 | as_uint((float) re);
}
#elif PROCESSOR
typedef double Real;
typedef double Complex;

static void store(global Complex *out, size_t at, double re, double im) {
    out[2 * at] = re;
    out[2 * at + 1] = im;
}
#else
typedef double Real;
typedef double2 Complex;

static void store(global Complex *out, size_t at, double re, double im) {
    out[at] = (double2) (re, im);
}
#endif
