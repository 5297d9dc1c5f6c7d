// Twin of CurveKernel: amplitude and unwrapped phase in rad, zero where there is no signal. Item = one bin; a row of items is
// an instance. Class: reproducible; floats are the rounded doubles.
static double2 curve_at(const global double *signal, const global double *grid, uint bins, uint bin) {
    if (!has_signal(signal, bin)) {
        return (double2) (0.0);
    }
    double turns = phase_at(signal, grid, bins, bin);
    return (double2) (amplitude_at(signal, grid, bins, bin), turns * -0x1.921fb54442d18p2);
}

kernel void curve_f4(
    const uint rows, const uint bins, const global double *restrict signals, const global double *restrict grid,
    global float *restrict amplitude, global float *restrict phase) {
    uint bin = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= rows) {
        return;
    }
    double2 curve = curve_at(signals + (size_t) row * SIGNAL_ROW, grid, bins, bin);
    size_t at = (size_t) row * bins + bin;
    amplitude[at] = (float) curve.x;
    phase[at] = (float) curve.y;
}

kernel void curve_f8(
    const uint rows, const uint bins, const global double *restrict signals, const global double *restrict grid,
    global double *restrict amplitude, global double *restrict phase) {
    uint bin = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= rows) {
        return;
    }
    double2 curve = curve_at(signals + (size_t) row * SIGNAL_ROW, grid, bins, bin);
    size_t at = (size_t) row * bins + bin;
    amplitude[at] = curve.x;
    phase[at] = curve.y;
}
