// SPDX-License-Identifier: Apache-2.0
//
// CVRP batches in plain C: what a careful programmer gets from loops that the compiler can vectorise, without intrinsics.
// Random numbers: Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011).

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>

enum { PAD = 16, COORDS = 0, DEMANDS = 1 };

typedef struct {
    float *coords;      // [batch][n + 1][2], slack of 4
    int32_t *demands;   // [batch][n + 1], slack of 4
    int32_t *capacity;  // [batch]
    float *distances;   // [batch][n + 1][n + 1], slack of PAD
} Lane;

typedef struct {
    int customers, batch, capacity;
    uint64_t seed;
    uint64_t last;         // the batch that ends this call
    atomic_ullong *next;   // the batch to take next, shared by all lanes: a delayed lane delays no other
} Job;

typedef struct {
    const Job *job;
    Lane *lane;
    int finished;  // this lane made the last batch
} Task;

// Ten rounds on the counter (block, stream, batch) under the key `seed`.
static inline void philox(uint32_t block, uint32_t stream, uint64_t batch, uint64_t seed, uint32_t out[4]) {
    uint32_t c0 = block, c1 = stream, c2 = (uint32_t)batch, c3 = (uint32_t)(batch >> 32);
    uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
#pragma GCC unroll 10
    for (int round = 0; round < 10; round++) {
        uint64_t p0 = (uint64_t)0xD2511F53u * c0, p1 = (uint64_t)0xCD9E8D57u * c2;
        c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
        c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
        c1 = (uint32_t)p1;
        c3 = (uint32_t)p0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    out[0] = c0, out[1] = c1, out[2] = c2, out[3] = c3;
}

void cvrp_philox(uint32_t block, uint32_t stream, uint64_t batch, uint64_t seed, uint32_t out[4]) {
    philox(block, stream, batch, seed, out);
}

static void uniform(float *restrict out, int count, uint64_t batch, uint64_t seed) {
    for (int b = 0; b < (count + 3) / 4; b++) {
        uint32_t w[4];
        philox((uint32_t)b, COORDS, batch, seed, w);
        for (int i = 0; i < 4; i++) out[4 * b + i] = (float)(w[i] >> 8) * 0x1p-24f;
    }
}

// 1 + floor(9 w / 2^32): a bias below 2^-29.
static void demand(int32_t *restrict out, int count, uint64_t batch, uint64_t seed) {
    for (int b = 0; b < (count + 3) / 4; b++) {
        uint32_t w[4];
        philox((uint32_t)b, DEMANDS, batch, seed, w);
        for (int i = 0; i < 4; i++) out[4 * b + i] = 1 + (int32_t)((9 * (uint64_t)w[i]) >> 32);
    }
}

// Every row is computed to a whole number of vectors; the next row overwrites its overhang.
static void matrix(const float *restrict coords, int nodes, float *restrict out) {
    int padded = (nodes + PAD - 1) / PAD * PAD;
    float x[padded], y[padded];
    for (int i = 0; i < nodes; i++) x[i] = coords[2 * i], y[i] = coords[2 * i + 1];
    for (int i = nodes; i < padded; i++) x[i] = y[i] = 0;
    for (int i = 0; i < nodes; i++) {
        float xi = x[i], yi = y[i], *row = out + i * nodes;
        for (int j = 0; j < padded; j++) {
            float dx = xi - x[j], dy = yi - y[j];
            row[j] = sqrtf(dx * dx + dy * dy);
        }
    }
}

static void fill(const Job *job, const Lane *lane, uint64_t batch) {
    int nodes = job->customers + 1;
    uniform(lane->coords, job->batch * nodes * 2, batch, job->seed);
    demand(lane->demands, job->batch * nodes, batch, job->seed);
    for (int b = 0; b < job->batch; b++) {
        lane->demands[b * nodes] = 0;
        lane->capacity[b] = job->capacity;
        matrix(lane->coords + 2 * b * nodes, nodes, lane->distances + (int64_t)b * nodes * nodes);
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

// Makes the batches first … first + count − 1, each whole by one of `threads` lanes. Returns the lane that holds the last of them, or −1.
int cvrp_run(int customers, int batch, int capacity, uint64_t seed, uint64_t first, uint64_t count, int threads, Lane *lanes) {
    atomic_ullong next = first;
    Job job = {customers, batch, capacity, seed, first + count - 1, &next};
    pthread_t ids[threads];
    Task tasks[threads];
    int started = 0, last = -1;
    for (int t = 0; t < threads; t++) tasks[t] = (Task){&job, lanes + t, 0};
    while (started < threads && pthread_create(ids + started, 0, work, tasks + started) == 0) started++;
    for (int t = 0; t < started; t++) {
        pthread_join(ids[t], 0);
        if (tasks[t].finished) last = t;
    }
    return started == threads ? last : -1;
}
