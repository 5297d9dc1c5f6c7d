// EquationReader.features: the numbers of Fourier features, an item a feature of one function.
kernel void features(
    uint rows,
    const global int *functions,
    const global int *instances,
    ulong first,
    uint2 key,
    global float *numbers) {
    uint m = get_global_id(0);
    uint f = get_global_id(1);
    if (f >= rows) {
        return;
    }
    const global int *function = functions + f * FUNCTION_WIDTH;
    const global int *instance = instances + function[FUNCTION_INSTANCE] * INSTANCE_WIDTH;
    ulong index = first + (ulong) instance[INSTANCE_SLOT];
    uint block = (uint) function[FUNCTION_NODE] * NODE_BLOCKS;
    uint causes = function[FUNCTION_CAUSES];
    float amplitude = as_float(function[FUNCTION_AMPLITUDE]);
    float per_unit = as_float(function[FUNCTION_PER_UNIT]);
    uint lane = stream_lane(instance[INSTANCE_ATTEMPT], function[FUNCTION_STREAM]);
    global float *to = numbers + (size_t) function[FUNCTION_START] + m * (causes + 2);
    uint4 phases = philox(block + 1 + m / 4, lane + 1, index, key);
    uint pair = m / 2 % 2 == 0 ? (m % 2 == 0 ? phases.x : phases.y) : (m % 2 == 0 ? phases.z : phases.w);
    to[1] = (float) (int) (pair >> 8) * 0x1p-24f;
    for (uint i = 0; i <= causes; i++) {
        uint number = m * (causes + 1) + i;
        float normal = normal_part(pair_words(number / 2, block, lane, index, key), number % 2 == 1);
        to[i == 0 ? 0 : i + 1] = (i == 0 ? amplitude : per_unit) * normal;
    }
}
