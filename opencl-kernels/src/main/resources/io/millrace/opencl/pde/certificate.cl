// Twin of Certificate.add. Class: reproducible.
#ifdef FP64

// Item = a frame of a trajectory that was made at once: of the numbers that are written their sum, that of their squares, the largest.
kernel void frame_sums(
    const uint items, const uint frames, const uint points, const global uint *slots, const global void *u,
    const uint dtype, global double *sums) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint place = item / frames;
    size_t from = ((size_t) slots[place] * frames + (item - place * frames)) * points;
    double sum = 0;
    double squares = 0;
    double most = 0;
    for (uint j = 0; j < points; j++) {
        double value = load_element(from + j, u, dtype);
        sum += value;
        squares = fma(value, value, squares);
        most = fabs(value) > most ? fabs(value) : most;
    }
    sums[3 * (size_t) item] = sum;
    sums[3 * (size_t) item + 1] = squares;
    sums[3 * (size_t) item + 2] = most;
}

#endif
