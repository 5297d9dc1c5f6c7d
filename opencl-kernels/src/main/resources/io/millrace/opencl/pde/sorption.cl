// Twin of Sorption. Class: reproducible. The host defines EPSILON, GAMMA and ITERATIONS, and the columns WALL_ of a table of a trajectory's equation.
#ifdef FP64

// What one solver has of a trajectory's equation and of its step.
typedef struct {
    double ratio;
    double wall;
    double capacity;
    double exponent;
    double least;
} Walls;

// SorptionScalar.storage of one cell.
INLINE double storage(double u, Walls walls, __private double *slope) {
    double x = u > 0 ? u : 0;
    double shifted = x + EPSILON;
    double p = exp_d(walls.exponent * log_d(shifted));
    double r = fma(walls.capacity * walls.exponent, p / shifted, 1.0);
    *slope = r;
    return fma(u - x, r, fma(walls.capacity, p - walls.least, x));
}

// Sorption.balance of cell j: from + γh·f(u).
INLINE double balanced(size_t j, uint points, const WORK double *u, Walls walls, double from) {
    double here = u[j];
    double bent;
    if (j == 0) {
        bent = u[1] - here + 2 * (1 - here);
    } else if (j == points - 1) {
        bent = u[j - 1] - here - 2 * (1 - walls.wall) * here;
    } else {
        bent = fma(-2.0, here, u[j - 1] + u[j + 1]);
    }
    return fma(walls.ratio, bent, from);
}

// SorptionScalar.correct, which goes from cell to cell: one item does. In the place of the pivots stands what is above them, of what is
// missing what is known.
INLINE void correct(
    uint points, double ratio, WORK double *restrict pivots, WORK double *restrict missing, WORK double *restrict u) {
    double above = 0;
    double known = 0;
    for (uint j = 0; j < points; j++) {
        double pivot = 1 / fma(-ratio, above, pivots[j]);
        above = ratio * pivot;
        known = fma(ratio, known, missing[j]) * pivot;
        pivots[j] = above;
        missing[j] = known;
    }
    double delta = 0;
    for (uint j = points; j-- > 0;) {
        delta = fma(pivots[j], delta, missing[j]);
        u[j] += delta;
    }
}

// One of Newton's iterations for u of S(u) = from + γh·f(u).
INLINE void iterate(
    uint points, Walls walls, const global double *from, WORK double *u, WORK double *pivots, WORK double *missing) {
    EACH {
        double slope;
        missing[j] = storage(u[j], walls, &slope);
        pivots[j] = slope;
    }
    EACH {
        missing[j] = balanced(j, points, u, walls, from[j]) - missing[j];
        double slope = pivots[j];
        slope = j == 0 ? slope + walls.ratio : slope;
        slope = j == points - 1 ? fma(walls.ratio, 1 - 2 * walls.wall, slope) : slope;
        pivots[j] = fma(2.0, walls.ratio, slope);
    }
    WORK_BARRIER;
    if (get_local_id(0) == 0) {
        correct(points, walls.ratio, pivots, missing, u);
    }
    WORK_BARRIER;
}

// Group = a trajectory: steps from … to − 1, the first of them in part begin_part of time, and the frames that they reach; part p is
// over before step ends[p], each of its steps is lengths[p] long, and from part `halvings` on each ends with a frame (Clock). From 0 on
// of u at time 0, else of what the last launch left: u and what is kept.
SOLVER void sorption(
    const uint groups, const ulong from, const ulong to, const uint begin_part, const uint halvings, const uint frames,
    const int compare, const uint points, const uint split, const global ulong *ends, const global double *lengths,
    const global uint *trajectories, const global double *starts, const global double *tables, global double *states,
    global void *u, const uint dtype, global int *flags, global double *differences, WORK double *work) {
    const global uint *trajectory = trajectories + TRAJECTORY_WIDTH * get_group_id(0);
    const global double *table = tables + (size_t) trajectory[TRAJECTORY_TABLE] * WALL_WIDTH;
    double rate = table[WALL_RATE];
    Walls walls = {0, table[WALL_WALL], table[WALL_CAPACITY], table[WALL_EXPONENT], table[WALL_LEAST]};
    global double *state = states + (size_t) get_group_id(0) * STATES * points;
    global double *kept = state + points;
    global double *base = kept + points;
    size_t start = split == 1 ? trajectory[TRAJECTORY_PLACE] : get_group_id(0);
    const global double *begin = from == 0 ? starts + start * points : state;
    size_t first = (size_t) trajectory[TRAJECTORY_SLOT] * frames;
    WORK double *cells = IN_WORK(work_)(work, 3 * points);
    WORK double *pivots = cells + points;
    WORK double *missing = pivots + points;
    Frames written = {u, dtype, compare};
    Seen seen = {0, from > 0 && compare ? differences[get_global_id(0)] : 0};
    EACH {
        cells[j] = begin[j];
    }
    if (from == 0) {
        EACH {
            double slope;
            kept[j] = storage(cells[j], walls, &slope);
        }
    }
    WORK_BARRIER;
    if (from == 0) {
        put_cells(points, split, cells, first * (points / split), written, &seen);
    }
    uint part = begin_part;
    // one loop: of two in a row, each with barriers, PoCL 3.1 leaves out the first
    ulong iterations = 2 * ITERATIONS * (to - from);
    for (ulong i = 0; i < iterations; i++) {
        uint of_step = (uint) (i % (2 * ITERATIONS));
        ulong done = from + i / (2 * ITERATIONS) + 1;
        part += of_step == 0 && done > ends[part] ? 1 : 0;
        walls.ratio = GAMMA * lengths[part] * rate;
        iterate(points, walls, of_step < ITERATIONS ? kept : base, cells, pivots, missing);
        if (of_step == ITERATIONS - 1) {
            EACH {
                double balance = balanced(j, points, cells, walls, kept[j]);
                base[j] = fma((1 - GAMMA) / GAMMA, balance - kept[j], kept[j]);
            }
        }
        if (of_step == 2 * ITERATIONS - 1) {
            EACH {
                kept[j] = balanced(j, points, cells, walls, base[j]);
            }
            if (done == ends[part] && part >= halvings) {
                size_t frame = first + part - halvings + 1;
                put_cells(points, split, cells, frame * (points / split), written, &seen);
            }
        }
    }
    EACH {
        state[j] = cells[j];
    }
    tell(seen, compare, trajectory[TRAJECTORY_PLACE], get_global_id(0), flags, differences);
}

#endif
