// Twin of ShiftSolver. Class: reproducible. Modes stand as halves.cl leaves them, imaginary parts behind real ones.
#ifdef FP64

// Group = a trajectory: its modes at time 0.
SOLVER void shift_modes(
    const uint groups, const uint points, const uint count, const global uint *stages, const global double *factors,
    const global double *roots, const global uint *trajectories, const global double *starts, global double *modes,
    WORK double *work) {
    uint m = points / 2;
    const global uint *trajectory = trajectories + TRAJECTORY_WIDTH * get_group_id(0);
    const global double *start = starts + (size_t) trajectory[TRAJECTORY_PLACE] * points;
    global double *to = modes + (size_t) get_group_id(0) * points;
    TRANSFORM_WORK
    for (uint j = get_local_id(0); j < m; j += get_local_size(0)) {
        re[j] = start[2 * j];
        im[j] = start[2 * j + 1];
    }
    WORK_BARRIER;
    IN_WORK(fft_)(m, count, stages, factors, re, im, other_re, other_im);
    IN_WORK(halves_spectrum_)(m, roots, out_re, out_im);
    WORK_BARRIER;
    for (uint k = get_local_id(0); k < m; k += get_local_size(0)) {
        to[k] = out_re[k];
        to[m + k] = k == 0 ? 0 : out_im[k];
    }
}

// Group = some frames, one after the other, each the number of groups later than the last. A row of the table is the speed.
SOLVER void shift_frames(
    const uint groups, const ulong total, const uint frames, const double turns_of_frame, const uint points,
    const uint count, const global uint *stages, const global double *factors, const global double *roots,
    const global uint *trajectories, const global double *tables, const global double *modes, global void *u, const uint dtype,
    global int *flags, WORK double *work) {
    uint m = points / 2;
    double scale = 1.0 / points;
    TRANSFORM_WORK
    for (ulong item = get_group_id(0); item < total; item += groups) {
        size_t row = item / frames;
        uint frame = (uint) (item - row * frames);
        const global uint *trajectory = trajectories + TRAJECTORY_WIDTH * row;
        const global double *from = modes + row * points;
        double turns = tables[trajectory[TRAJECTORY_TABLE]] * ((double) frame * turns_of_frame);
        for (uint k = get_local_id(0); k < m; k += get_local_size(0)) {
            double c = turns_cos_of((double) k * turns);
            double s = turns_sin_of((double) k * turns);
            out_re[k] = fma(from[k], c, from[m + k] * s);
            out_im[k] = fma(from[m + k], c, -(from[k] * s));
        }
        WORK_BARRIER;
        IN_WORK(halves_signal_)(m, roots, out_re, out_im);
        WORK_BARRIER;
        IN_WORK(fft_)(m, count, stages, factors, out_im, out_re, spare_im, spare_re);
        size_t to = ((size_t) trajectory[TRAJECTORY_SLOT] * frames + frame) * points;
        Frames written = {u, dtype, 0};
        Seen seen = {0, 0};
        for (uint j = get_local_id(0); j < m; j += get_local_size(0)) {
            put(re[j] * scale, to + 2 * j, written, &seen);
            put(im[j] * scale, to + 2 * j + 1, written, &seen);
        }
        if (seen.wild) {
            flags[trajectory[TRAJECTORY_PLACE]] = 1;
        }
        WORK_BARRIER;
    }
}

#endif
