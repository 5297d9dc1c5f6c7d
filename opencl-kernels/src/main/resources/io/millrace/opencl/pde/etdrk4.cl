// Twin of Etdrk4. Class: reproducible. The host defines POWER, and STATES, the arrays of a trajectory's state.
#ifdef FP64

INLINE double powered(double x) {
    double square = x * x;
    return POWER == 2 ? square : square * x;
}

// Group = a trajectory: steps from … to − 1, of as many as `steps` between two frames, and in each of the halvings + 1 parts of the first
// interval (Clock), and the frames that they reach; a table for each length of a step, the shortest first. Each turn goes
// from fields to modes and back: the first of a launch takes up u at time 0, or the modes that the last launch left; each of the
// others is a quarter of a step. Where `split` is 2, not 1, u is that of every other point, and at time 0 of the modes that those hold.
SOLVER void etdrk4(
    const uint groups, const ulong from, const ulong to, const uint steps, const uint halvings, const uint frames,
    const int compare, const uint points, const uint split, const uint held, const uint modes, const uint count, const global uint *stages, const global double *factors,
    const global double *roots, const global uint *trajectories, const global double *starts, const global double *tables,
    global double *states, global void *u, const uint dtype, global int *flags, global double *differences, WORK double *work) {
    uint m = points / 2;
    const global uint *trajectory = trajectories + TRAJECTORY_WIDTH * get_group_id(0);
    const global double *start = starts + (size_t) trajectory[TRAJECTORY_PLACE] * (points / split);
    const global double *all = tables + (size_t) trajectory[TRAJECTORY_TABLE] * (halvings + 1) * STEP_WIDTH * modes;
    global double *v = states + (size_t) get_group_id(0) * STATES * modes;
    size_t first = (size_t) trajectory[TRAJECTORY_SLOT] * frames;
    TRANSFORM_WORK
    Frames written = {u, dtype, compare};
    Seen seen = {0, from > 0 && compare ? differences[get_global_id(0)] : 0};
    for (uint j = get_local_id(0); j < m; j += get_local_size(0)) {
        re[j] = from == 0 ? start[2 * j / split] : 0;
        im[j] = from == 0 && split == 1 ? start[2 * j + 1] : 0;
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
        for (uint k = get_local_id(0); turn == TURN_BEGIN && k < modes; k += get_local_size(0)) {
            out_re[k] = k < held ? split * out_re[k] : 0;
            out_im[k] = k < held ? split * out_im[k] : 0;
        }
        etd_turn(turn, modes, modes, table, v, out_re, out_im);
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
            size_t frame = (first + (parts == 0 ? 0 : parts - halvings)) * (points / split);
            double scale = 1.0 / points;
            for (uint j = get_local_id(0); j < m; j += get_local_size(0)) {
                put(re[j] * scale, frame + 2 * j / split, written, &seen);
                if (split == 1) {
                    put(im[j] * scale, frame + 2 * j + 1, written, &seen);
                }
            }
        }
        for (uint j = get_local_id(0); j < m; j += get_local_size(0)) {
            re[j] = powered(re[j]);
            im[j] = powered(im[j]);
        }
        WORK_BARRIER;
    }
    tell(seen, compare, trajectory[TRAJECTORY_PLACE], get_global_id(0), flags, differences);
}

#endif
