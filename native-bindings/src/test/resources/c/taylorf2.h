/*
 * TaylorF2 with aligned spins to 3.5PN, in the stationary phase approximation with Newtonian amplitude.
 *
 * Phasing: Buonanno, Iyer, Ochsner, Pan, Sathyaprakash 2009 (arXiv:0907.0700) eq. 3.18 without spins; Mishra, Kela, Arun, Faye
 * 2016 (arXiv:1601.05588) eq. 6 spin-orbit; Bohe, Faye, Marsat, Porter 2015 (arXiv:1501.01529) spin-spin, with the quadrupole
 * moment of each body, kappa = 1 for black holes.
 */
#include <complex.h>
#include <math.h>

#define SOLAR_MASS_KG 1.9884098706980507e30
#define SOLAR_MASS_M 1476.6250380501247
#define SOLAR_MASS_S 4.925490947641267e-06
#define EULER_GAMMA 0.57721566490153286
#define PI 3.14159265358979324

typedef struct {
  double mass;          /* in solar masses */
  double eta;
  double c[8];          /* of v^n */
  double logarithm[8];  /* of v^n log v */
} phasing;

/* Spin-spin terms of one body: x its share of the mass. */
static double self2(double x, double chi, double kappa) {
  return -50 * (kappa + 1.0 / 80) * x * x * chi * chi;
}

static double self3(double x, double chi, double kappa) {
  double moment = 47035.0 / 84 + 2935.0 / 6 * x - 120 * x * x;
  double spin = -410825.0 / 672 - 1085.0 / 12 * x + 1255.0 / 36 * x * x;
  return (moment * kappa + spin) * x * x * chi * chi;
}

/* order: twice the highest PN order, or -1 for all. */
static phasing phasing_of(double m1, double m2, double chi1, double chi2, double kappa1, double kappa2, int order) {
  phasing p = {.mass = m1 + m2};
  double x1 = m1 / p.mass, x2 = m2 / p.mass, n = x1 * x2, d = x1 - x2;
  double s = (chi1 + chi2) / 2, a = d * (chi1 - chi2) / 2, both = n * chi1 * chi2;
  p.eta = n;
  p.c[0] = 1;
  p.c[2] = 3715.0 / 756 + 55.0 / 9 * n;
  p.c[3] = -16 * PI + 113.0 / 3 * a + (113.0 / 3 - 76.0 / 3 * n) * s;
  p.c[4] = 15293365.0 / 508032 + 27145.0 / 504 * n + 3085.0 / 72 * n * n
      + self2(x1, chi1, kappa1) + self2(x2, chi2, kappa2) - 395.0 / 4 * both;
  p.c[5] = PI * (38645.0 / 756 - 65.0 / 9 * n) + (-732985.0 / 2268 - 140.0 / 9 * n) * a
      + (-732985.0 / 2268 + 24260.0 / 81 * n + 340.0 / 9 * n * n) * s;
  p.logarithm[5] = 3 * p.c[5];
  p.c[6] = 11583231236531.0 / 4694215680 - 640.0 / 3 * PI * PI - 6848.0 / 21 * (EULER_GAMMA + log(4))
      + (-15737765635.0 / 3048192 + 2255.0 / 12 * PI * PI) * n + 76055.0 / 1728 * n * n - 127825.0 / 1296 * n * n * n
      + PI * (2270.0 / 3 * a + (2270.0 / 3 - 520 * n) * s)
      + self3(x1, chi1, kappa1) + self3(x2, chi2, kappa2) + (32675.0 / 112 + 5575.0 / 18 * n) * both;
  p.logarithm[6] = -6848.0 / 21;
  p.c[7] = PI * (77096675.0 / 254016 + 378515.0 / 1512 * n - 74045.0 / 756 * n * n)
      + (-25150083775.0 / 3048192 + 26804935.0 / 6048 * n - 1985.0 / 48 * n * n) * a
      + (-25150083775.0 / 3048192 + 10566655595.0 / 762048 * n - 1042165.0 / 3024 * n * n + 5345.0 / 36 * n * n * n) * s;
  for (int k = order < 0 ? 8 : order + 1; k < 8; k++) p.c[k] = p.logarithm[k] = 0;
  return p;
}

static double velocity(const phasing *p, double f) { return cbrt(PI * p->mass * SOLAR_MASS_S * f); }

static double phase(const phasing *p, double f) {
  double v = velocity(p, f), sum = 0;
  for (int k = 7; k >= 0; k--) sum = sum * v + p->c[k] + p->logarithm[k] * log(v);
  return 3 / (128 * p->eta) * sum / pow(v, 5);
}

/* h~(f) in strain seconds; distance in m, phi the orbital phase, at f_ref or, for f_ref = 0, at coalescence. */
static double complex strain(const phasing *p, double f, double f_ref, double phi, double distance) {
  double v = velocity(p, f);
  double amplitude = sqrt(5 * PI / 24 * p->eta) * p->mass * SOLAR_MASS_M / distance * p->mass * SOLAR_MASS_S * pow(v, -3.5);
  double psi = phase(p, f) - (f_ref > 0 ? phase(p, f_ref) : 0) - 2 * phi - PI / 4;
  return -amplitude * cexp(-I * psi);
}
