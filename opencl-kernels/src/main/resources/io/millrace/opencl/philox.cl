// Twins of io.millrace.random: Philox4x32-10 (Salmon et al., SC'11) and the values at positions of a stream, by the
// table of the Java package's page. Class: exact; normals reproducible. Stands after math.cl.
//
// (lane, index, key) name a stream: lane = stream_lane(attempt, stream), index the instance, key the mixed words of
// the Java class. Positions and k count without sign and wrap at 2^32.

// Philox.block: the four words of one block. Ten rounds on four scalars, unrolled: a compiler for processors then puts one
// block into each lane, where a vector of four words would fill a lane's register and leave the others idle.
static uint4 philox(uint block, uint lane, ulong index, uint2 key) {
    uint c0 = block;
    uint c1 = lane;
    uint c2 = (uint) index;
    uint c3 = (uint) (index >> 32);
    uint k0 = key.x;
    uint k1 = key.y;
#pragma unroll
    for (int round = 0; round < 10; round++) {
        ulong p0 = (ulong) 0xD2511F53u * c0;
        ulong p1 = (ulong) 0xCD9E8D57u * c2;
        c0 = (uint) (p1 >> 32) ^ c1 ^ k0;
        c2 = (uint) (p0 >> 32) ^ c3 ^ k1;
        c1 = (uint) p1;
        c3 = (uint) p0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    return (uint4) (c0, c1, c2, c3);
}

// Philox.lane: the second counter word; attempt and stream have 16 bits each.
static uint stream_lane(uint attempt, uint stream) {
    return attempt << 16 | stream;
}

// RandomStream.word.
static uint word_at(uint position, uint lane, ulong index, uint2 key) {
    uint4 words = philox(position >> 2, lane, index, key);
    uint low = (position & 1) == 0 ? words.x : words.y;
    uint high = (position & 1) == 0 ? words.z : words.w;
    return (position & 2) == 0 ? low : high;
}

// Words 2k, 2k + 1 of the stream.
static uint2 words_at(uint k, uint lane, ulong index, uint2 key) {
    uint4 words = philox(2 * k >> 2, lane, index, key);
    bool even = (k & 1) == 0;
    return (uint2) (even ? words.x : words.z, even ? words.y : words.w);
}

// (w ≫ 8)·2^-24 ∈ [0, 1).
static float uniform_f(uint word) {
    return (float) (int) (word >> 8) * 0x1p-24f;
}

// RandomStream.uniform.
static float uniform_f_at(uint k, uint lane, ulong index, uint2 key) {
    return uniform_f(word_at(k, lane, index, key));
}

// ⌊x·bound·2^-64⌋, x = low + 2^32·high, in two products of 32 by 32 bits.
static int below(uint low, uint high, int bound) {
    ulong b = (ulong) bound;
    return (int) ((high * b + (low * b >> 32)) >> 32);
}

// RandomStream.below; bound ≥ 1.
static int below_at(uint k, uint lane, ulong index, uint2 key, int bound) {
    uint2 words = words_at(k, lane, index, key);
    return below(words.x, words.y, bound);
}

#if defined(EXACT_DIVIDE_SQRT) || defined(FP64)
// Draws.normals(float): normal floats 2k, 2k + 1 of the stream.
static float2 normals_f_at(uint k, uint lane, ulong index, uint2 key) {
    uint2 words = words_at(k, lane, index, key);
    return (float2) (normal_first_f(words.x, words.y), normal_second_f(words.x, words.y));
}
#endif

#ifdef FP64
// (x ≫ 11)·2^-53 ∈ [0, 1), x = low + 2^32·high.
static double uniform_d(uint low, uint high) {
    return (double) (long) (((ulong) high << 32 | low) >> 11) * 0x1p-53;
}

// RandomStream.uniformDouble.
static double uniform_d_at(uint k, uint lane, ulong index, uint2 key) {
    uint2 words = words_at(k, lane, index, key);
    return uniform_d(words.x, words.y);
}

// RandomStream.triangular: the law on [low, high] with that mode, by inversion.
static double triangular_at(uint k, uint lane, ulong index, uint2 key, double low, double mode, double high) {
    double u = uniform_d_at(k, lane, index, key);
    double width = high - low;
    double rise = mode - low;
    return u * width < rise ? low + sqrt(u * width * rise) : high - sqrt((1 - u) * width * (high - mode));
}

// Draws.normals(double): normal doubles 2k, 2k + 1 of the stream, which are of its block k.
static double2 normals_d_at(uint k, uint lane, ulong index, uint2 key) {
    uint4 words = philox(k, lane, index, key);
    ulong radius = (ulong) words.y << 32 | words.x;
    ulong turn = (ulong) words.w << 32 | words.z;
    return (double2) (normal_first_d(radius, turn), normal_second_d(radius, turn));
}
#endif
