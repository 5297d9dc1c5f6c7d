// Twin of Projector and ProjectionScalar: the strains of all detectors. Item = one bin; a row of items is an instance. A bin
// without a signal goes the same way, for the signs of its zeros. Class: reproducible; floats are the rounded doubles.

// (F₊h₊ + F×h×)·e^(−2πifτ)·weight + noise; f·τ less its nearest integer, plus the rounding error of the product.
static double2 strain_at(
    double4 h, const global double *antenna, const global double *grid, uint bins, uint bin, uint detector,
    uint noisy_from, ulong index, uint2 key) {
    double re = fma(h.z, antenna[1], h.x * antenna[0]);
    double im = fma(h.w, antenna[1], h.y * antenna[0]);
    double f = grid_at(grid, GRID_FREQUENCY, bins, bin);
    double tau = antenna[2];
    double product = f * tau;
    double error = fma(f, tau, -product);
    double turns = product - ((product + SHIFT_D) - SHIFT_D) + error;
    double weight = grid_at(grid, GRID_WEIGHT + 2 * detector, bins, bin);
    double c = turns_cos_of(turns) * weight;
    double s = turns_sin_of(turns) * weight;
    double2 strain = (double2) (fma(im, s, re * c), fma(re, -s, im * c));
    if (bin >= noisy_from) {
        double sigma = grid_at(grid, GRID_DEVIATION + 2 * detector, bins, bin);
        double2 normals = normals_d_at(bin, (uint) antenna[3], index, key);
        strain = (double2) (fma(normals.x, sigma, strain.x), fma(normals.y, sigma, strain.y));
    }
    return strain;
}

kernel void strain_c8(
    const uint rows, const uint bins, const global double *restrict signals, const global double *restrict grid,
    const uint detectors, const uint noisy_from, const ulong first, const uint2 key, global float2 *restrict strain) {
    uint bin = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= rows) {
        return;
    }
    const global double *signal = signals + (size_t) row * SIGNAL_ROW;
    double4 h = polarizations_at(signal, grid, bins, bin);
    for (uint d = 0; d < detectors; d++) {
        const global double *antenna = signal + SIGNAL_ANTENNA + d * SIGNAL_ANTENNA_WIDTH;
        double2 s = strain_at(h, antenna, grid, bins, bin, d, noisy_from, first + row, key);
        strain[((size_t) row * detectors + d) * bins + bin] = (float2) ((float) s.x, (float) s.y);
    }
}

kernel void strain_c16(
    const uint rows, const uint bins, const global double *restrict signals, const global double *restrict grid,
    const uint detectors, const uint noisy_from, const ulong first, const uint2 key, global double2 *restrict strain) {
    uint bin = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= rows) {
        return;
    }
    const global double *signal = signals + (size_t) row * SIGNAL_ROW;
    double4 h = polarizations_at(signal, grid, bins, bin);
    for (uint d = 0; d < detectors; d++) {
        const global double *antenna = signal + SIGNAL_ANTENNA + d * SIGNAL_ANTENNA_WIDTH;
        strain[((size_t) row * detectors + d) * bins + bin] =
            strain_at(h, antenna, grid, bins, bin, d, noisy_from, first + row, key);
    }
}
