// Twin of Vorticity, in passes over rows and over columns. Class: reproducible. Between passes stand the planes of z, real parts before imaginary ones, in the rows of kept
// frequencies k_x: row r is that of r, row rows − r of −r, rows = 2·modes − 1. The host defines STATES, the arrays of a trajectory's state, and the columns WAVE_ of what modes turn by.
#ifdef FP64

#define WAVE(column) (waves + WAVE_##column * (size_t) modes * points + at)

// Where transforms of this many numbers begin, and end unless they are inverse.
#define PLANE_WORK(size)                                                       \
    WORK double *re = IN_WORK(work_)(work, 4 * (size));                        \
    WORK double *im = re + (size);                                             \
    WORK double *other_re = im + (size);                                       \
    WORK double *other_im = other_re + (size);                                 \
    bool back = count % 2 == 0;                                                \
    WORK double *out_re = back ? re : other_re;                                \
    WORK double *out_im = back ? im : other_im;                                \
    WORK double *spare_re = back ? other_re : re;                              \
    WORK double *spare_im = back ? other_im : im;

#define EACH_COLUMN for (uint c = get_local_id(0); c < points; c += get_local_size(0))

// Vorticity.kept: the mean and the frequencies that products alias are not there.
INLINE bool is_kept(uint row, uint c, uint points, uint modes) {
    return (row > 0 || c > 0) && row < modes && (c < modes || c > points - modes);
}

// Vorticity.force of the modes of a row, but for mirrors, or, at time 0, these modes: of the spectrum of z² in row k_x, and in the next numbers
// in row −k_x. Where k_x is 0 those of negative k_y are the conjugates of the others. At time 0 there are the `held` ones of a grid of 1/split of the points a side.
INLINE void row_force(
    uint begins, uint row, uint points, uint split, uint held, uint modes, const global double *restrict waves, double push_re, double push_im,
    const WORK double *restrict z_re, const WORK double *restrict z_im, WORK double *restrict to_re,
    WORK double *restrict to_im) {
    size_t at = (size_t) row * points;
    const global double *turn_re = WAVE(TURN_RE);
    const global double *turn_im = WAVE(TURN_IM);
    const global double *turn_back = WAVE(TURN_BACK_IM);
    EACH_COLUMN {
        bool mirrored = row == 0 && c > points - modes;
        uint from = mirrored ? points - c : c;
        uint opposite = from == 0 ? 0 : points - from;
        double x = z_re[2 * from];
        double y = z_im[2 * from];
        double other_x = z_re[2 * opposite + 1];
        double other_y = -z_im[2 * opposite + 1];
        double force_re = times_re(turn_re[from], turn_im[from], x, y);
        double force_im = times_im(turn_re[from], turn_im[from], x, y);
        force_re = plus_re(turn_re[from], turn_back[from], other_x, other_y, force_re);
        force_im = plus_im(turn_re[from], turn_back[from], other_x, other_y, force_im);
        bool there = is_kept(row, from, points, held);
        double begin_re = there ? split * split * x : 0;
        double begin_im = there ? split * split * y : 0;
        double re = begins ? begin_re : force_re;
        double im = begins ? begin_im : force_im;
        im = mirrored ? -im : im;
        bool pushed = !begins && row == 1 && c == 1;
        to_re[c] = pushed ? re + push_re : re;
        to_im[c] = pushed ? im + push_im : im;
    }
}

// The spectrum of the velocity in rows k_x and −k_x, or that of the vorticity.
INLINE void row_waves(
    uint vorticity, uint row, uint points, uint modes, const global double *restrict waves,
    const WORK double *restrict x_re, const WORK double *restrict x_im, WORK double *restrict to_re,
    WORK double *restrict to_im) {
    size_t at = (size_t) row * points;
    const global double *velocity_re = WAVE(VELOCITY_RE);
    const global double *velocity_im = WAVE(VELOCITY_IM);
    const global double *back_re = WAVE(BACK_RE);
    const global double *back_im = WAVE(BACK_IM);
    EACH_COLUMN {
        uint opposite = c == 0 ? 0 : points - c;
        double x = x_re[c];
        double y = x_im[c];
        to_re[2 * c] = vorticity ? x : times_re(velocity_re[c], velocity_im[c], x, y);
        to_im[2 * c] = vorticity ? y : times_im(velocity_re[c], velocity_im[c], x, y);
        to_re[2 * opposite + 1] = vorticity ? x : times_re(back_re[c], back_im[c], x, y);
        to_im[2 * opposite + 1] = -(vorticity ? y : times_im(back_re[c], back_im[c], x, y));
    }
}

