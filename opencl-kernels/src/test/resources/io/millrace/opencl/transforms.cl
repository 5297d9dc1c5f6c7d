// A work-group transforms a signal in place: in local memory, or with the help of as much global memory.

kernel void transform_local(
    const uint groups, const uint n, const uint count, const global uint *stages, const global float *factors,
    global float *re, global float *im, local float *even_re, local float *even_im, local float *odd_re,
    local float *odd_im) {
    size_t from = (size_t) get_group_id(0) * n;
    for (uint i = get_local_id(0); i < n; i += get_local_size(0)) {
        even_re[i] = re[from + i];
        even_im[i] = im[from + i];
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    fft_local(n, count, stages, factors, even_re, even_im, odd_re, odd_im);
    for (uint i = get_local_id(0); i < n; i += get_local_size(0)) {
        re[from + i] = count % 2 == 0 ? even_re[i] : odd_re[i];
        im[from + i] = count % 2 == 0 ? even_im[i] : odd_im[i];
    }
}

kernel void transform_global(
    const uint groups, const uint n, const uint count, const global uint *stages, const global float *factors,
    global float *re, global float *im, global float *other_re, global float *other_im) {
    size_t from = (size_t) get_group_id(0) * n;
    fft_global(n, count, stages, factors, re + from, im + from, other_re + from, other_im + from);
    if (count % 2 == 1) {
        for (uint i = get_local_id(0); i < n; i += get_local_size(0)) {
            re[from + i] = other_re[from + i];
            im[from + i] = other_im[from + i];
        }
    }
}
