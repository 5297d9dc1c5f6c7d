// A reception is a row: columns of the receiver, then PATH_WIDTH columns of each path.
#define RECEPTION(row) (receptions + (size_t) (row) * reception_row)
#define PATH(r, path) ((r) + RECEPTION_PATHS + (path) * PATH_WIDTH)

static float real_f(ulong word) {
    return (float) as_double(word);
}
