// What was before each block: exclusive sums of the blocks' sums, in place. Item = a row of blocks.
kernel void scan_blocks(const uint items, const uint blocks, global uint *sums) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    global uint *row = sums + (size_t) item * blocks;
    uint sum = 0;
    for (uint b = 0; b < blocks; b++) {
        uint own = row[b];
        row[b] = sum;
        sum += own;
    }
}
