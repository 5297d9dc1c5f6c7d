// Twins of WindowFeatures and Statistics. Class: reproducible.

// What is divided by.
static double positive(double x) {
    return x > DBL_MIN ? x : DBL_MIN;
}

// Silence has no logarithm.
static double heard(double x) {
    return x > LEAST_POWER ? x : LEAST_POWER;
}

static double at_least(double least, double x) {
    return x > least ? x : least;
}

// The eighth lowest of the bands: that one which seven come before, of equals those with a smaller number.
static float eighth(const global float *bands) {
    float found = bands[0];
    for (uint b = 0; b < BANDS; b++) {
        uint before = 0;
        for (uint other = 0; other < BANDS; other++) {
            before += bands[other] < bands[b] || (bands[other] == bands[b] && other < b) ? 1 : 0;
        }
        found = before == FLOOR ? bands[b] : found;
    }
    return found;
}

// Item = a window: its features from its sums.
kernel void window_features(
    const uint items, const global float *restrict sums, const double sample_rate, const double bandwidth,
    const double to_density, const double unbiased, const double decibel, const double present,
    global double *restrict features) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    const global float *s = sums + (size_t) item * SUM_LENGTH;
    global double *out = features + (size_t) item * FEATURES;
    double silence = LEAST_POWER / sample_rate;
    double power = heard((double) s[SUM_POWER] / WINDOW);
    double density = at_least(silence, (double) s[SUM_DENSITY] * to_density);
    double level = (double) eighth(s + SUM_BAND) * to_density / (WINDOW / BANDS) * unbiased;
    level = at_least(silence, at_least(LEAST_FLOOR * density, level));
    double bin = sample_rate / WINDOW;
    double noise = level * bandwidth;
    double signal = (density - level * WINDOW) * bin;
    double ratio = at_least(LEAST_RATIO, signal / noise);
    out[FEATURE_RSSI] = decibel * log_d(power);
    out[FEATURE_SNR] = decibel * log_d(ratio);
    out[FEATURE_NOISE_FLOOR] = decibel * log_d(noise);
    double turn = atan2_d((double) s[SUM_LAG_IM], (double) s[SUM_LAG_RE]) / 0x1.921fb54442d18p2;
    out[FEATURE_FREQUENCY_OFFSET] = turn * sample_rate;
    out[FEATURE_OCCUPIED_BANDWIDTH] = (double) (s[SUM_HIGH] - s[SUM_LOW] + 1) * bin;
    out[FEATURE_PEAK_PSD] = decibel * log_d(at_least(silence, (double) s[SUM_TOP] * to_density));
    out[FEATURE_SPECTRAL_CENTROID] = (double) s[SUM_MOMENT] / positive((double) s[SUM_DENSITY]) * bin;
    out[FEATURE_ROLLOFF_85] = (double) (s[SUM_ROLL] - WINDOW / 2) * bin;
    double mean = (double) s[SUM_ENVELOPE] / WINDOW;
    double peak = s[SUM_PEAK];
    out[FEATURE_ENVELOPE_MEAN] = mean;
    out[FEATURE_ENVELOPE_STD] = sqrt(at_least(0, power - mean * mean));
    out[FEATURE_ENVELOPE_MAX] = peak;
    out[FEATURE_PAPR] = decibel * log_d(heard(peak * peak) / power);
    out[FEATURE_ZERO_CROSSINGS] = (double) s[SUM_CROSSINGS] * sample_rate / (WINDOW - 1);
    double whole = positive((double) s[SUM_WIDTH]);
    double centre = (double) s[SUM_WIDTH_1] / whole;
    double spread = sqrt(at_least(0.25, (double) s[SUM_WIDTH_2] / whole - centre * centre)) / sample_rate;
    out[FEATURE_DELAY_SPREAD] = spread;
    out[FEATURE_COHERENCE_BANDWIDTH] = 1 / (5 * spread);
    double ripple = (double) s[SUM_RIPPLE] / (WINDOW / 4);
    out[FEATURE_DELAY_CONFIDENCE] = s[SUM_CENTRE] >= FLT_MIN ? 1 - ripple : 0;
    out[FEATURE_PRESENCE] = ratio >= present ? 1 : 0;
    out[FEATURE_CONFIDENCE] = ratio / (1 + ratio);
}

// Item = a feature of a reception: mean, standard deviation, minimum and maximum over its windows, zeros of equal size in the
// order of Math.min and Math.max.
kernel void statistics(
    const uint items, const uint row, const global ulong *restrict receptions, const uint reception_row,
    const uint receivers, const uint windows, const global double *restrict features, global float *restrict out) {
    uint item = get_global_id(0);
    if (item >= items) {
        return;
    }
    uint member = item / FEATURES;
    uint feature = item - member * FEATURES;
    const global double *in = features + (size_t) member * windows * FEATURES + feature;
    double first = in[0];
    double sum = 0;
    double squares = 0;
    double least = INFINITY;
    double most = -INFINITY;
    for (uint w = 0; w < windows; w++) {
        double value = in[(size_t) w * FEATURES];
        double difference = value - first;
        sum += difference;
        squares = fma(difference, difference, squares);
        least = value < least ? value : least < value ? least : as_double(as_ulong(value) | as_ulong(least));
        most = value > most ? value : most > value ? most : as_double(as_ulong(value) & as_ulong(most));
    }
    double mean = sum / windows;
    double variance = at_least(0, squares / windows - mean * mean);
    const global ulong *r = RECEPTION(row + member);
    size_t to = (((size_t) r[RECEPTION_INSTANCE] * receivers + r[RECEPTION_RECEIVER]) * FEATURES + feature) * 4;
    out[to] = (float) (first + mean);
    out[to + 1] = (float) sqrt(variance);
    out[to + 2] = (float) least;
    out[to + 3] = (float) most;
}

// Rows of receivers that are not there: before any other is written. Item = a number.
kernel void clear_features(const uint items, global float *restrict out) {
    if (get_global_id(0) < items) {
        out[get_global_id(0)] = 0;
    }
}