// Group = some rows k_x ≥ 0 of trajectories, each the number of groups later than the last, with rows −k_x: a turn of etd.cl, then the waves of what the next force is
// asked of, or of the vorticity. Tables have `parts` lengths of steps, the part-th of which this step has, and the push of the force.
SOLVER void vorticity_rows(
    const uint groups, const ulong total, const uint turn, const uint vorticity, const uint part, const uint parts,
    const uint points, const uint split, const uint begin_modes, const uint modes, const uint count, const global uint *stages, const global double *factors,
    const global double *waves, const global uint *trajectories, const global double *tables, global double *states,
    global double *planes, WORK double *work) {
    uint rows = 2 * modes - 1;
    size_t held = (size_t) modes * points;
    size_t plane = (size_t) rows * points;
    PLANE_WORK(2 * points)
    for (ulong item = get_group_id(0); item < total; item += groups) {
        size_t place = item / modes;
        uint row = (uint) (item - place * modes);
        const global uint *trajectory = trajectories + TRAJECTORY_WIDTH * place;
        const global double *table = tables + trajectory[TRAJECTORY_TABLE] * (parts * STEP_WIDTH * held + 2);
        const global double *push = table + parts * STEP_WIDTH * held;
        global double *z = planes + place * 2 * plane;
        size_t ahead = (size_t) row * points;
        size_t behind = (size_t) (row == 0 ? 0 : rows - row) * points;
        EACH_COLUMN {
            re[2 * c] = z[ahead + c];
            re[2 * c + 1] = z[behind + c];
            im[2 * c] = z[plane + ahead + c];
            im[2 * c + 1] = z[plane + behind + c];
        }
        WORK_BARRIER;
        IN_WORK(fft_)(2 * points, count, stages, factors, re, im, other_re, other_im);
        row_force(
            turn == TURN_BEGIN, row, points, split, begin_modes, modes, waves, push[0], push[1], out_re, out_im, spare_re, spare_im);
        etd_turn(
            turn, points, held, table + part * STEP_WIDTH * held + ahead, states + place * STATES * held + ahead,
            spare_re, spare_im);
        WORK_BARRIER;
        row_waves(vorticity, row, points, modes, waves, spare_re, spare_im, out_re, out_im);
        WORK_BARRIER;
        IN_WORK(fft_)(2 * points, count, stages, factors, out_im, out_re, spare_im, spare_re);
        EACH_COLUMN {
            z[ahead + c] = re[2 * c];
            z[plane + ahead + c] = im[2 * c];
            // of k_x = 0 there is one row
            if (row > 0) {
                z[behind + c] = re[2 * c + 1];
                z[plane + behind + c] = im[2 * c + 1];
            }
        }
        WORK_BARRIER;
    }
}

// Statements for number e of a group, in column c of its `width` and row j of all.
#if PROCESSOR
#define EACH_NUMBER(statements)                                                \
    for (uint j = 0; j < points; j++) {                                        \
        for (uint c = 0; c < width; c++) {                                     \
            uint e = j * width + c;                                            \
            statements                                                         \
        }                                                                      \
    }
#else
#define EACH_NUMBER(statements)                                                \
    for (uint e = get_local_id(0); e < points * width; e += get_local_size(0)) { \
        uint j = divide(e, by_width);                                          \
        uint c = e - j * width;                                                \
        statements                                                             \
    }
#endif

// Where row j of a square stands in a plane; rows that are not kept, nowhere.
#define IS_HELD(j) ((j) < modes || (j) > points - modes)
#define HELD(j) ((size_t) ((j) < modes ? (j) : (j) + 2 * modes - 1 - points))

// Columns into a plane, spectra in x.
#define STORE_COLUMNS                                                          \
    EACH_NUMBER(                                                               \
        if (column + c < points && IS_HELD(j)) {                               \
            z[HELD(j) * points + column + c] = out_re[e];                      \
            z[plane + HELD(j) * points + column + c] = out_im[e];              \
        }                                                                      \
    )

// Whether row j and column column + c are there on a grid of 1/split of the points a side, and where.
#define IS_SHARED (j % split == 0 && (column + c) % split == 0)
#define SHARED ((size_t) (j / split) * side + (column + c) / split)

