package io.millrace.opencl.radio;

import io.millrace.batch.DType;
import io.millrace.fft.FftPlan;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.FftOpenCl;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.radio.Prologue;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.feature.Feature;
import io.millrace.radio.feature.WindowFeatures;
import io.millrace.radio.feature.WindowSums;
import java.util.HashMap;
import java.util.Map;

/** {@code window_sums.cl} and {@code window_features.cl}: features of the samples of a piece. */
final class FeatureOpenCl {
    private static final int FEATURES = Feature.values().length;

    private final Room room;
    private final RadioSpec spec;
    private final int receptionRow;
    private final int windows;
    private final WindowFeatures host;
    private final FftPlan plan;
    private final Kernel sum;
    private final Kernel delays;
    private final Kernel features;
    private final Kernel statistics;
    private final Kernel clear;
    private final Buffer taper;
    private final Buffer stages;
    private final Buffer factors;
    private final Scratch sums;
    private final Scratch densities;
    private final Scratch values;

    FeatureOpenCl(Room room, int receptionRow) {
        this.room = room;
        this.receptionRow = receptionRow;
        spec = room.spec();
        int window = spec.window();
        windows = spec.samples() / window;
        host = new WindowFeatures(window, spec.sampleRate(), spec.scene().ratioBandwidth());
        plan = FftPlan.of(window);
        Map<String, Object> constants = constants(window);
        String[] sources = {FftOpenCl.FILE, "reception.cl", "window_sums.cl"};
        sum = room.kernel("window_sums", constants, sources);
        delays = room.kernel("delay_sums", constants, sources);
        String[] files = {"reception.cl", "window_features.cl"};
        features = room.kernel("window_features", constants, files);
        statistics = room.kernel("statistics", constants, files);
        clear = room.kernel("clear_features", constants, files);
        taper = room.constant("taper", WindowSums.taper(window));
        FftOpenCl fft = new FftOpenCl(plan, DType.F4);
        stages = fft.stages(room.queue());
        factors = fft.factors(room.queue());
        sums = room.queue().newScratch();
        densities = room.queue().newScratch();
        values = room.queue().newScratch();
    }

    private static Map<String, Object> constants(int window) {
        Map<String, Object> constants = new HashMap<>();
        constants.put("WINDOW", window);
        constants.put("BANDS", WindowSums.BANDS);
        constants.put("FLOOR", WindowFeatures.FLOOR);
        constants.put("LEAST_RATIO", Double.toHexString(WindowFeatures.LEAST_RATIO));
        constants.put("LEAST_POWER", Double.toHexString(WindowFeatures.LEAST_POWER));
        constants.put("LEAST_FLOOR", Double.toHexString(WindowFeatures.LEAST_FLOOR));
        constants.put("FEATURES", FEATURES);
        constants.put("SUM_LENGTH", WindowSums.LENGTH);
        constants.put("SUM_POWER", WindowSums.POWER);
        constants.put("SUM_ENVELOPE", WindowSums.ENVELOPE);
        constants.put("SUM_PEAK", WindowSums.PEAK);
        constants.put("SUM_LAG_RE", WindowSums.LAG_RE);
        constants.put("SUM_LAG_IM", WindowSums.LAG_IM);
        constants.put("SUM_CROSSINGS", WindowSums.CROSSINGS);
        constants.put("SUM_DENSITY", WindowSums.DENSITY);
        constants.put("SUM_MOMENT", WindowSums.MOMENT);
        constants.put("SUM_TOP", WindowSums.TOP);
        constants.put("SUM_LOW", WindowSums.LOW);
        constants.put("SUM_ROLL", WindowSums.ROLL);
        constants.put("SUM_HIGH", WindowSums.HIGH);
        constants.put("SUM_WIDTH", WindowSums.WIDTH);
        constants.put("SUM_WIDTH_1", WindowSums.WIDTH_1);
        constants.put("SUM_WIDTH_2", WindowSums.WIDTH_2);
        constants.put("SUM_RIPPLE", WindowSums.RIPPLE);
        constants.put("SUM_CENTRE", WindowSums.CENTRE);
        constants.put("SUM_BAND", WindowSums.BAND);
        for (Feature feature : Feature.values()) {
            constants.put("FEATURE_" + feature.name(), feature.ordinal());
        }
        return constants;
    }

    /** Enqueues zeros for all features of a batch, where some receivers are not there. */
    void clear(int instances, DeviceBatch fields) {
        long numbers = (long) instances * spec.receivers() * FEATURES * 4;
        clear.arg(fields.buffer("features")).run(numbers);
    }

    /** Enqueues the features of a piece. */
    void enqueue(Piece piece) {
        long groups = (long) piece.rows() * windows;
        Buffer summed = sums.of(Float.BYTES * groups * WindowSums.LENGTH);
        Buffer density = densities.of(Float.BYTES * groups * spec.window());
        Buffer valued = values.of(Double.BYTES * groups * FEATURES);
        sum.arg(windows)
                .arg(Divisor.of(windows))
                .arg(piece.row())
                .arg(piece.receptions())
                .arg(receptionRow)
                .arg(spec.receivers())
                .arg(spec.samples())
                .arg(piece.iqBase())
                .arg(piece.iq())
                .arg(taper)
                .arg(plan.stages())
                .arg(stages)
                .arg(factors)
                .arg(density)
                .arg(summed)
                .runGroups(groups, room.group(sum));
        delays.arg(density)
                .arg(plan.stages())
                .arg(stages)
                .arg(factors)
                .arg(summed)
                .runGroups(groups, room.group(delays));
        features.arg(summed)
                .arg(spec.sampleRate())
                .arg(spec.scene().ratioBandwidth())
                .arg(host.toDensity())
                .arg(host.unbiased())
                .arg(Prologue.DECIBEL)
                .arg(WindowFeatures.PRESENT)
                .arg(valued)
                .run(groups);
        statistics
                .arg(piece.row())
                .arg(piece.receptions())
                .arg(receptionRow)
                .arg(spec.receivers())
                .arg(windows)
                .arg(valued)
                .arg(piece.fields().buffer("features"))
                .run((long) piece.rows() * FEATURES);
    }
}
