package io.millrace.waveform.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Precessing spins. */
class SpinsTest {
    private static double[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    /** In the order of LAL: theta_jn, phi_jl, tilt_1, tilt_2, phi_12, a_1, a_2, mass_1, mass_2, f_ref, phase. */
    private static Point transformed(double... lal) {
        double[] values = new double[Quantity.values().length];
        values[Quantity.THETA_JN.ordinal()] = lal[0];
        values[Quantity.PHI_JL.ordinal()] = lal[1];
        values[Quantity.TILT_1.ordinal()] = lal[2];
        values[Quantity.TILT_2.ordinal()] = lal[3];
        values[Quantity.PHI_12.ordinal()] = lal[4];
        values[Quantity.A_1.ordinal()] = lal[5];
        values[Quantity.A_2.ordinal()] = lal[6];
        Point point = new Point();
        point.set(Parameter.MASS_1, lal[7]);
        point.set(Parameter.MASS_2, lal[8]);
        point.set(Parameter.PHASE, lal[10]);
        Spins.precessing(values, lal[9], point);
        return point;
    }

    /**
     * What XLALSimInspiralTransformPrecessingNewInitialConditions of LALSimulation 6.2.1.1 makes of the same numbers: iota,
     * spin 1, spin 2. Tolerance: its inclination is an arc cosine, which has half the digits near 0 and π.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.4, 1.1, 0.7, 2.1, 3.3, 0.6, 0.8, 36.0, 29.0, 20.0, 1.3 | "
                        + "0.37719284793734154, 0.1647838197139758, -0.34964583086092765, 0.458905312370693, -0.3892523619230028, 0.570408679427643, -0.40387688367988617",
                "2.5, 5.9, 1.5, 0.2, 0.1, 0.99, 0.3, 80.0, 10.0, 20.0, 0.0 | "
                        + "2.1926168647472144, -0.6744400554658011, -0.7213365612128191, 0.07002982965102578, -0.03615550555992782, -0.047381797006616364, 0.2940199733523724",
                "1.2, 0.0, 3.0, 1.6, 6.1, 0.2, 0.95, 10.0, 80.0, 20.0, 5.5 | "
                        + "1.4182072079933283, -0.022855382934641694, -0.01655976261615997, -0.19799849932008912, -0.8575942700247561, -0.40775309391602177, -0.027739546186224363",
                "0.0, 2.2, 1.0, 1.0, 1.0, 0.5, 0.5, 30.0, 30.0, 50.0, 2.2 | "
                        + "0.1882262813314685, 0.17981388435372073, -0.3803752378402405, 0.2701511529340699, 0.4172285823253874, -0.05420945175096542, 0.2701511529340699",
                "3.141592653589793, 2.2, 1.0, 1.0, 1.0, 0.5, 0.5, 30.0, 30.0, 50.0, 2.2 | "
                        + "2.9533663722583245, -0.17981388435372092, 0.3803752378402404, 0.2701511529340699, -0.4172285823253874, 0.05420945175096517, 0.2701511529340699",
                "0.9, 3.1, 1.1, 0.0, 4.4, 0.7, 0.0, 20.0, 15.0, 10.0, 6.2 | "
                        + "0.9012730519091452, 0.6173533945705345, 0.08976391223536195, 0.3175172849979041, 0.0, -0.0, 0.0",
                "0.9, 3.1, 0.0, 2.4, 4.4, 0.7, 0.4, 20.0, 15.0, 10.0, 6.2 | "
                        + "0.8991035404282194, -2.2440480192800812e-18, -2.8857006544880758e-18, 0.7, 0.26960266660251747, 0.01773368223624524, -0.2949574862164982",
                "1.7, 4.0, 2.9, 1.8, 2.8, 1.0, 1.0, 90.0, 5.0, 200.0, 3.9 | "
                        + "1.6519918011093606, 0.013065359749414777, 0.23889231445142586, -0.9709581651495905, -0.3758495316406106, -0.8983965370217134, -0.22720209469308714",
                "3.0, 0.5, 1.5707963267948966, 1.5707963267948966, 3.1, 0.9, 0.9, 1.4, 1.4, 100.0, 0.3 | "
                        + "2.9970986822983505, -0.22803535868696523, 0.8706318827084769, 5.507069409868559e-17, 0.19163669195076077, -0.8793607782350594, 5.537562595969714e-17",
                "0.4, 0.7, 0.0, 3.141592653589793, 0.0, 0.5, 0.6, 30.0, 20.0, 20.0, 1.1 | "
                        + "0.39999999999999997, 0.0, 0.0, 0.5, -6.767846388750677e-17, 2.8613995586253414e-17, -0.6"
            })
    void asLal(String line) {
        int bar = line.indexOf('|');
        double[] expected = numbers(line.substring(bar + 1));
        Point point = transformed(numbers(line.substring(0, bar)));
        assertEquals(expected[0], point.get(Parameter.IOTA), 1e-13);
        for (int i = 1; i < 7; i++) {
            Parameter component = Parameter.values()[Parameter.SPIN_1X.ordinal() + i - 1];
            assertEquals(expected[i], point.get(component), 2e-13, component.text());
        }
    }

    /** Angles and lengths that the definition names, in the frame that comes out. */
    @Property(tries = 500)
    void invariants(
            @ForAll @DoubleRange(min = 0.01, max = 3.13) @Scale(6) double thetaJn,
            @ForAll @DoubleRange(max = 6.28) @Scale(6) double phiJl,
            @ForAll @DoubleRange(min = 0.01, max = 3.13) @Scale(6) double tilt1,
            @ForAll @DoubleRange(min = 0.01, max = 3.13) @Scale(6) double tilt2,
            @ForAll @DoubleRange(max = 6.28) @Scale(6) double phi12,
            @ForAll @DoubleRange(min = 0.01, max = 1) @Scale(6) double a1,
            @ForAll @DoubleRange(max = 0.5) @Scale(6) double a2,
            @ForAll @DoubleRange(min = 1, max = 100) @Scale(6) double m1) {
        double m2 = 0.7 * m1;
        double phase = 1.9;
        double frequency = 17;
        Point point = transformed(thetaJn, phiJl, tilt1, tilt2, phi12, a1, a2, m1, m2, frequency, phase);
        double[] s1 = {point.get(Parameter.SPIN_1X), point.get(Parameter.SPIN_1Y), point.get(Parameter.SPIN_1Z)};
        double[] s2 = {point.get(Parameter.SPIN_2X), point.get(Parameter.SPIN_2Y), point.get(Parameter.SPIN_2Z)};
        assertEquals(a1, Spins.first(point), 1e-15);
        assertEquals(a2, Spins.second(point), 1e-15);
        assertEquals(a1 * Math.cos(tilt1), s1[2], 1e-15);
        assertEquals(a2 * Math.cos(tilt2), s2[2], 1e-15);
        double turn = Math.atan2(s2[1], s2[0]) - Math.atan2(s1[1], s1[0]) - phi12;
        assertEquals(0, a2 * Math.sin(tilt2) * Math.sin(turn / 2 - Math.PI * Math.rint(turn / (2 * Math.PI))), 1e-12);
        double v = Math.cbrt(Math.PI * (m1 + m2) * 4.925490947641267e-06 * frequency);
        double eta = m1 * m2 / ((m1 + m2) * (m1 + m2));
        double orbital = m1 * m2 / v * (1 + v * v * (1.5 + eta / 6));
        double[] total = new double[3];
        for (int i = 0; i < 3; i++) {
            total[i] = m1 * m1 * s1[i] + m2 * m2 * s2[i] + (i == 2 ? orbital : 0);
        }
        double length = Math.sqrt(total[0] * total[0] + total[1] * total[1] + total[2] * total[2]);
        double iota = point.get(Parameter.IOTA);
        double azimuth = Math.PI / 2 - phase;
        double[] sight = {Math.sin(iota) * Math.cos(azimuth), Math.sin(iota) * Math.sin(azimuth), Math.cos(iota)};
        double alongTotal = (total[0] * sight[0] + total[1] * sight[1] + total[2] * sight[2]) / length;
        assertEquals(Math.cos(thetaJn), alongTotal, 1e-12);
        // L's azimuth about J from x_J, where N lies in the plane of J and y_J
        double sin0 = Math.hypot(total[0], total[1]) / length;
        double[] y = new double[3];
        for (int i = 0; i < 3; i++) {
            y[i] = (sight[i] - alongTotal * total[i] / length) / Math.sin(thetaJn);
        }
        assertEquals(sin0 * Math.sin(phiJl), y[2], 1e-10);
    }

    /** The sine of the double nearest to π is not 0, and yet nothing precesses. */
    @Test
    void aligned() {
        Point point = transformed(0.4, 0.7, 0, Math.PI, 1, 0.5, 0.6, 30, 20, 20, 1.1);
        assertFalse(point.precessing());
        assertEquals(0.4, point.get(Parameter.IOTA));
        assertEquals(0.5, point.get(Parameter.SPIN_1Z));
        assertEquals(-0.6, point.get(Parameter.SPIN_2Z));
        assertFalse(transformed(0.4, 0.7, 1, 2, 1, 0, 0, 30, 20, 20, 1.1).precessing());
    }
}
