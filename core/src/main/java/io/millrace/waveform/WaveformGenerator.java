package io.millrace.waveform;

import io.millrace.batch.Constant;
import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.SpecGenerator;
import io.millrace.generator.Worker;
import io.millrace.spec.SpecException;
import io.millrace.waveform.detector.Observation;
import io.millrace.waveform.detector.Projection;
import io.millrace.waveform.detector.Projector;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.ParameterSource;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Waveforms of one spec and seed.
 *
 * <table class="striped">
 * <caption>fields; n bins, D detectors, P parameters</caption>
 * <tr><th>{@code h_plus}, {@code h_cross}</th><td>c8 or c16 (n)</td><td>without detectors; strain·second, or whitened</td></tr>
 * <tr><th>{@code amplitude}, {@code phase}</th><td>f4 or f8 (n)</td><td>of h̃ instead, for output amplitude-phase; rad</td></tr>
 * <tr><th>{@code strain}</th><td>c8 or c16 (D, n)</td><td>with detectors</td></tr>
 * <tr><th>{@code parameters}</th><td>f8 (P)</td><td>names and units stand in the field's meaning</td></tr>
 * <tr><th>{@code attempts}</th><td>i4</td><td>draws that were thrown away; a counter</td></tr>
 * </table>
 *
 * <p>Constants: {@code frequency} f8 (n) in Hz; {@code asd} f8 (curves, n) in 1/√Hz where there are noise curves; the tables of
 * the spec. Class: reproducible with kernels of Millrace's own; foreign where a library computes the polarizations, but
 * {@code parameters} are the same bits always.
 */
public final class WaveformGenerator extends SpecGenerator<WaveformSpec> {
    private final Optional<String> foreign;
    private final Projection projection;
    /** Of Millrace's own kernels; null where a library computes. */
    private final Grids grids;

    private final PolarizationsFactory models;
    private final double[] weights;
    private final boolean shifting;
    private final boolean lanes;

    private WaveformGenerator(
            WaveformSpec spec,
            long seed,
            String backend,
            Optional<String> foreign,
            Grids grids,
            PolarizationsFactory models,
            boolean shifting,
            boolean lanes) {
        super(spec, seed, backend, schema(spec));
        this.foreign = foreign;
        this.grids = grids;
        this.models = models;
        this.shifting = shifting;
        this.lanes = lanes;
        this.projection = new Projection(spec.observation(), spec.domain());
        this.weights = spec.observation().whiten() ? projection.weights(0) : null;
        requirePossible();
    }

    /** By kernels of Millrace's own. */
    static WaveformGenerator closedForm(
            WaveformSpec spec, long seed, String backend, Supplier<WaveformKernels> kernels, boolean lanes) {
        boolean shifting = spec.observation().detectors().isEmpty();
        Grids grids = new Grids(spec.domain());
        return new WaveformGenerator(
                spec,
                seed,
                backend,
                Optional.empty(),
                grids,
                (type, weights) -> new ClosedForm(spec, grids.of(weights), kernels.get(), type, shifting),
                shifting,
                lanes);
    }

    /**
     * By somebody else's library.
     *
     * @param backend the backend's name
     * @param library the library's name and version
     * @param models opens the library for a thread; they ignore {@code geocent_time}
     * @param lanes whether what comes after the library is computed over lanes
     */
    public static WaveformGenerator foreign(
            WaveformSpec spec, long seed, String backend, String library, PolarizationsFactory models, boolean lanes) {
        return new WaveformGenerator(spec, seed, backend, Optional.of(library), null, models, false, lanes);
    }

    private static Schema schema(WaveformSpec spec) {
        int bins = spec.domain().bins();
        Observation observation = spec.observation();
        String unit = observation.whiten() ? "whitened, noise of variance 1" : "strain s";
        List<Field> fields = new ArrayList<>();
        if (!observation.detectors().isEmpty()) {
            String names = observation.detectors().stream().map(Enum::name).collect(Collectors.joining(", "));
            fields.add(Field.of(
                    "strain",
                    spec.dtype(),
                    names + "; " + unit,
                    observation.detectors().size(),
                    bins));
        } else if (spec.output() == Output.AMPLITUDE_PHASE) {
            fields.add(Field.of("amplitude", real(spec.dtype()), "|h|; " + unit, bins));
            fields.add(Field.of("phase", real(spec.dtype()), "arg h, unwrapped; rad", bins));
        } else {
            fields.add(Field.of("h_plus", spec.dtype(), unit, bins));
            fields.add(Field.of("h_cross", spec.dtype(), unit, bins));
        }
        List<ParameterSource.Column> columns = spec.parameters().columns();
        fields.add(Field.of(
                "parameters",
                DType.F8,
                columns.stream().map(WaveformGenerator::print).collect(Collectors.joining(", ")),
                columns.size()));
        fields.add(Field.counter("attempts", "draws that were thrown away"));
        return new Schema(fields, constants(spec));
    }

