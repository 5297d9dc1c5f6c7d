package io.millrace.radio;

import io.millrace.batch.Constant;
import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.SpecGenerator;
import io.millrace.generator.Worker;
import io.millrace.radio.feature.Feature;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.radio.scene.Layout;
import io.millrace.radio.scene.Link;
import io.millrace.radio.scene.Place;
import io.millrace.radio.scene.SceneReader;
import io.millrace.radio.signal.Modulation;
import io.millrace.random.Philox;
import io.millrace.spec.SpecException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Signals of one spec and seed.
 *
 * <table class="striped">
 * <caption>fields; R receivers, n samples, P paths</caption>
 * <tr><th>{@code iq}</th><td>c8 (R, n)</td><td>√mW: |iq|² is a power in mW</td></tr>
 * <tr><th>{@code features}</th><td>f4 (R, features, 4)</td><td>{@link Feature}s; mean, standard deviation, minimum, maximum over
 * windows</td></tr>
 * <tr><th>{@code snr_db}</th><td>f8 (R)</td><td>by the link budget, or asked</td></tr>
 * <tr><th>{@code snr_db_realised}</th><td>f8 (R)</td><td>mean power of this record before noise over the noise's</td></tr>
 * <tr><th>{@code power_dbm}</th><td>f8 (R)</td><td>received, by the link budget</td></tr>
 * <tr><th>{@code delay_s}</th><td>f8 (R)</td><td>propagation and clock error at sample 0; paths come later</td></tr>
 * <tr><th>{@code doppler_hz}</th><td>f8 (R)</td><td>shift of the direct path</td></tr>
 * <tr><th>{@code cfo_hz}</th><td>f8 (R)</td><td>of the transmitter's and the receiver's oscillators</td></tr>
 * <tr><th>{@code path_delay_s}</th><td>f8 (R, P)</td><td>beyond delay_s</td></tr>
 * <tr><th>{@code path_gain}</th><td>c8 (R, P)</td><td>at sample 0, E Σ|g|² = 1</td></tr>
 * <tr><th>{@code receiver_count}</th><td>i4</td><td>where it is drawn; the rows of others are 0</td></tr>
 * <tr><th>{@code receiver_position}</th><td>f8 (R, 3)</td><td>where they are drawn: degrees, degrees, m</td></tr>
 * <tr><th>{@code position}</th><td>f8 (2)</td><td>the transmitter's latitude, longitude, degrees</td></tr>
 * <tr><th>{@code gdop}</th><td>f8</td><td>over the receivers that hear; +∞ where they fix no position</td></tr>
 * <tr><th>{@code crlb_m}</th><td>f8</td><td>least root mean square error of a position from time differences</td></tr>
 * <tr><th>{@code modulation}</th><td>i4</td><td>{@link Modulation}'s number</td></tr>
 * <tr><th>{@code attempts}, {@code rejected_snr}, {@code rejected_gdop}</th><td>i4</td><td>positions thrown away, and why;
 * counters</td></tr>
 * </table>
 *
 * <p>Constants: {@code receivers} f8 (R, 3) where they are fixed; the tables of the spec. Class: reproducible.
 */
public final class RadioGenerator extends SpecGenerator<RadioSpec> {
    private final RadioKernels.Factory kernels;

    RadioGenerator(RadioSpec spec, long seed, String backend, RadioKernels.Factory kernels) {
        super(spec, seed, backend, schema(spec));
        this.kernels = kernels;
        requirePossible();
    }

