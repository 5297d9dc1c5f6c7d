// Both polarizations. Item = one bin; a row of items is an instance. Class: reproducible; floats are the rounded doubles.
kernel void wave_c8(
    const uint rows, const uint bins, const global double *restrict signals, const global double *restrict grid,
    global float2 *restrict plus, global float2 *restrict cross_) {
    uint bin = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= rows) {
        return;
    }
    double4 h = polarizations_at(signals + (size_t) row * SIGNAL_ROW, grid, bins, bin);
    size_t at = (size_t) row * bins + bin;
    plus[at] = (float2) ((float) h.x, (float) h.y);
    cross_[at] = (float2) ((float) h.z, (float) h.w);
}

kernel void wave_c16(
    const uint rows, const uint bins, const global double *restrict signals, const global double *restrict grid,
    global double2 *restrict plus, global double2 *restrict cross_) {
    uint bin = get_global_id(0);
    uint row = get_global_id(1);
    if (row >= rows) {
        return;
    }
    double4 h = polarizations_at(signals + (size_t) row * SIGNAL_ROW, grid, bins, bin);
    size_t at = (size_t) row * bins + bin;
    plus[at] = h.xy;
    cross_[at] = h.zw;
}
