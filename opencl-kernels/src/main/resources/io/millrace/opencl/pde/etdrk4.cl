// Twin of Etdrk4. Class: reproducible. Of real and imaginary parts the imaginary ones stand behind the real ones, as many as there are
// modes. The host defines POWER, COMPLEX where L is, the columns STEP_ of a table of steps, and STATES, the arrays of a trajectory's state.
#ifdef FP64

#define TURN_BEGIN 0
#define TURN_RESUME 1
#define TURN_FIRST 2

#define EACH_MODE for (uint k = get_local_id(0); k < modes; k += get_local_size(0))
#define STEP(column) (table + STEP_##column * modes)

// G·x: x_im of mode 0, which is that of the highest, is not there.
#define FORCE                                                                  \
    double im = k == 0 ? 0 : x_im[k];                                          \
    double force_re = fma(g_re[k], x_re[k], -(g_im[k] * im));                  \
    double force_im = fma(g_re[k], im, g_im[k] * x_re[k]);

// ComplexScalar.multiply and add of one mode, DispersiveSteps' stages of them: c·x, and c·x + to.
INLINE double times_re(double c_re, double c_im, double x, double y) {
    return fma(c_re, x, -(c_im * y));
}

INLINE double times_im(double c_re, double c_im, double x, double y) {
    return fma(c_re, y, c_im * x);
}

INLINE double plus_re(double c_re, double c_im, double x, double y, double to) {
    return fma(c_re, x, fma(-c_im, y, to));
}

INLINE double plus_im(double c_re, double c_im, double x, double y, double to) {
    return fma(c_re, y, fma(c_im, x, to));
}

#if COMPLEX
#define ROOT_AND_Q(of, x, y)                                                   \
    double next_re = plus_re(q[k], q_im[k], x, y, times_re(root[k], root_im[k], of[k], of[modes + k])); \
    double next_im = plus_im(q[k], q_im[k], x, y, times_im(root[k], root_im[k], of[k], of[modes + k]));
#define LAST                                                                   \
    double next_re = times_re(e[k], e_im[k], v[k], v[modes + k]);              \
    double next_im = times_im(e[k], e_im[k], v[k], v[modes + k]);              \
    next_re = plus_re(f1[k], f1_im[k], n_v[k], n_v[modes + k], next_re);       \
    next_im = plus_im(f1[k], f1_im[k], n_v[k], n_v[modes + k], next_im);       \
    next_re = plus_re(f2[k], f2_im[k], n_a[k], n_a[modes + k], next_re);       \
    next_im = plus_im(f2[k], f2_im[k], n_a[k], n_a[modes + k], next_im);       \
    next_re = plus_re(f2[k], f2_im[k], n_b[k], n_b[modes + k], next_re);       \
    next_im = plus_im(f2[k], f2_im[k], n_b[k], n_b[modes + k], next_im);       \
    next_re = plus_re(f3[k], f3_im[k], force_re, force_im, next_re);           \
    next_im = plus_im(f3[k], f3_im[k], force_re, force_im, next_im);
#else
#define ROOT_AND_Q(of, x, y)                                                   \
    double next_re = fma(q[k], x, root[k] * of[k]);                            \
    double next_im = fma(q[k], y, root[k] * of[modes + k]);
#define LAST                                                                   \
    double next_re = fma(f1[k], n_v[k], e[k] * v[k]);                          \
    double next_im = fma(f1[k], n_v[modes + k], e[k] * v[modes + k]);          \
    next_re = fma(f2[k], n_a[k] + n_b[k], next_re);                            \
    next_im = fma(f2[k], n_a[modes + k] + n_b[modes + k], next_im);            \
    next_re = fma(f3[k], force_re, next_re);                                   \
    next_im = fma(f3[k], force_im, next_im);
#endif

// In the place of the modes x of uᵖ at v (a, b, c) those of what the next force is asked of: a, b, c, the next v.
INLINE void etd_turn(
    uint turn, uint modes, const global double *restrict table, global double *restrict v, global double *restrict a,
    global double *restrict n_v, global double *restrict n_a, global double *restrict n_b,
    WORK double *restrict x_re, WORK double *restrict x_im) {
    const global double *restrict e = STEP(E);
    const global double *restrict root = STEP(HALF);
    const global double *restrict q = STEP(Q);
    const global double *restrict f1 = STEP(F1);
    const global double *restrict f2 = STEP(F2);
    const global double *restrict f3 = STEP(F3);
#if COMPLEX
    const global double *restrict e_im = STEP(E_IM);
    const global double *restrict root_im = STEP(HALF_IM);
    const global double *restrict q_im = STEP(Q_IM);
    const global double *restrict f1_im = STEP(F1_IM);
    const global double *restrict f2_im = STEP(F2_IM);
    const global double *restrict f3_im = STEP(F3_IM);
#endif
    const global double *restrict g_re = STEP(FORCE_RE);
    const global double *restrict g_im = STEP(FORCE_IM);
    switch (turn) {
        case TURN_BEGIN:
            EACH_MODE {
                v[k] = x_re[k];
                x_im[k] = v[modes + k] = k == 0 ? 0 : x_im[k];
            }
            break;
        case TURN_RESUME:
            EACH_MODE {
                x_re[k] = v[k];
                x_im[k] = v[modes + k];
            }
            break;
        case TURN_FIRST:
            EACH_MODE {
                FORCE
                n_v[k] = force_re;
                n_v[modes + k] = force_im;
                ROOT_AND_Q(v, force_re, force_im)
                x_re[k] = a[k] = next_re;
                x_im[k] = a[modes + k] = next_im;
            }
            break;
        case TURN_FIRST + 1:
            EACH_MODE {
                FORCE
                n_a[k] = force_re;
                n_a[modes + k] = force_im;
                ROOT_AND_Q(v, force_re, force_im)
                x_re[k] = next_re;
                x_im[k] = next_im;
            }
            break;
        case TURN_FIRST + 2:
            EACH_MODE {
                FORCE
                n_b[k] = force_re;
                n_b[modes + k] = force_im;
                double reflected_re = fma(2.0, force_re, -n_v[k]);
                double reflected_im = fma(2.0, force_im, -n_v[modes + k]);
                ROOT_AND_Q(a, reflected_re, reflected_im)
                x_re[k] = next_re;
                x_im[k] = next_im;
            }
            break;
        default:
            EACH_MODE {
                FORCE
                LAST
                x_re[k] = v[k] = next_re;
                x_im[k] = v[modes + k] = next_im;
            }
    }
}

