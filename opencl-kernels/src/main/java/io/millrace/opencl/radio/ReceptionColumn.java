package io.millrace.opencl.radio;

import io.millrace.radio.Prologue;
import io.millrace.radio.channel.Reception;

/** A reception's row, in words of 64 bits; numbers that are no integers are the bits of doubles. Then come each path's. */
enum ReceptionColumn {
    /** The instance, from the batch's first on. */
    INSTANCE,
    /** The receiver. */
    RECEIVER,
    /** L: the envelope's sample at time 0. */
    LEAD,
    /** Of {@link Reception}. */
    ARRIVAL,
    /** Of {@link Reception}. */
    DRIFT,
    /** Of {@link Reception}. */
    CARRIER_PHASE,
    /** Of {@link Reception}. */
    CARRIER_STEP,
    /** Of {@link Reception}. */
    AMPLITUDE,
    /** Of {@link Reception}. */
    STEADY,
    /** Of {@link Reception}. */
    SCATTERED,
    /** Of {@link Reception}. */
    STEADY_STEP,
    /** Of {@link Reception}. */
    PHASE_NOISE,
    /** Of {@link Reception}. */
    NOISE,
    /** Of {@link Reception}. */
    RATIO,
    /** Re μ + Re ν. */
    SAME_RE,
    /** Im ν − Im μ. */
    CROSS_RE,
    /** Im μ + Im ν. */
    CROSS_IM,
    /** Re μ − Re ν. */
    SAME_IM,
    /** Of {@link Reception}. */
    DC_RE,
    /** Of {@link Reception}. */
    DC_IM,
    /** Of {@link Reception}. */
    QUANTUM;

    /** A path's words. */
    enum Path {
        /** Of {@link Reception}. */
        DELAY,
        /** Of {@link Reception}. */
        LEVEL,
        /** Of {@link Reception}. */
        PHASE
    }

    /** Where the paths begin. */
    static final int PATHS = values().length;

    /** Words of a path. */
    static final int PATH_WIDTH = Path.values().length;

    /** Writes what a receiver of the instance that was drawn last has. */
    static void write(Prologue prologue, int instance, int receiver, long[] row) {
        Reception r = prologue.reception(receiver);
        INSTANCE.put(row, instance);
        RECEIVER.put(row, receiver);
        LEAD.put(row, prologue.lead());
        ARRIVAL.put(row, r.arrival);
        DRIFT.put(row, r.drift);
        CARRIER_PHASE.put(row, r.carrierPhase);
        CARRIER_STEP.put(row, r.carrierStep);
        AMPLITUDE.put(row, (double) r.amplitude);
        STEADY.put(row, (double) r.steady);
        SCATTERED.put(row, (double) r.scattered);
        STEADY_STEP.put(row, r.steadyStep);
        PHASE_NOISE.put(row, (double) r.phaseNoise);
        NOISE.put(row, (double) r.noise);
        RATIO.put(row, r.ratio);
        SAME_RE.put(row, (double) (r.muRe + r.nuRe));
        CROSS_RE.put(row, (double) (r.nuIm - r.muIm));
        CROSS_IM.put(row, (double) (r.muIm + r.nuIm));
        SAME_IM.put(row, (double) (r.muRe - r.nuRe));
        DC_RE.put(row, (double) r.dcRe);
        DC_IM.put(row, (double) r.dcIm);
        QUANTUM.put(row, (double) r.quantum);
        for (int path = 0; path < r.delay.length; path++) {
            int at = PATHS + path * PATH_WIDTH;
            row[at + Path.DELAY.ordinal()] = Double.doubleToRawLongBits(r.delay[path]);
            row[at + Path.LEVEL.ordinal()] = Double.doubleToRawLongBits(r.level[path]);
            row[at + Path.PHASE.ordinal()] = r.phase[path];
        }
    }

    private void put(long[] row, long value) {
        row[ordinal()] = value;
    }

    private void put(long[] row, double value) {
        row[ordinal()] = Double.doubleToRawLongBits(value);
    }
}
