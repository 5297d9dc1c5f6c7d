package io.millrace.radio;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.math.Log;
import io.millrace.radio.channel.Echoes;
import io.millrace.radio.channel.Reception;
import io.millrace.radio.scene.Layout;
import io.millrace.radio.scene.Link;
import io.millrace.radio.scene.Position;
import io.millrace.radio.signal.Baseband;
import io.millrace.radio.signal.Modulation;
import java.lang.foreign.MemorySegment;

/** Writes what is true of an instance, every field but samples and features. Rows of receivers that are not there are 0. */
final class Truth {
    /** The least power of a record over the received one: a record that is a pause has none. */
    private static final double SILENCE = 1e-30;

    private final RadioSpec spec;
    private final int receivers;
    private final int paths;
    private Batch batch;
    private MemorySegment count;
    private MemorySegment places;

    Truth(RadioSpec spec) {
        this.spec = spec;
        receivers = spec.receivers();
        paths = spec.channel().count();
    }

    void bind(Batch batch) {
        this.batch = batch;
        if (spec.scene().layout() instanceof Layout.Drawn drawn) {
            places = batch.tensor("receiver_position");
            count = drawn.count().single() ? null : batch.tensor("receiver_count");
        }
    }

    /** 10 lg x. Class: reproducible. */
    static double decibel(double x) {
        return Prologue.DECIBEL * Log.log(x);
    }

    /** Writes what is known before a sample is made; what {@link #measured} writes is 0. */
    void write(int row, Link link, Reception[] receptions, Modulation modulation, Baseband signal) {
        double samples = spec.samples();
        for (int r = 0; r < receivers; r++) {
            boolean there = r < link.count;
            Reception reception = receptions[r];
            long at = (long) row * receivers + r;
            put("snr_db", at, there ? link.snr[r] : 0);
            put("snr_db_realised", at, 0);
            put("power_dbm", at, there ? link.power[r] : 0);
            put("delay_s", at, there ? reception.arrival : 0);
            put("doppler_hz", at, there ? reception.doppler : 0);
            put("cfo_hz", at, there ? reception.carrierOffset : 0);
            for (int l = 0; l < paths; l++) {
                put("path_delay_s", at * paths + l, there ? reception.delay[l] : 0);
                gain(at * paths + l, 0, 0);
            }
            if (places != null) {
                places.setAtIndex(Elements.F8, 3 * at, there ? link.latitude[r] : 0);
                places.setAtIndex(Elements.F8, 3 * at + 1, there ? link.longitude[r] : 0);
                places.setAtIndex(Elements.F8, 3 * at + 2, there ? link.height[r] : 0);
            }
        }
        if (count != null) {
            count.setAtIndex(Elements.I4, row, link.count);
        }
        put("position", 2L * row, link.transmitterLatitude);
        put("position", 2L * row + 1, link.transmitterLongitude);
        put("gdop", row, link.gdop);
        double energy = spec.scene().ratioBandwidth() * samples / spec.sampleRate();
        put(
                "crlb_m",
                row,
                Position.bound(
                        link,
                        signal.rmsBandwidth(),
                        energy,
                        spec.channel().receiver().clock()));
        batch.tensor("modulation").setAtIndex(Elements.I4, row, modulation.ordinal());
        batch.tensor("attempts").setAtIndex(Elements.I4, row, link.attempts);
        batch.tensor("rejected_snr").setAtIndex(Elements.I4, row, link.rejectedSnr);
        batch.tensor("rejected_gdop").setAtIndex(Elements.I4, row, link.rejectedGdop);
    }

    /** Writes what the samples of a receiver tell. */
    void measured(int row, int r, Reception reception, Echoes.State state) {
        long at = (long) row * receivers + r;
        put("snr_db_realised", at, decibel(Math.max(SILENCE, state.power / spec.samples()) * reception.ratio));
        for (int l = 0; l < paths; l++) {
            gain(at * paths + l, state.gainRe[l], state.gainIm[l]);
        }
    }

    private void put(String field, long at, double value) {
        batch.tensor(field).setAtIndex(Elements.F8, at, value);
    }

    private void gain(long at, float re, float im) {
        MemorySegment gains = batch.tensor("path_gain");
        gains.setAtIndex(Elements.F4, 2 * at, re);
        gains.setAtIndex(Elements.F4, 2 * at + 1, im);
    }
}
