/*
 * A small library with the names, signatures and structures of LAL and LALSimulation that Millrace calls, for its tests. One
 * model is honest, TaylorF2; the others misbehave in one way each. It counts what it allocates and what it prints.
 *
 * -DFIRST=n numbers the models from n on; -DNO_SEQUENCE and -DNO_DICTIONARY leave functions out.
 */
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "taylorf2.h"

#ifndef FIRST
#define FIRST 5
#endif

enum { EFAULT_ = 14, EINVAL_ = 22, EDOM_ = 33, EFUNC_ = 1024 };

typedef struct { int32_t seconds, nanoseconds; } gps;
typedef struct { int16_t power, numerator[7]; uint16_t denominator[7]; } unit;
typedef struct { uint32_t length; double *data; } sequence;
/* Of frequencies (f0, delta_f) or of times (delta_t, f0). */
typedef struct { char name[64]; gps epoch; union { double f0, delta_t; }; union { double delta_f, time_f0; };
                 unit units; sequence *data; } series;
typedef struct { int phase_order; double quadrupole1, quadrupole2; int modes; } dictionary;

typedef struct { const char *name, *version, *rest[11]; } vcs_info;
const vcs_info lalSimulationVCSInfo = {"LALSimulation", "0.1-small", {0}};

static const char *const models[] = {
    "TaylorF2",      /* as it should be */
    "TaylorT4",      /* over time only */
    "LeavesPointer", /* fails, and leaves a series behind */
    "NullCross",     /* succeeds with one series */
    "ShortSeries",   /* half as many bins */
    "LongSeries",    /* twice as many bins */
    "NoData",        /* a series without a sequence */
    "NotFinite",     /* one NaN */
    "InGsl",         /* GSL's handler is called */
    "Silent",        /* fails without a number */
    "SEOBNRv4_ROM",  /* fails below 50 solar masses, as reduced models do */
};
enum { COUNT = sizeof models / sizeof *models };
enum { TAYLOR_F2, TAYLOR_T4, LEAVES_POINTER, NULL_CROSS, SHORT_SERIES, LONG_SERIES, NO_DATA, NOT_FINITE, IN_GSL, SILENT,
       LIMITED };

static atomic_long live, printed, destroyed;
static atomic_int debug_level = 1, gsl_off;
static _Thread_local int number, silent;

long small_live(void) { return live; }
long small_printed(void) { return printed; }
long small_destroyed(void) { return destroyed; }

static void *allocate(size_t bytes) {
  live++;
  return calloc(1, bytes);
}

static void release(void *memory) {
  if (memory) live--;
  free(memory);
}

static void print(const char *text) {
  printed++;
  fprintf(stderr, "XLAL Error - %s\n", text);
}

/* Errors: a number for each thread, and a handler that prints unless it was silenced. */

static int fail(int code) {
  number = code;
  if (!silent && (debug_level & 1)) print("small");
  return -1;
}

int XLALGetBaseErrno(void) { return number & ~EFUNC_; }

int XLALClearErrno(void) {
  int former = number;
  number = 0;
  return former;
}

const char *XLALErrorString(int code) {
  return code == EDOM_ ? "Input domain error" : code == EINVAL_ ? "Invalid argument" : "Unknown error";
}

void XLALClobberDebugLevel(int level) { debug_level = level; }

void *XLALSetSilentErrorHandler(void) {
  silent = 1;
  return NULL;
}

void *gsl_set_error_handler_off(void) {
  gsl_off = 1;
  return NULL;
}

static void gsl_error(void) {
  if (!gsl_off) {
    print("gsl: the default handler aborts");
    abort();
  }
}

/* Dictionaries. */

#ifndef NO_DICTIONARY
dictionary *XLALCreateDict(void) {
  dictionary *made = allocate(sizeof *made);
  made->phase_order = -1;
  return made;
}
#endif

void XLALDestroyDict(dictionary *d) { release(d); }

int XLALSimInspiralWaveformParamsInsertPNPhaseOrder(dictionary *d, int value) {
  if (value < -1 || value > 7) return fail(EDOM_);
  d->phase_order = value;
  return 0;
}

int XLALSimInspiralWaveformParamsInsertdQuadMon1(dictionary *d, double value) {
  d->quadrupole1 = value;
  return 0;
}

int XLALSimInspiralWaveformParamsInsertdQuadMon2(dictionary *d, double value) {
  d->quadrupole2 = value;
  return 0;
}

int *XLALSimInspiralCreateModeArray(void) { return allocate(sizeof(int)); }

int *XLALSimInspiralModeArrayActivateMode(int *modes, unsigned ell, int m) {
  *modes += ell * 100 + m;
  return modes;
}

