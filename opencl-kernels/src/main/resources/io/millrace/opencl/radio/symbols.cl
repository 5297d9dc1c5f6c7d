// Twin of Symbols: where samples are in symbols, and the symbols' words. Class: exact.

// Words of a block: up to BLOCK symbols begin in it, MOST_SPAN more may be read, and blocks of four words.
#define WORDS (BLOCK + MOST_SPAN + 8)

// The symbol of sample m, and how much of it has passed in 2⁻⁶⁴.
static uint symbol_at(uint m, const global ulong *signal, __private ulong *fraction) {
    ulong step = signal[SIGNAL_STEP];
    ulong start = signal[SIGNAL_PART];
    ulong low = (ulong) m * (uint) step;
    ulong high = (ulong) m * (uint) (step >> 32) + (low >> 32);
    ulong at = (high << 32 | (uint) low) + start;
    *fraction = at;
    return (uint) (high >> 32) + (at < start ? 1 : 0);
}

// The word of symbol first + i goes to words[(first & 3) + i], for count of them.
INLINE void draw_symbols(uint first, uint count, ulong index, uint2 key, local uint *words) {
    EACH(q, 0, ((first & 3) + count + 3) / 4) {
        uint4 four = philox((first >> 2) + q, stream_lane(0, STREAM_SYMBOLS), index, key);
        words[4 * q] = four.x;
        words[4 * q + 1] = four.y;
        words[4 * q + 2] = four.z;
        words[4 * q + 3] = four.w;
    }
}
