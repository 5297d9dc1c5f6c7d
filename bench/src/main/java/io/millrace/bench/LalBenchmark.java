package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.batch.DType;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.natives.lal.Lal;
import io.millrace.natives.lal.LalModel;
import io.millrace.natives.lal.LalOptions;
import io.millrace.natives.lal.LalPolarizations;
import io.millrace.waveform.Conditioning;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * LALSimulation's ChooseFDWaveform through the facade, each waveform into the next row of a batch; the unit is a waveform.
 * 20 to 1024 Hz by 0.125 Hz, masses of 10 to 80 solar masses, spins up to 0.9, aligned but for the models that precess. Points
 * are those of SplitMix64 from 20250101 on, so that a program in C can make the same. Without a LALSimulation it says what
 * was tried and how to install one.
 */
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", Measured.VECTOR_MODULE, "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LalBenchmark extends Measured {
    private static final long POINTS_SEED = 20250101;
    private static final double SPIN = 0.9;

    /** The model. */
    @Param({"IMRPhenomD", "IMRPhenomXPHM"})
    public String approximant;

    /** {@code C8} or {@code C16}. */
    @Param({"C8", "C16"})
    public String type;

    /** Waveforms of a batch: 65 MB in single precision. */
    @Param("500")
    public int count;

    private Point[] points;
    private Batch batch;
    private LalPolarizations polarizations;
    private MemorySegment plus;
    private MemorySegment cross;
    private int next;

    /** Draws the points and allocates the batch. */
    @Setup
    public void prepare() {
        Domain domain = Domain.uniform(20, 1024, 0.125);
        DType dtype = DType.valueOf(type);
        LalModel model = new LalModel(Lal.open(), approximant, domain, 20, Conditioning.NONE, LalOptions.NONE);
        boolean precessing = approximant.contains("XP") || approximant.contains("Pv");
        points = points(count, precessing);
        Schema schema = Schema.of(
                Field.of("h_plus", dtype, "h₊", domain.bins()), Field.of("h_cross", dtype, "h×", domain.bins()));
        batch = Batch.allocate(schema, count);
        plus = batch.tensor(0).fill((byte) 1);
        cross = batch.tensor(1).fill((byte) 1);
        polarizations = model.newPolarizations(dtype, null);
    }

    private static Point[] points(int count, boolean precessing) {
        SplittableRandom random = new SplittableRandom(POINTS_SEED);
        return Stream.generate(() -> point(random, precessing)).limit(count).toArray(Point[]::new);
    }

    /** Two masses, two spins, the cosines of their tilts, their azimuths, the inclination, the phase. */
    private static Point point(SplittableRandom random, boolean precessing) {
        Point point = new Point();
        point.set(Parameter.MASS_1, 10 + 70 * random.nextDouble());
        point.set(Parameter.MASS_2, 10 + 70 * random.nextDouble());
        double spin1 = SPIN * (2 * random.nextDouble() - 1);
        double spin2 = SPIN * (2 * random.nextDouble() - 1);
        double tilt1 = 2 * random.nextDouble() - 1;
        double tilt2 = 2 * random.nextDouble() - 1;
        double azimuth1 = 2 * Math.PI * random.nextDouble();
        double azimuth2 = 2 * Math.PI * random.nextDouble();
        if (precessing) {
            double plane1 = Math.abs(spin1) * Math.sqrt(1 - tilt1 * tilt1);
            double plane2 = Math.abs(spin2) * Math.sqrt(1 - tilt2 * tilt2);
            point.set(Parameter.SPIN_1X, plane1 * Math.cos(azimuth1));
            point.set(Parameter.SPIN_1Y, plane1 * Math.sin(azimuth1));
            point.set(Parameter.SPIN_2X, plane2 * Math.cos(azimuth2));
            point.set(Parameter.SPIN_2Y, plane2 * Math.sin(azimuth2));
        }
        point.set(Parameter.SPIN_1Z, precessing ? Math.abs(spin1) * tilt1 : spin1);
        point.set(Parameter.SPIN_2Z, precessing ? Math.abs(spin2) * tilt2 : spin2);
        point.set(Parameter.LUMINOSITY_DISTANCE, 1000);
        point.set(Parameter.IOTA, Math.PI * random.nextDouble());
        point.set(Parameter.PHASE, 2 * Math.PI * random.nextDouble());
        return point;
    }

    /** One waveform; the batch that it is in. */
    @Benchmark
    public Batch chooseFrequencyDomain() {
        int row = next;
        next = row + 1 == count ? 0 : row + 1;
        polarizations.make(points[row], plus, cross, row);
        return batch;
    }

    /** Frees the batch. */
    @TearDown
    public void release() {
        polarizations.close();
        batch.close();
    }
}
