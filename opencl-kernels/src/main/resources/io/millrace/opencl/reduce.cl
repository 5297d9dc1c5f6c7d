// Reductions over a work-group whose results do not depend on its shape: integer sums, and minima and maxima of numbers
// without NaN. Every work-item of the group calls and gets the result; scratch has an element for each.
#define GROUP_REDUCTION(name, type, folded)                                                                            \
    static type name(type value, local type *scratch) {                                                                \
        uint item = get_local_id(0);                                                                                   \
        scratch[item] = value;                                                                                         \
        barrier(CLK_LOCAL_MEM_FENCE);                                                                                  \
        for (uint size = get_local_size(0); size > 1; size = (size + 1) / 2) {                                         \
            uint other = item + (size + 1) / 2;                                                                        \
            if (other < size) {                                                                                        \
                type a = scratch[item];                                                                                \
                type b = scratch[other];                                                                               \
                scratch[item] = folded;                                                                                \
            }                                                                                                          \
            barrier(CLK_LOCAL_MEM_FENCE);                                                                              \
        }                                                                                                              \
        type result = scratch[0];                                                                                      \
        barrier(CLK_LOCAL_MEM_FENCE);                                                                                  \
        return result;                                                                                                 \
    }

GROUP_REDUCTION(group_sum, int, a + b)
GROUP_REDUCTION(group_max, int, a > b ? a : b)
GROUP_REDUCTION(group_min_f, float, a < b ? a : b)
GROUP_REDUCTION(group_max_f, float, a > b ? a : b)
#ifdef FP64
GROUP_REDUCTION(group_max_d, double, a > b ? a : b)
#endif
