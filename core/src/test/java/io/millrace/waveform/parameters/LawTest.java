package io.millrace.waveform.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import io.millrace.random.Statistics;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws against their distribution functions, at the false-alarm rate of {@link Statistics}. */
class LawTest {
    private static final int COUNT = 100_000;

    private static void follows(Law law, DoubleUnaryOperator distribution) {
        RandomStream random = new RandomStream(Philox.of("laws", 4711));
        double[] sample = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            sample[i] = law.draw(random.at(i, 0, 3));
            assertTrue(sample[i] >= law.least() && sample[i] <= law.most(), () -> law.text() + " leaves its range");
        }
        Statistics.kolmogorovSmirnov(law.text(), sample, distribution);
    }

    private static DoubleUnaryOperator between(double a, double b, DoubleUnaryOperator primitive) {
        double from = primitive.applyAsDouble(a);
        double to = primitive.applyAsDouble(b);
        return x -> (primitive.applyAsDouble(x) - from) / (to - from);
    }

    @Test
    void uniform() {
        follows(new Law.Uniform(-3, 5), x -> (x + 3) / 8);
    }

    @Test
    void trigonometric() {
        follows(Law.Sine.FULL, x -> (1 - Math.cos(x)) / 2);
        follows(new Law.Sine(0.5, 1), between(0.5, 1, x -> -Math.cos(x)));
        follows(Law.Cosine.FULL, x -> (1 + Math.sin(x)) / 2);
        follows(new Law.Cosine(-1, 0.2), between(-1, 0.2, Math::sin));
    }

    @ParameterizedTest
    @CsvSource({"2, 100, 5000", "2, 0, 1", "-3, 1, 9", "-0.5, 0, 4", "-0.999, 1, 2", "-1.001, 1, 1e6", "60, 0.1, 90"})
    void powers(double alpha, double a, double b) {
        double p = alpha + 1;
        follows(new Law.PowerLaw(alpha, a, b), between(a, b, x -> Math.signum(p) * Math.pow(x / b, p)));
    }

    @Test
    void logarithmic() {
        follows(new Law.LogUniform(1e-3, 1e4), between(1e-3, 1e4, Math::log));
        follows(new Law.PowerLaw(-1, 2, 3), between(2, 3, Math::log));
    }

    @Test
    void chirpMass() {
        follows(new ChirpMassLaw(25, 100), between(25, 100, x -> x * x));
    }

    /** The sum −5·q^(−1/5)·₂F₁(−2/5, −1/5; 4/5; −q), which is bilby's distribution function; |q| ≤ 1. */
    private static double massRatioPrimitive(double q) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < 20_000 && Math.abs(term) > 1e-16; n++) {
            term *= (n - 0.4) * (n - 0.2) / ((n + 0.8) * (n + 1)) * -q;
            sum += term;
        }
        return -5 * Math.pow(q, -0.2) * sum;
    }

    @Test
    void massRatio() {
        DoubleUnaryOperator distribution = between(0.125, 1, LawTest::massRatioPrimitive);
        // the alternating sum is slow at 1: every 2,000th draw is enough for the law, as there is a test of values
        // below
        Law law = new MassRatioLaw(0.125, 1);
        RandomStream random = new RandomStream(Philox.of("laws", 4711));
        double[] sample = new double[5_000];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = law.draw(random.at(i, 0, 3));
        }
        Statistics.kolmogorovSmirnov(law.text(), sample, distribution);
    }

    /** Numbers of scipy's hyp2f1 and a root finder. */
    @ParameterizedTest
    @CsvSource({
        "0.125, 0.1, 0.15075663245100782",
        "0.125, 0.5, 0.3360207844217394",
        "0.125, 0.9, 0.8007482473301993",
        "0.0001, 0.1, 0.00015640336964175592",
        "0.0001, 0.5, 0.001630060210113633",
        "0.0001, 0.9, 0.14515493488615672"
    })
    void massRatioValues(double least, double u, double q) {
        assertEquals(q, new MassRatioLaw(least, 1).quantile(u), 1e-12 * q);
    }

    @Test
    void alignedSpin() {
        double a = 0.9;
        follows(new AlignedSpin(a), x -> x == 0 ? 0.5 : 0.5 + x / (2 * a) * (1 - Math.log(Math.abs(x) / a)));
    }

    /** Distances of astropy's Planck15, its comoving one by adaptive quadrature of its efunc. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.9997741339154382, 1e-10",
        "4.429032864588028, 4.424608256331697, 1e-10",
        "89.86279542776937, 88.10077983114644, 1e-12",
        "475.3369371836559, 432.1244883487781, 1e-12",
        "2918.34189312285, 1945.5612620818997, 1e-12",
        "6791.810623950695, 3395.9053119753476, 1e-12",
        "15934.615643802023, 5311.5385479340075, 1e-12",
        "106140.2387252923, 9649.11261139021, 1e-12",
        "622827.0273490758, 12212.294653903446, 1e-12",
        "1000000, 12647.613414213301, 1e-12"
    })
    void distances(double luminosity, double comoving, double error) {
        assertEquals(comoving, Cosmology.COMOVING.at(luminosity), Math.max(error, 1e-12) * comoving);
        assertEquals(luminosity, Cosmology.LUMINOSITY.at(comoving), Math.max(error, 1e-12) * luminosity);
    }

    /** E(z) of astropy's Planck15. */
    @ParameterizedTest
    @CsvSource({"0.001, 1.0004638809140693", "0.5, 1.3168086541442332", "2, 3.006329995241187", "50, 203.79730635160487"
    })
    void expansion(double redshift, double expansion) {
        assertEquals(expansion, Cosmology.expansion(1 + redshift), 1e-15 * expansion);
    }

    @Test
    void comovingVolume() {
        follows(new ComovingVolumeLaw(100, 5000), between(100, 5000, x -> Math.pow(Cosmology.COMOVING.at(x), 3)));
    }

    /** Numbers of astropy's Planck15 and a root finder. */
    @ParameterizedTest
    @CsvSource({"0.1, 1720.8054348385108", "0.5, 3539.0646536294475", "0.9, 4735.698705012191"})
    void comovingVolumeValues(double u, double distance) {
        assertEquals(distance, new ComovingVolumeLaw(100, 5000).quantile(u), 1e-11 * distance);
    }

    /** The bits of a draw: they change only together with the workload's version. */
    @Tag("digest")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phase | uniform(0, 2pi) | 0x1.2fc7ff14f6581p2 0x1.0e6bc8fe20321p2 0x1.02158bfb56178p2",
                "iota | sine | 0x1.0db278d23ed3cp1 0x1.ec4982081e912p0 0x1.dbbcb2f3133a9p0",
                "dec | cosine | 0x1.128a78c075acp-1 0x1.68a7330f6efe4p-2 0x1.2673f6bb41a43p-2",
                "luminosity_distance | power-law(2, 100, 5000) | 0x1.1c9c431b1a3bp12 0x1.11c9251077cacp12 0x1.0d8eae59873bp12",
                "luminosity_distance | power-law(-1.1, 100, 5000) | 0x1.9d18b8577dfe9p10 0x1.2349616db65f5p10 0x1.00c23d0f58df1p10",
                "luminosity_distance | log-uniform(100, 5000) | 0x1.e030acd5866a6p10 0x1.5b1c10bee2397p10 0x1.33da63197dfb7p10",
                "luminosity_distance | uniform-comoving-volume(100, 5000) | 0x1.0ed7b1e03c4p12 0x1.ff29e1e2d0ad9p11 0x1.f3816d5a15793p11",
                "chirp_mass | uniform-in-components-chirp-mass(25, 100) | 0x1.5f2a08dbfc0f3p6 0x1.4cf993d1f0a54p6 0x1.45fdcd2c0ac4ep6",
                "mass_ratio | uniform-in-components-mass-ratio(0.125, 1) | 0x1.29ff39e71bcbap-1 0x1.f15ff18282a1p-2 0x1.d171b6020f3f5p-2",
                "chi_1 | aligned-spin(0.99) | 0x1.53abb6b9a33bcp-2 -0x1.b635e835a67eep-4 -0x1.4ff93887caad2p-2"
            })
    void bits(String name, String text, String bits) {
        RandomStream random = new RandomStream(Philox.of("laws", 7));
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            found.append(i == 0 ? "" : " ")
                    .append(Double.toHexString(((Law) Prior.parse(name, text)).draw(random.at(i, 1, 2))));
        }
        assertEquals(bits, found.toString(), text);
    }

    @Property(tries = 300)
    void quantilesAscend(
            @ForAll @DoubleRange(max = 1) @Scale(12) double u, @ForAll @DoubleRange(max = 1) @Scale(12) double v) {
        for (Law.Inverted law : new Law.Inverted[] {
            new Law.Uniform(-1, 1),
            Law.Sine.FULL,
            Law.Cosine.FULL,
            new Law.PowerLaw(2, 1, 3),
            new Law.PowerLaw(-4, 1, 3),
            new Law.LogUniform(1, 3),
            new ChirpMassLaw(1, 3),
            new MassRatioLaw(0.01, 1),
            new ComovingVolumeLaw(100, 1e5)
        }) {
            double low = law.quantile(Math.min(u, v));
            double high = law.quantile(Math.max(u, v));
            assertTrue(low <= high + 1e-14 * Math.abs(high), () -> law.text() + " at " + u + ", " + v);
            assertEquals(law.least(), law.quantile(0), 1e-12 * Math.max(1, Math.abs(law.least())));
            assertEquals(law.most(), law.quantile(1), 1e-12 * Math.max(1, Math.abs(law.most())));
        }
    }

    @Test
    void refusesNonsense() {
        assertThrows(IllegalArgumentException.class, () -> new Law.Uniform(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Law.Uniform(-1e308, 1e308));
        assertThrows(IllegalArgumentException.class, () -> new Law.Fixed(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Law.PowerLaw(-1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Law.PowerLaw(Double.NaN, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> new Constraint(2, 1));
    }
}