// Group = some blocks of `width` columns, the last of a square narrower, of trajectories, as all that follow: the spectra in x of u at time 0.
SOLVER void vorticity_begin(
    const uint groups, const ulong total, const uint width, const uint2 by_width, const uint points, const uint modes,
    const uint count, const global uint *stages, const global double *factors, const uint split,
    const global uint *trajectories, const global double *starts, global double *planes, WORK double *work) {
    uint side = points / split;
    size_t plane = (size_t) (2 * modes - 1) * points;
    uint blocks = (points + width - 1) / width;
    PLANE_WORK(points * width)
    for (ulong item = get_group_id(0); item < total; item += groups) {
        size_t place = item / blocks;
        uint column = (uint) (item - place * blocks) * width;
        const global double *start =
            starts + (size_t) trajectories[TRAJECTORY_WIDTH * place + TRAJECTORY_PLACE] * side * side;
        global double *z = planes + place * 2 * plane;
        EACH_NUMBER(
            re[e] = column + c < points && IS_SHARED ? start[SHARED] : 0;
            im[e] = 0;
        )
        WORK_BARRIER;
        IN_WORK(fft_)(points * width, count, stages, factors, re, im, other_re, other_im);
        STORE_COLUMNS
        WORK_BARRIER;
    }
}

// The columns of a plane, spectra in x.
#define LOAD_COLUMNS                                                           \
    EACH_NUMBER(                                                               \
        bool there = column + c < points && IS_HELD(j);                        \
        out_re[e] = there ? z[HELD(j) * points + column + c] : 0;              \
        out_im[e] = there ? z[plane + HELD(j) * points + column + c] : 0;      \
    )

// z², SquareScalar.square.
SOLVER void vorticity_square(
    const uint groups, const ulong total, const uint width, const uint2 by_width, const uint points, const uint modes,
    const uint count, const global uint *stages, const global double *factors, global double *planes,
    WORK double *work) {
    size_t plane = (size_t) (2 * modes - 1) * points;
    uint blocks = (points + width - 1) / width;
    PLANE_WORK(points * width)
    for (ulong item = get_group_id(0); item < total; item += groups) {
        size_t place = item / blocks;
        uint column = (uint) (item - place * blocks) * width;
        global double *z = planes + place * 2 * plane;
        LOAD_COLUMNS
        WORK_BARRIER;
        IN_WORK(fft_)(points * width, count, stages, factors, out_im, out_re, spare_im, spare_re);
        for (uint e = get_local_id(0); e < points * width; e += get_local_size(0)) {
            double x = re[e];
            double y = im[e];
            re[e] = fma(x, x, -(y * y));
            im[e] = 2 * (x * y);
        }
        WORK_BARRIER;
        IN_WORK(fft_)(points * width, count, stages, factors, re, im, other_re, other_im);
        STORE_COLUMNS
        WORK_BARRIER;
    }
}

// Frames, of the waves of the vorticity.
SOLVER void vorticity_frame(
    const uint groups, const ulong total, const uint width, const uint2 by_width, const uint points, const uint modes,
    const uint count, const global uint *stages, const global double *factors, const uint split, const uint frame, const uint frames,
    const int compare, const global uint *trajectories, const global double *planes, global void *u, const uint dtype,
    global int *flags, global double *differences, WORK double *work) {
    uint side = points / split;
    size_t plane = (size_t) (2 * modes - 1) * points;
    uint blocks = (points + width - 1) / width;
    double scale = 1.0 / ((double) points * points);
    PLANE_WORK(points * width)
    for (ulong item = get_group_id(0); item < total; item += groups) {
        size_t place = item / blocks;
        uint column = (uint) (item - place * blocks) * width;
        const global uint *trajectory = trajectories + TRAJECTORY_WIDTH * place;
        const global double *z = planes + place * 2 * plane;
        size_t to = ((size_t) trajectory[TRAJECTORY_SLOT] * frames + frame) * side * side;
        size_t difference = item * get_local_size(0) + get_local_id(0);
        Frames written = {u, dtype, compare};
        Seen seen = {0, frame > 0 && compare ? differences[difference] : 0};
        LOAD_COLUMNS
        WORK_BARRIER;
        IN_WORK(fft_)(points * width, count, stages, factors, out_im, out_re, spare_im, spare_re);
        EACH_NUMBER(
            if (column + c < points && IS_SHARED) {
                put(re[e] * scale, to + SHARED, written, &seen);
            }
        )
        tell(seen, compare, trajectory[TRAJECTORY_PLACE], difference, flags, differences);
        WORK_BARRIER;
    }
}

#endif
