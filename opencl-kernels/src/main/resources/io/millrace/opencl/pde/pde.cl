// What pde's sources share. A work-group solves a trajectory, or makes a frame, in memory that is WORK: local or global. The host
// defines the columns of TRAJECTORY_ rows, and the types DTYPE_.
#ifdef FP64

#define PASTED(a, b) a##b
#define JOINED(a, b) PASTED(a, b)
// A function or a fence of fft.cl or real_fft.cl for the memory in which work is done.
#define IN_WORK(name) JOINED(name, WORK)
#define WORK_BARRIER barrier(IN_WORK(FFT_FENCE_))

// Where a group is one item, compilers may know.
#if PROCESSOR
#define SOLVER kernel __attribute__((reqd_work_group_size(1, 1, 1)))
#else
#define SOLVER kernel
#endif

#define work_local(work, size) (work)
#define work_global(work, size) ((work) + (size_t) get_group_id(0) * (size))

// Where transforms of m = points/2 numbers begin (re, im), end (out_) unless they are inverse, which begin there and end in re and im.
#define TRANSFORM_WORK                                                         \
    WORK double *re = IN_WORK(work_)(work, 2 * points);                        \
    WORK double *im = re + points / 2;                                         \
    WORK double *other_re = im + points / 2;                                   \
    WORK double *other_im = other_re + points / 2;                             \
    bool back = count % 2 == 0;                                                \
    WORK double *out_re = back ? re : other_re;                                \
    WORK double *out_im = back ? im : other_im;                                \
    WORK double *spare_re = back ? other_re : re;                              \
    WORK double *spare_im = back ? other_im : im;

// Where frames are written, or compared with what is written. The type is no constant: compilers take seconds for a kernel.
typedef struct {
    global void *u;
    // One of DTYPE_F2, DTYPE_F4 and DTYPE_F8.
    uint dtype;
    int compare;
} Frames;

// The largest number that can be written.
INLINE double largest(uint dtype) {
    return dtype == DTYPE_F8 ? DBL_MAX : dtype == DTYPE_F4 ? (double) FLT_MAX : 65504.0;
}

INLINE void store_element(double value, size_t element, Frames frames) {
    switch (frames.dtype) {
        case DTYPE_F8:
            ((global double *) frames.u)[element] = value;
            break;
        case DTYPE_F4:
            ((global float *) frames.u)[element] = (float) value;
            break;
        default:
            vstore_half_rte((float) value, element, (global half *) frames.u);
    }
}

INLINE double load_element(size_t element, const global void *u, uint dtype) {
    switch (dtype) {
        case DTYPE_F8:
            return ((const global double *) u)[element];
        case DTYPE_F4:
            return ((const global float *) u)[element];
        default:
            return vload_half(element, (const global half *) u);
    }
}

// What a work-item saw of a trajectory.
typedef struct {
    // Whether a number was too large, or none.
    int wild;
    // The largest difference from what is written; NaN if one was.
    double apart;
} Seen;

// Writes a number; or, of the same trajectory solved finer, compares it with the one that is written.
INLINE void put(double value, size_t element, Frames frames, Seen *seen) {
    if (frames.compare) {
        double apart = fabs(load_element(element, frames.u, frames.dtype) - value);
        seen->apart = apart > seen->apart || apart != apart ? apart : seen->apart;
    } else {
        store_element(value, element, frames);
        seen->wild |= fabs(value) <= largest(frames.dtype) ? 0 : 1;
    }
}

// Adds what was seen: a flag for each trajectory, a difference for each item.
INLINE void tell(
    const Seen seen, int compare, uint place, size_t item, global int *flags, global double *differences) {
    if (seen.wild) {
        flags[place] = 1;
    }
    if (compare) {
        differences[item] = seen.apart;
    }
}

#endif