void XLALDestroyValue(int *value) { release(value); }

int XLALSimInspiralWaveformParamsInsertModeArray(dictionary *d, int *modes) {
  d->modes = *modes;
  return 0;
}

/* Series. */

static series *series_of(const char *name, double spacing, uint32_t length, int frequencies) {
  series *made = allocate(sizeof *made);
  strncpy(made->name, name, sizeof made->name - 1);
  *(frequencies ? &made->delta_f : &made->delta_t) = spacing;
  made->data = allocate(sizeof *made->data);
  made->data->length = length;
  made->data->data = allocate(length * sizeof(double) * (frequencies ? 2 : 1));
  return made;
}

static void destroy(series *s) {
  if (!s) return;
  destroyed++;
  if (s->data) release(s->data->data);
  release(s->data);
  release(s);
}

void XLALDestroyCOMPLEX16FrequencySeries(series *s) { destroy(s); }
void XLALDestroyREAL8TimeSeries(series *s) { destroy(s); }

/* Names of models. */

int XLALSimInspiralGetApproximantFromString(const char *name) {
  for (int k = 0; k < COUNT; k++)
    if (strncmp(name, models[k], strlen(models[k])) == 0) return FIRST + k;
  return fail(EINVAL_);
}

const char *XLALSimInspiralGetStringFromApproximant(int value) {
  if (value >= FIRST && value < FIRST + COUNT) return models[value - FIRST];
  fail(EINVAL_);
  return NULL;
}

int XLALSimInspiralImplementedFDApproximants(int value) { return value != FIRST + TAYLOR_T4; }
int XLALSimInspiralImplementedTDApproximants(int value) { return value == FIRST + TAYLOR_T4; }
int XLALSimInspiralGetSpinSupportFromApproximant(int value) { return value == FIRST + TAYLOR_T4 ? 0 : 2; }

/* Waveforms. */

static phasing phasing_for(double m1, double m2, double z1, double z2, const dictionary *d) {
  return phasing_of(m1 / SOLAR_MASS_KG, m2 / SOLAR_MASS_KG, z1, z2, 1 + (d ? d->quadrupole1 : 0),
                    1 + (d ? d->quadrupole2 : 0), d ? d->phase_order : -1);
}

static void put(series *plus, series *cross, uint32_t bin, double complex h, double inclination, double nodes) {
  double c = cos(inclination);
  double complex p = 0.5 * (1 + c * c) * h, x = -I * c * h;
  double complex rotated = cos(2 * nodes) * p + sin(2 * nodes) * x;
  x = cos(2 * nodes) * x - sin(2 * nodes) * p;
  memcpy(plus->data->data + 2 * bin, &rotated, sizeof rotated);
  memcpy(cross->data->data + 2 * bin, &x, sizeof x);
}

int XLALSimInspiralChooseFDWaveform(series **plus, series **cross, double m1, double m2, double s1x, double s1y, double s1z,
                                    double s2x, double s2y, double s2z, double distance, double inclination, double phi,
                                    double nodes, double eccentricity, double anomaly, double df, double f_min,
                                    double f_max, double f_ref, const dictionary *d, int approximant) {
  int model = approximant - FIRST;
  (void)eccentricity;
  (void)anomaly;
  if (!plus || !cross || *plus || *cross) return fail(EFAULT_);
  if (s1x != 0 || s1y != 0 || s2x != 0 || s2y != 0) return fail(EINVAL_ | EFUNC_);
  if (model < 0 || model >= COUNT || model == TAYLOR_T4) return fail(EINVAL_);
  if (model == SILENT) return -1;
  if (model == LIMITED && m1 + m2 < 50 * SOLAR_MASS_KG) return fail(EDOM_);
  if (model == IN_GSL) {
    gsl_error();
    return fail(EDOM_);
  }
  uint32_t length = (uint32_t)(f_max / df) + 1, filled = length;
  if (model == SHORT_SERIES) filled = length /= 2;
  if (model == LONG_SERIES) length *= 2;
  *plus = series_of("h_plus", df, length, 1);
  if (model == LEAVES_POINTER) return fail(EDOM_);
  if (model == NULL_CROSS) return 0;
  *cross = series_of("h_cross", df, length, 1);
  (*plus)->epoch.seconds = (*cross)->epoch.seconds = (int32_t)(-1 / df);
  if (model == NO_DATA) {
    release((*plus)->data->data);
    release((*plus)->data);
    (*plus)->data = NULL;
  }
  phasing p = phasing_for(m1, m2, s1z, s2z, d);
  if (model != NO_DATA)
    for (uint32_t k = (uint32_t)ceil(f_min / df); k < filled; k++)
      put(*plus, *cross, k, strain(&p, k * df, f_ref, phi, distance), inclination, nodes);
  if (model == LONG_SERIES) (*plus)->data->data[2 * length - 1] = NAN;
  if (model == NOT_FINITE) (*cross)->data->data[length] = NAN;
  return 0;
}

