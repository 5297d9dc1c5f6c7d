// Twin of Truth.measured: the ratio that a record has. Class: reproducible.

// Item = a reception; its blocks' powers in their order.
kernel void realised(
    const uint items, const uint row, const global ulong *restrict receptions, const uint reception_row,
    const uint receivers, const uint samples, const uint blocks, const double decibel,
    const global float *restrict powers, global double *restrict snr_db) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    const global ulong *r = RECEPTION(row + item);
    double power = 0;
    for (uint b = 0; b < blocks; b++) {
        power += powers[(size_t) item * blocks + b];
    }
    double mean = power / (double) (int) samples;
    // SILENCE
    double ratio = (mean > 1e-30 ? mean : 1e-30) * as_double(r[RECEPTION_RATIO]);
    snr_db[(size_t) r[RECEPTION_INSTANCE] * receivers + r[RECEPTION_RECEIVER]] = decibel * log_d(ratio);
}

// Rows of receivers that are not there: before any other sample is written.
kernel void clear(const uint items, const uint width, global ulong *restrict iq) {
    if (get_global_id(1) >= items) {
        return;
    }
    iq[(size_t) get_global_id(1) * width + get_global_id(0)] = 0;
}
