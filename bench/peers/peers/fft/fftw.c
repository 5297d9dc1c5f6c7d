// SPDX-License-Identifier: Apache-2.0
// Transforms by FFTW for fftw.py: a plan of a whole batch, as patiently made as FFTW can.
#include <fftw3.h>
#include <stddef.h>

// Overwrites both arrays.
void *fft_plan(int real, int length, int batch, void *in, void *out) {
    int spectrum = real ? length / 2 + 1 : length;
    return real ? fftw_plan_many_dft_r2c(1, &length, batch, in, NULL, 1, length, out, NULL, 1, spectrum, FFTW_PATIENT)
                : fftw_plan_many_dft(1, &length, batch, in, NULL, 1, length, out, NULL, 1, spectrum, FFTW_FORWARD, FFTW_PATIENT);
}

void fft_run(void *plan, long long count) {
    for (long long i = 0; i < count; i++)
        fftw_execute(plan);
}
