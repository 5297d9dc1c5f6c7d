// Twin of Lfm, on symbols.cl. Class: reproducible.

kernel void lfm(ENVELOPE) {
    Place place = PLACE;
    const global ulong *signal = SIGNAL(place.instance);
    long factor = (long) signal[SIGNAL_SWEEP];
    uint phase = (uint) signal[SIGNAL_PHASE];
    EACH(j, 0, BLOCK) {
        ulong passed;
        symbol_at(place.from + j, signal, &passed);
        long product = (long) mul_hi(passed, -passed);
        ulong high = (ulong) mul_hi(factor, product);
        store_phasor(x_re, x_im, place.x + j, phase - (uint) (high << 12 | (ulong) (factor * product) >> 52));
    }
}
