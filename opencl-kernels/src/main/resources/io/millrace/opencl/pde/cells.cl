// What finite volumes share: cells, some of them a point.
#ifdef FP64

#define EACH for (size_t j = get_local_id(0); j < points; j += get_local_size(0))

// Means.of one point.
INLINE double mean_of(const WORK double *cells, uint split) {
    double sum = 0;
    for (uint k = 0; k < split; k++) {
        sum += cells[k];
    }
    return sum / split;
}

// Writes or compares a frame, whose first number is the element `frame` of u.
INLINE void put_cells(
    uint points, uint split, const WORK double *cells, size_t frame, Frames frames, Seen *seen) {
    if (split == 1) {
        EACH {
            // as a mean is: no zero is negative
            put(cells[j] + 0.0, frame + j, frames, seen);
        }
    } else {
        for (size_t j = get_local_id(0); j < points / split; j += get_local_size(0)) {
            put(mean_of(cells + split * j, split), frame + j, frames, seen);
        }
    }
}

#endif