    private static Schema schema(RadioSpec spec) {
        int receivers = spec.receivers();
        int paths = spec.channel().count();
        List<Field> fields = new ArrayList<>();
        if (spec.output().samples()) {
            fields.add(Field.of("iq", DType.C8, "samples; sqrt(mW)", receivers, spec.samples()));
        }
        if (spec.output().features()) {
            fields.add(Field.of("features", DType.F4, features(), receivers, Feature.values().length, 4));
        }
        fields.add(Field.of("snr_db", DType.F8, "signal over noise, asked or by the link budget; dB", receivers));
        fields.add(Field.of("snr_db_realised", DType.F8, "signal over noise of this record; dB", receivers));
        fields.add(Field.of("power_dbm", DType.F8, "received power by the link budget; dBm", receivers));
        fields.add(Field.of("delay_s", DType.F8, "propagation and clock error at sample 0; s", receivers));
        fields.add(Field.of("doppler_hz", DType.F8, "shift of the direct path; Hz", receivers));
        fields.add(Field.of("cfo_hz", DType.F8, "offset of both oscillators; Hz", receivers));
        fields.add(Field.of("path_delay_s", DType.F8, "beyond delay_s; s", receivers, paths));
        fields.add(Field.of("path_gain", DType.C8, "at sample 0", receivers, paths));
        if (spec.scene().layout() instanceof Layout.Drawn drawn) {
            if (!drawn.count().single()) {
                fields.add(Field.of("receiver_count", DType.I4, "receivers that are there"));
            }
            fields.add(
                    Field.of("receiver_position", DType.F8, "latitude, longitude, height; deg, deg, m", receivers, 3));
        }
        fields.add(Field.of("position", DType.F8, "of the transmitter: latitude, longitude; deg", 2));
        fields.add(Field.of("gdop", DType.F8, "dilution of precision over the receivers that hear"));
        fields.add(Field.of("crlb_m", DType.F8, "bound on the error of a position by time differences; m"));
        fields.add(Field.of("modulation", DType.I4, names()));
        fields.add(Field.counter("attempts", "positions that were thrown away"));
        fields.add(Field.counter("rejected_snr", "of these: heard by too few receivers"));
        fields.add(Field.counter("rejected_gdop", "of these: dilution of precision too large"));
        return new Schema(fields, constants(spec));
    }

    private static String features() {
        List<String> names = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            names.add(feature.unit().isEmpty() ? feature.text() : feature.text() + " [" + feature.unit() + "]");
        }
        return String.join(", ", names) + "; mean, std, min, max over windows";
    }

    private static String names() {
        List<String> names = new ArrayList<>();
        for (Modulation modulation : Modulation.values()) {
            names.add(modulation.ordinal() + " " + modulation.text());
        }
        return String.join(", ", names);
    }

    private static List<Constant> constants(RadioSpec spec) {
        List<Constant> constants = new ArrayList<>();
        if (spec.scene().layout() instanceof Layout.Fixed fixed) {
            List<Place> places = fixed.places();
            MemorySegment data = MemorySegment.ofArray(new byte[24 * places.size()]);
            for (int r = 0; r < places.size(); r++) {
                data.setAtIndex(Elements.F8, 3L * r, places.get(r).latitude());
                data.setAtIndex(Elements.F8, 3L * r + 1, places.get(r).longitude());
                data.setAtIndex(Elements.F8, 3L * r + 2, places.get(r).height());
            }
            constants.add(new Constant(
                    Field.of("receivers", DType.F8, "latitude, longitude, height; deg, deg, m", places.size(), 3),
                    data));
        }
        spec.tables().forEach((key, table) -> constants.add(table.constant(key, "the table of the key " + key)));
        return constants;
    }

    /** A spec whose first instance has no position is refused before anything is written. */
    private void requirePossible() {
        Link link = new Link(spec().receivers());
        if (!spec().scene().newReader(seed()).draw(0, link)) {
            throw new SpecException(noPosition(link));
        }
    }

    static String noPosition(Link link) {
        return "none of " + SceneReader.MOST + " positions of the transmitter is good: " + link.ledger();
    }

    /** What is scalar of instances, for one thread that makes samples elsewhere. */
    public Prologue newPrologue() {
        return new Prologue(spec(), seed(), SampleKernels.scalar(Philox.of(RadioSpec.WORKLOAD, seed())));
    }

    @Override
    public Worker newWorker() {
        return new RadioWorker(this, kernels.open(spec(), Philox.of(RadioSpec.WORKLOAD, seed())));
    }
}
