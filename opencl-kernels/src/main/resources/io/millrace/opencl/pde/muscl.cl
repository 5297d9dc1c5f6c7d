// Twin of Muscl. Class: reproducible. Cells are a ring. No loop reads more than two neighbours: of three, PoCL's compiler carries two in
// scalar registers from one cell to the next.
#ifdef FP64

// A statement for each cell j of a work-group's, and the cell before it, or the one after it. Where a group is one item its long loop
// has no condition.
#if PROCESSOR
#define WITH_BEFORE(statement)                                                 \
    {                                                                          \
        size_t j = 0;                                                          \
        size_t before = points - 1;                                            \
        statement;                                                             \
    }                                                                          \
    for (size_t j = 1; j < points; j++) {                                      \
        size_t before = j - 1;                                                 \
        statement;                                                             \
    }
#define WITH_AFTER(statement)                                                  \
    for (size_t j = 0; j < points - 1; j++) {                                  \
        size_t after = j + 1;                                                  \
        statement;                                                             \
    }                                                                          \
    {                                                                          \
        size_t j = points - 1;                                                 \
        size_t after = 0;                                                      \
        statement;                                                             \
    }
#else
#define WITH_BEFORE(statement)                                                 \
    EACH {                                                                     \
        size_t before = j == 0 ? points - 1 : j - 1;                           \
        statement;                                                             \
    }
#define WITH_AFTER(statement)                                                  \
    EACH {                                                                     \
        size_t after = j == points - 1 ? 0 : j + 1;                            \
        statement;                                                             \
    }
#endif

// FluxScalar.slopes of one cell, of the differences from the cell before and to the next. A division in a branch would keep loops
// out of lanes.
INLINE double slope(double a, double b) {
    double product = a * b;
    bool monotone = product > 0;
    return (monotone ? product : 0) / (monotone ? a + b : 1);
}

// FluxScalar.fluxes between two cells, of their means, half of their slopes, and their difference.
INLINE double flux(
    double before, double before_slope, double here, double here_slope, double difference, double gradient) {
    double left = before + before_slope;
    double right = here - here_slope;
    double left_square = 0.5 * left * left;
    double right_square = 0.5 * right * right;
    double out = left > 0 ? left_square : 0;
    double in = right < 0 ? right_square : 0;
    double godunov = out > in ? out : in;
    return fma(-gradient, difference, godunov);
}

// FluxScalar.advance of one cell.
INLINE double advanced(double first, double keep, double here, double ratio, double in, double out) {
    double moved = fma(-ratio, out - in, here);
    return fma(keep, first, (1 - keep) * moved);
}

INLINE void all_differences(uint points, const WORK double *restrict u, WORK double *restrict differences) {
    WITH_BEFORE(differences[j] = u[j] - u[before])
}

INLINE void all_slopes(uint points, const WORK double *restrict differences, WORK double *restrict slopes) {
    WITH_AFTER(slopes[j] = slope(differences[j], differences[after]))
}

// In the place of the differences.
INLINE void all_fluxes(
    uint points, const WORK double *restrict u, const WORK double *restrict slopes, double gradient,
    WORK double *restrict fluxes) {
    WITH_BEFORE(fluxes[j] = flux(u[before], slopes[before], u[j], slopes[j], fluxes[j], gradient))
}

INLINE void advance(
    uint points, double keep, double ratio, const WORK double *restrict first, const WORK double *restrict fluxes,
    WORK double *restrict u) {
    WITH_AFTER(u[j] = advanced(first[j], keep, u[j], ratio, fluxes[j], fluxes[after]))
}

// Muscl.stage, in place.
INLINE void stage(
    uint points, double keep, double ratio, double gradient, const WORK double *first, WORK double *u,
    WORK double *slopes, WORK double *fluxes) {
    all_differences(points, u, fluxes);
    WORK_BARRIER;
    all_slopes(points, fluxes, slopes);
    WORK_BARRIER;
    all_fluxes(points, u, slopes, gradient, fluxes);
    WORK_BARRIER;
    advance(points, keep, ratio, first, fluxes, u);
    WORK_BARRIER;
}

// Group = a trajectory: steps from … to − 1, of as many as `steps` between two frames, and the frames that they reach; from 0 on of u at
// time 0, else of what the last launch left. A row of the table is ratio and gradient.
SOLVER void muscl(
    const uint groups, const ulong from, const ulong to, const uint steps, const uint frames, const int compare,
    const uint points, const uint split, const global uint *trajectories, const global double *starts,
    const global double *tables, global double *states, global void *u, const uint dtype, global int *flags, global double *differences, WORK double *work) {
    const global uint *trajectory = trajectories + TRAJECTORY_WIDTH * get_group_id(0);
    const global double *table = tables + (size_t) trajectory[TRAJECTORY_TABLE] * 2;
    double ratio = table[0];
    double gradient = table[1];
    global double *state = states + (size_t) get_group_id(0) * points;
    size_t start = split == 1 ? trajectory[TRAJECTORY_PLACE] : get_group_id(0);
    const global double *begin = from == 0 ? starts + start * points : state;
    size_t first = (size_t) trajectory[TRAJECTORY_SLOT] * frames;
    WORK double *cells = IN_WORK(work_)(work, 4 * points);
    WORK double *before = cells + points;
    WORK double *slopes = before + points;
    WORK double *fluxes = slopes + points;
    Frames written = {u, dtype, compare};
    Seen seen = {0, from > 0 && compare ? differences[get_global_id(0)] : 0};
    EACH {
        cells[j] = before[j] = begin[j];
    }
    WORK_BARRIER;
    ulong stages = 3 * (to - from);
    for (ulong s = 0; s <= stages; s++) {
        if (s % 3 == 0) {
            ulong done = from + s / 3;
            bool stored = done % steps == 0 && (s > 0 || from == 0);
            size_t frame = (first + done / steps) * (points / split);
            EACH {
                before[j] = cells[j];
            }
            if (stored) {
                put_cells(points, split, cells, frame, written, &seen);
            }
        }
        double keep = s % 3 == 0 ? 0 : s % 3 == 1 ? 0.75 : 1.0 / 3;
        stage(points, keep, ratio, gradient, before, cells, slopes, fluxes);
    }
    EACH {
        state[j] = before[j];
    }
    tell(seen, compare, trajectory[TRAJECTORY_PLACE], get_global_id(0), flags, differences);
}

#endif