INLINE double powered(double x) {
    double square = x * x;
    return POWER == 2 ? square : square * x;
}

// Group = a trajectory: steps from … to − 1, of as many as `steps` between two frames, and in each of the halvings + 1 parts of the first
// interval (Clock), and the frames that they reach; a table for each length of a step, the shortest first. Each turn goes
// from fields to modes and back: the first of a launch takes up u at time 0, or the modes that the last launch left; each of the
// others is a quarter of a step.
SOLVER void etdrk4(
    const uint groups, const ulong from, const ulong to, const uint steps, const uint halvings, const uint frames,
    const int compare, const uint points, const uint modes, const uint count, const global uint *stages, const global double *factors,
    const global double *roots, const global uint *trajectories, const global double *starts, const global double *tables,
    global double *states, global Element *u, global int *flags, global double *differences, WORK double *work) {
    uint m = points / 2;
    const global uint *trajectory = trajectories + TRAJECTORY_WIDTH * get_group_id(0);
    const global double *start = starts + (size_t) trajectory[TRAJECTORY_PLACE] * points;
    const global double *all = tables + (size_t) trajectory[TRAJECTORY_TABLE] * (halvings + 1) * STEP_WIDTH * modes;
    global double *v = states + (size_t) get_group_id(0) * STATES * modes;
    size_t first = (size_t) trajectory[TRAJECTORY_SLOT] * frames;
    TRANSFORM_WORK
    Seen seen = {0, from > 0 && compare ? differences[get_global_id(0)] : 0};
    for (uint j = get_local_id(0); j < m; j += get_local_size(0)) {
        re[j] = from == 0 ? start[2 * j] : 0;
        im[j] = from == 0 ? start[2 * j + 1] : 0;
    }
    WORK_BARRIER;
    ulong turns = 4 * (to - from);
    for (ulong t = 0; t <= turns; t++) {
        IN_WORK(fft_)(m, count, stages, factors, re, im, other_re, other_im);
        IN_WORK(halves_spectrum_)(m, roots, out_re, out_im);
        WORK_BARRIER;
        uint turn = t > 0 ? TURN_FIRST + (uint) ((t - 1) % 4) : from == 0 ? TURN_BEGIN : TURN_RESUME;
        // of the parts of the first frame's interval two have the shortest steps
        ulong part = (from + (t > 0 ? (t - 1) / 4 : 0)) / steps;
        ulong row = part > halvings ? halvings : part > 0 ? part - 1 : 0;
        const global double *table = all + row * STEP_WIDTH * modes;
        etd_turn(
            turn, modes, table, v, v + 2 * modes, v + 4 * modes, v + 6 * modes, v + 8 * modes, out_re, out_im);
        for (uint k = modes + get_local_id(0); k < m; k += get_local_size(0)) {
            out_re[k] = 0;
            out_im[k] = 0;
        }
        WORK_BARRIER;
        IN_WORK(halves_signal_)(m, roots, out_re, out_im);
        WORK_BARRIER;
        // of two transforms the second ends where the first began
        IN_WORK(fft_)(m, count, stages, factors, out_im, out_re, spare_im, spare_re);
        ulong done = from + t / 4;
        ulong parts = done / steps;
        if (t % 4 == 0 && done % steps == 0 && (parts == 0 || parts > halvings) && (t > 0 || from == 0)) {
            size_t frame = (first + (parts == 0 ? 0 : parts - halvings)) * points;
            double scale = 1.0 / points;
            for (uint j = get_local_id(0); j < m; j += get_local_size(0)) {
                put(re[j] * scale, frame + 2 * j, compare, u, &seen);
                put(im[j] * scale, frame + 2 * j + 1, compare, u, &seen);
            }
        }
        for (uint j = get_local_id(0); j < m; j += get_local_size(0)) {
            re[j] = powered(re[j]);
            im[j] = powered(im[j]);
        }
        WORK_BARRIER;
    }
    tell(seen, compare, trajectory[TRAJECTORY_PLACE], flags, differences);
}

#endif
