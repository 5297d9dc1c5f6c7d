// n/d for n < 2^31 by Divisor's multiplier and shift: an integer division costs a processor's lane or a GPU some 20 instructions.
static uint divide(uint n, uint2 by) {
    return (uint) ((ulong) n * by.x >> by.y);
}
