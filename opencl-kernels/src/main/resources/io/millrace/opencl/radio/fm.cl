// Twin of Fm, on audio.cl: x[m] = exp 2πi(φ₀ + Σ a), sums of 2⁻³² turns. Class: reproducible.

// Group = a block: how far it takes the phase.
kernel void fm_sums(ENVELOPE, const global float *restrict levels, global uint *restrict sums) {
    local uint partial[GROUP];
    Place place = PLACE;
    float scale = levels[2 * place.member];
    uint sum = 0;
    EACH(j, 0, BLOCK) {
        sum += (uint) truncated(x_re[place.x + j] * scale);
    }
    sum = total(sum, partial);
    if (get_local_id(0) == 0) {
        sums[get_group_id(0)] = sum;
    }
}

kernel void fm(ENVELOPE, const global float *restrict levels, const global uint *restrict sums) {
    local uint turns[BLOCK];
    local uint partial[GROUP];
    Place place = PLACE;
    float scale = levels[2 * place.member];
    EACH(j, 0, BLOCK) {
        turns[j] = (uint) truncated(x_re[place.x + j] * scale);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    scan(turns, partial);
    uint before = (uint) SIGNAL(place.instance)[SIGNAL_PHASE] + sums[get_group_id(0)];
    EACH(j, 0, BLOCK) {
        store_phasor(x_re, x_im, place.x + j, before + turns[j]);
    }
}
