package io.millrace.cli.radio;

import io.millrace.batch.Elements;
import io.millrace.cli.export.Instances;
import io.millrace.dataset.Dataset;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.scene.Layout;
import io.millrace.radio.scene.Place;
import io.millrace.radio.signal.Modulation;
import java.lang.foreign.MemorySegment;

/** One transmission of a dataset: whichever {@link Instances} stands at. Arrays have an element for each receiver. */
final class RadioInstance {
    /** The field of samples. */
    static final String SAMPLES = "iq";

    private final RadioSpec spec;
    private final Instances at;

    private RadioInstance(RadioSpec spec, Instances at) {
        this.spec = spec;
        this.at = at;
    }

    /**
     * Over a walk of all fields.
     *
     * @throws IllegalArgumentException if the dataset is of another workload
     * @throws io.millrace.dataset.DatasetException if it is of another version of this one
     */
    static RadioInstance of(Dataset dataset, Instances at, String format) throws java.io.IOException {
        if (!dataset.plan().workload().equals(RadioSpec.WORKLOAD)) {
            throw new IllegalArgumentException(format + " holds signals of " + RadioSpec.WORKLOAD
                    + ": this dataset has instances of " + dataset.plan().workload());
        }
        return new RadioInstance((RadioSpec) dataset.spec(), at);
    }

    RadioSpec spec() {
        return spec;
    }

    long index() {
        return at.index();
    }

    /** Whether there are samples. */
    boolean sampled() {
        return at.has(SAMPLES);
    }

    /** Receivers that are there. */
    int receivers() {
        return at.has("receiver_count") ? at.field("receiver_count").get(Elements.I4, 0) : spec.receivers();
    }

    Modulation modulation() {
        return Modulation.values()[at.field("modulation").get(Elements.I4, 0)];
    }

    /** A number of the transmission. */
    double value(String field) {
        return at.field(field).get(Elements.F8, 0);
    }

    /** A receiver's number of a field. */
    double value(String field, int receiver) {
        return at.field(field).getAtIndex(Elements.F8, receiver);
    }

    Place transmitter() {
        MemorySegment position = at.field("position");
        return new Place(
                position.getAtIndex(Elements.F8, 0),
                position.getAtIndex(Elements.F8, 1),
                spec.scene().transmitterHeight());
    }

    Place receiver(int receiver) {
        if (spec.scene().layout() instanceof Layout.Fixed fixed) {
            return fixed.places().get(receiver);
        }
        MemorySegment places = at.field("receiver_position");
        return new Place(
                places.getAtIndex(Elements.F8, 3L * receiver),
                places.getAtIndex(Elements.F8, 3L * receiver + 1),
                places.getAtIndex(Elements.F8, 3L * receiver + 2));
    }

    int paths() {
        return spec.channel().count();
    }

    /** Seconds of a path beyond {@code delay_s}. */
    double pathDelay(int receiver, int path) {
        return at.field("path_delay_s").getAtIndex(Elements.F8, (long) receiver * paths() + path);
    }

    /** The real part (0) or the imaginary part (1) of a path's gain at sample 0. */
    double pathGain(int receiver, int path, int part) {
        return at.field("path_gain").getAtIndex(Elements.F4, 2 * ((long) receiver * paths() + path) + part);
    }

    /** A receiver's samples, complex64, in √mW. */
    MemorySegment samples(int receiver) {
        long bytes = 8L * spec.samples();
        return at.field(SAMPLES).asSlice(receiver * bytes, bytes);
    }

    /** Whether a receiver's ratio lies in the scene's window. */
    boolean heard(int receiver) {
        double snr = value("snr_db", receiver);
        return snr >= spec.scene().snrWindow().least()
                && snr <= spec.scene().snrWindow().most();
    }

    /** The receiver with the largest ratio of signal to noise. */
    int clearest() {
        int clearest = 0;
        for (int r = 1; r < receivers(); r++) {
            clearest = value("snr_db", r) > value("snr_db", clearest) ? r : clearest;
        }
        return clearest;
    }
}