    private static DType real(DType complex) {
        return complex == DType.C8 ? DType.F4 : DType.F8;
    }

    private static String print(ParameterSource.Column column) {
        return column.unit().isEmpty() ? column.name() : column.name() + " [" + column.unit() + "]";
    }

    private static List<Constant> constants(WaveformSpec spec) {
        Domain domain = spec.domain();
        List<Constant> constants = new ArrayList<>();
        constants.add(constant("frequency", "Hz", domain.frequencies(), domain.bins()));
        Observation observation = spec.observation();
        int curves = observation.curves().size();
        if (curves > 0) {
            double[] asd = new double[curves * domain.bins()];
            for (int curve = 0; curve < curves; curve++) {
                double[] one = observation.curves().get(curve).on(domain);
                System.arraycopy(one, 0, asd, curve * domain.bins(), domain.bins());
            }
            constants.add(constant("asd", "1/sqrt(Hz)", asd, curves, domain.bins()));
        }
        spec.tables().forEach((key, table) -> constants.add(table.constant(key, "the table of the key " + key)));
        return constants;
    }

    private static Constant constant(String name, String meaning, double[] values, int... shape) {
        MemorySegment data = MemorySegment.ofArray(new byte[8 * values.length]);
        MemorySegment.copy(values, 0, data, Elements.F8, 0, values.length);
        return new Constant(Field.of(name, DType.F8, meaning, shape), data);
    }

    /** A spec without waveforms is refused here, before anything is written: every row that was given, or the first that are drawn. */
    private void requirePossible() {
        ParameterSource.Reader reader = spec().parameters().newReader(seed());
        Point point = new Point();
        double[] row = new double[spec().parameters().columns().size()];
        try (Polarizations model = projects() ? staged() : direct()) {
            if (spec().parameters().drawn()) {
                requireOne(model, reader, point, row);
            } else {
                requireRows(model, reader, point, row);
            }
        }
    }

    private void requireRows(Polarizations model, ParameterSource.Reader reader, Point point, double[] row) {
        for (long index = 0; index < size(); index++) {
            reader.read(index, 0, point, row, 0);
            Optional<String> refusal = model.refusal(point);
            if (refusal.isPresent()) {
                throw new SpecException("parameters, row " + index + " (" + point + "): " + refusal.get());
            }
        }
    }

    private void requireOne(Polarizations model, ParameterSource.Reader reader, Point point, double[] row) {
        Optional<String> refusal = Optional.of("their constraints never hold");
        int refusals = 0;
        for (int attempt = 0; attempt < Attempts.MOST && refusals < Attempts.MOST_REFUSALS; attempt++) {
            if (reader.read(0, attempt, point, row, 0)) {
                refusal = model.refusal(point);
                if (refusal.isEmpty()) {
                    return;
                }
                refusals++;
            }
        }
        throw new SpecException("none of " + Math.max(refusals, 1)
                + " draws of the parameters has a waveform; the last, " + point + ": " + refusal.orElseThrow());
    }

    @Override
    public Optional<String> foreign() {
        return foreign;
    }

    @Override
    public long size() {
        return spec().parameters().size();
    }

    @Override
    public Worker newWorker() {
        return new WaveformWorker(this);
    }

    /**
     * What is scalar of these waveforms, for one thread that evaluates the bins elsewhere.
     *
     * @throws IllegalStateException where a library computes them
     */
    public Prologue newPrologue() {
        if (grids == null) {
            throw new IllegalStateException("what " + backend() + " computes has no closed form");
        }
        return new Prologue(spec(), seed(), grids.of(projects() ? null : weights), projection);
    }

    /** Whether a model's result is an intermediate one, for detectors. */
    boolean projects() {
        return !spec().observation().detectors().isEmpty();
    }

    /** Whether models apply {@link Parameter#GEOCENT_TIME} themselves. */
    boolean shifting() {
        return shifting;
    }

    /** What a model writes where nothing comes after it. */
    DType outputType() {
        return spec().output() == Output.AMPLITUDE_PHASE ? real(spec().dtype()) : spec().dtype();
    }

    /** A model that writes the polarizations into a batch. */
    Polarizations direct() {
        return models.open(outputType(), weights);
    }

    /** A model that writes them for a {@link #projector()}. */
    Polarizations staged() {
        return models.open(DType.C16, null);
    }

    /** For one thread. */
    Projector projector() {
        return lanes ? projection.vector(seed(), spec().dtype()) : projection.scalar(seed(), spec().dtype());
    }
}