/* Conditioned in one respect: the last bin is zero. */
int XLALSimInspiralFD(series **plus, series **cross, double m1, double m2, double s1x, double s1y, double s1z, double s2x,
                      double s2y, double s2z, double distance, double inclination, double phi, double nodes,
                      double eccentricity, double anomaly, double df, double f_min, double f_max, double f_ref,
                      const dictionary *d, int approximant) {
  int model = approximant == FIRST + TAYLOR_T4 ? FIRST + TAYLOR_F2 : approximant;
  int status = XLALSimInspiralChooseFDWaveform(plus, cross, m1, m2, s1x, s1y, s1z, s2x, s2y, s2z, distance, inclination, phi,
                                               nodes, eccentricity, anomaly, df, f_min, f_max, f_ref, d, model);
  if (status != 0) return status;
  size_t last = 2 * (size_t)((*plus)->data->length - 1);
  memset((*plus)->data->data + last, 0, 2 * sizeof(double));
  memset((*cross)->data->data + last, 0, 2 * sizeof(double));
  return 0;
}

#ifndef NO_SEQUENCE
int XLALSimInspiralChooseFDWaveformSequence(series **plus, series **cross, double phi, double m1, double m2, double s1x,
                                            double s1y, double s1z, double s2x, double s2y, double s2z, double f_ref,
                                            double distance, double inclination, const dictionary *d, int approximant,
                                            const sequence *frequencies) {
  if (!plus || !cross || *plus || *cross || !frequencies) return fail(EFAULT_);
  if (s1x != 0 || s1y != 0 || s2x != 0 || s2y != 0 || approximant != FIRST + TAYLOR_F2) return fail(EINVAL_);
  *plus = series_of("h_plus", 0, frequencies->length, 1);
  *cross = series_of("h_cross", 0, frequencies->length, 1);
  phasing p = phasing_for(m1, m2, s1z, s2z, d);
  for (uint32_t k = 0; k < frequencies->length; k++)
    put(*plus, *cross, k, strain(&p, frequencies->data[k], f_ref, phi, distance), inclination, 0);
  return 0;
}
#endif

/* A Newtonian chirp from f_min to the last stable orbit, coalescence at time 0; returns its length. */
int XLALSimInspiralChooseTDWaveform(series **plus, series **cross, double m1, double m2, double s1x, double s1y, double s1z,
                                    double s2x, double s2y, double s2z, double distance, double inclination, double phi,
                                    double nodes, double eccentricity, double anomaly, double dt, double f_min,
                                    double f_ref, const dictionary *d, int approximant) {
  (void)nodes;
  (void)eccentricity;
  (void)anomaly;
  (void)f_ref;
  (void)d;
  if (!plus || !cross || *plus || *cross) return fail(EFAULT_);
  if (approximant != FIRST + TAYLOR_T4) return fail(EINVAL_);
  if (s1x != 0 || s1y != 0 || s1z != 0 || s2x != 0 || s2y != 0 || s2z != 0) return fail(EINVAL_);
  double mass = (m1 + m2) / SOLAR_MASS_KG, seconds = mass * SOLAR_MASS_S, eta = m1 * m2 / (m1 + m2) / (m1 + m2);
  double start = 5 / (256 * eta) * seconds * pow(PI * seconds * f_min, -8.0 / 3);
  double stop = 5 / (256 * eta) * seconds * pow(6, 4), c = cos(inclination);
  if (start <= stop) return fail(EDOM_);
  uint32_t length = (uint32_t)((start - stop) / dt);
  *plus = series_of("h_plus", dt, length, 0);
  *cross = series_of("h_cross", dt, length, 0);
  (*plus)->epoch.seconds = (*cross)->epoch.seconds = (int32_t)-start;
  (*plus)->epoch.nanoseconds = (*cross)->epoch.nanoseconds = (int32_t)(-1e9 * (start - (int32_t)start));
  for (uint32_t k = 0; k < length; k++) {
    double theta = eta * (start - k * dt) / (5 * seconds);
    double v2 = pow(theta, -0.25) / 4, angle = 2 * phi - 2 / eta * pow(theta, 0.625);
    double amplitude = -4 * eta * mass * SOLAR_MASS_M / distance * v2;
    (*plus)->data->data[k] = amplitude * 0.5 * (1 + c * c) * cos(angle);
    (*cross)->data->data[k] = amplitude * c * sin(angle);
  }
  return (int)length;
}
