// SPDX-License-Identifier: Apache-2.0
//
// LALSimulation's ChooseFDWaveform from plain C: threads that make whole batches, each waveform copied into its row. The
// library is opened when it is run; its prototypes and the layout of a series are written here by its documentation, so that
// no header of its is needed.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

enum { BINS = 8193, PARAMETERS = 6 };

static const double DELTA_F = 0.125, F_MIN = 20, F_MAX = 1024, F_REF = 20;
static const double DISTANCE = 100 * 3.085677581491367278913937957796471611e22;   // m
static const double SUN = 1.988409870698050731911960804878414216e30;              // kg

typedef struct {
    uint32_t length;
    double *data;   // re, im
} Sequence;

typedef struct {
    char head[120];   // name, epoch, f0, deltaF, units
    Sequence *data;
} Series;

typedef int Choose(Series **plus, Series **cross, double m1, double m2, double s1x, double s1y, double s1z, double s2x,
                   double s2y, double s2z, double distance, double inclination, double phase, double nodes,
                   double eccentricity, double anomaly, double delta_f, double f_min, double f_max, double f_ref,
                   void *options, int approximant);

static Choose *choose;
static void (*destroy)(Series *);
static int approximant;

typedef struct {
    double *parameters;   // [batch][PARAMETERS]
    void *plus, *cross;   // [batch][BINS] complex
} Lane;

typedef struct {
    int batch, single;
    uint64_t seed, last;
    atomic_ullong *next;
    atomic_int *failed;
} Job;

typedef struct {
    const Job *job;
    Lane *lane;
    int finished;
} Task;

// Opens the library; 0, or which step failed.
int lal_open(const char *path, const char *model) {
    void *library = dlopen(path, RTLD_NOW);
    if (!library) return 1;
    void (*quiet)(void) = (void (*)(void))dlsym(library, "gsl_set_error_handler_off");
    int (*number)(const char *) = (int (*)(const char *))dlsym(library, "XLALSimInspiralGetApproximantFromString");
    choose = (Choose *)dlsym(library, "XLALSimInspiralChooseFDWaveform");
    destroy = (void (*)(Series *))dlsym(library, "XLALDestroyCOMPLEX16FrequencySeries");
    if (!quiet || !number || !choose || !destroy) return 2;
    quiet();
    approximant = number(model);
    return approximant < 0 ? 3 : 0;
}

// SplitMix64 (Steele, Lea and Flood 2014), in [0, 1).
static double uniform(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (double)((z ^ z >> 31) >> 11) * 0x1p-53;
}

static void store(const Series *series, int single, void *rows, int row) {
    size_t length = series->data->length < BINS ? series->data->length : BINS;
    const double *restrict from = series->data->data;
    if (single) {
        float *restrict to = (float *)rows + (size_t)2 * BINS * row;
        for (size_t i = 0; i < 2 * length; i++) to[i] = (float)from[i];
        memset(to + 2 * length, 0, (BINS - length) * 8);
    } else {
        double *restrict to = (double *)rows + (size_t)2 * BINS * row;
        memcpy(to, from, length * 16);
        memset(to + 2 * length, 0, (BINS - length) * 16);
    }
}

static void fill(const Job *job, const Lane *lane, uint64_t batch) {
    uint64_t state = job->seed + batch * 0xD1342543DE82EF95u;
    for (int row = 0; row < job->batch; row++) {
        double *p = lane->parameters + PARAMETERS * row;
        p[0] = 10 + 70 * uniform(&state), p[1] = 10 + 70 * uniform(&state);
        p[2] = 1.8 * uniform(&state) - 0.9, p[3] = 1.8 * uniform(&state) - 0.9;
        p[4] = acos(2 * uniform(&state) - 1), p[5] = 6.283185307179586 * uniform(&state);
        Series *plus = 0, *cross = 0;
        if (choose(&plus, &cross, p[0] * SUN, p[1] * SUN, 0, 0, p[2], 0, 0, p[3], DISTANCE, p[4], p[5], 0, 0, 0, DELTA_F,
                   F_MIN, F_MAX, F_REF, 0, approximant) || !plus || !cross) {
            atomic_store(job->failed, 1);
        } else {
            store(plus, job->single, lane->plus, row);
            store(cross, job->single, lane->cross, row);
        }
        if (plus) destroy(plus);
        if (cross) destroy(cross);
    }
}

static void *work(void *argument) {
    Task *task = argument;
    uint64_t batch;
    while ((batch = atomic_fetch_add(task->job->next, 1)) <= task->job->last) {
        fill(task->job, task->lane, batch);
        task->finished = batch == task->job->last;
    }
    return 0;
}

// Makes the batches first … first + count − 1, each whole by one of `threads` lanes. Returns the lane that holds the last of
// them, or −1.
int lal_run(int batch, int single, uint64_t seed, uint64_t first, uint64_t count, int threads, Lane *lanes) {
    atomic_ullong next = first;
    atomic_int failed = 0;
    Job job = {batch, single, seed, first + count - 1, &next, &failed};
    pthread_t ids[threads];
    Task tasks[threads];
    int started = 0, last = -1;
    for (int t = 0; t < threads; t++) tasks[t] = (Task){&job, lanes + t, 0};
    while (started < threads && pthread_create(ids + started, 0, work, tasks + started) == 0) started++;
    for (int t = 0; t < started; t++) {
        pthread_join(ids[t], 0);
        if (tasks[t].finished) last = t;
    }
    return started == threads && !failed ? last : -1;
}
