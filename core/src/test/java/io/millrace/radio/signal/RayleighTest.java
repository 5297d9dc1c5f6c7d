package io.millrace.radio.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Workloads;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.kernel.FractionalDelay;
import io.millrace.random.RandomStream;
import io.millrace.random.Statistics;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The whole chain: binary phase keying over a flat Rayleigh channel, one constant gain a record, at a mean E_b/N₀ of 10 dB, received by a filter
 * that knows the timing and takes the gain from the record's other symbols. At the false-alarm rate of {@link Statistics}.
 */
class RayleighTest {
    /** Samples a symbol. */
    private static final int K = 4;

    private static final int INSTANCES = 2000;
    private static final int SYMBOLS = 64;
    /** Symbols at either end that are not looked at. */
    private static final int EDGE = 14;

    private static final int COUNT = SYMBOLS - 2 * EDGE;
    private static final double ROLL_OFF = 0.35;
    private static final double RATE = 50_000;

    @Test
    void errorsAreAsManyAsTheoryHas() throws InterruptedException {
        double ratio = 10;
        Map<String, String> settings = Map.ofEntries(
                Map.entry("modulation", "bpsk"),
                Map.entry("samples", Integer.toString(SYMBOLS * K)),
                Map.entry("symbol-rate", Double.toString(RATE / K)),
                Map.entry("bandwidth-hz", "20000"),
                Map.entry("noise-bandwidth-hz", Double.toString(RATE)),
                Map.entry("frequency-offset-hz", "0"),
                Map.entry("lo-error-ppm", "0"),
                Map.entry("doppler-hz", "0"),
                Map.entry("fading", "rayleigh"),
                Map.entry("fading-model", "gaussian"),
                Map.entry("snr-db", Double.toString(10 * Math.log10(ratio / K))),
                Map.entry("min-snr-db", "-200"),
                Map.entry("max-gdop", "none"));
        Generator generator = Backends.choose(
                        Backends.AUTO, Workloads.named(RadioSpec.WORKLOAD).parse(settings), Envelope.SEED)
                .generator();
        double sum = 0;
        double squares = 0;
        int records = 0;
        try (Pipeline pipeline = Pipeline.open(generator, new Range(0, INSTANCES), new Options(1, 64, 2))) {
            for (Batch next = pipeline.next(); next != null; next = pipeline.next()) {
                try (Batch batch = next) {
                    for (int row = 0; row < batch.count(); row++) {
                        for (double share : errors(batch, row)) {
                            sum += share;
                            squares += share * share;
                            records++;
                        }
                    }
                }
            }
        }
        // ½(1 − ρ), ρ the correlation of the gain with what it is taken to be (J. G. Proakis, appendix C), here by
        // COUNT − 1 symbols
        double known = ratio * (COUNT - 1);
        double theory = (1 - Math.sqrt(ratio / (1 + ratio)) * Math.sqrt(known / (1 + known))) / 2;
        assertEquals(0.023269, (1 - Math.sqrt(ratio / (1 + ratio))) / 2, 1e-6);
        double mean = sum / records;
        Statistics.mean("errors", mean, theory, squares / records - mean * mean, records);
    }

    private static double[] errors(Batch batch, int row) {
        MemorySegment delays = batch.tensor("delay_s");
        int receivers = 7;
        // the envelope's sample 0 comes so long before time 0 that the farthest receiver's filter has all it needs
        double latest = 0;
        for (int r = 0; r < receivers; r++) {
            latest = Math.max(latest, delay(delays, row, r));
        }
        double lead = Math.ceil(latest) + FractionalDelay.REACH;
        long index = batch.first() + row;
        RandomStream random = new RandomStream(Envelope.PHILOX);
        double part = random.at(index, 0, Streams.START).uniformDouble(1);
        random.at(index, 0, Streams.SYMBOLS);
        double[] shares = new double[receivers];
        for (int r = 0; r < receivers; r++) {
            double[] re = new double[SYMBOLS * K];
            double[] im = new double[SYMBOLS * K];
            for (int m = 0; m < re.length; m++) {
                long at = 2 * (((long) row * receivers + r) * re.length + m);
                re[m] = batch.tensor("iq").getAtIndex(Elements.F4, at);
                im[m] = batch.tensor("iq").getAtIndex(Elements.F4, at + 1);
            }
            double shift = lead - delay(delays, row, r);
            int first = (int) Math.ceil(part + shift / K) + Pulse.BEFORE + EDGE;
            Matched filter = new Matched(-(Pulse.BEFORE + part) * K - shift, K, ROLL_OFF);
            double[] yRe = new double[COUNT];
            double[] yIm = new double[COUNT];
            double gainRe = 0;
            double gainIm = 0;
            for (int i = 0; i < COUNT; i++) {
                int sign = random.word(first + i) < 0 ? 1 : -1;
                yRe[i] = -sign * filter.at(re, first + i);
                yIm[i] = -sign * filter.at(im, first + i);
                gainRe += yRe[i];
                gainIm += yIm[i];
            }
            for (int i = 0; i < COUNT; i++) {
                double toward = yRe[i] * (gainRe - yRe[i]) + yIm[i] * (gainIm - yIm[i]);
                shares[r] += toward < 0 ? 1.0 / COUNT : 0;
            }
        }
        return shares;
    }

    private static double delay(MemorySegment delays, int row, int receiver) {
        return delays.getAtIndex(Elements.F8, 7L * row + receiver) * RATE;
    }
}
