package io.millrace.waveform.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against LAL 7 (XLALComputeDetAMResponse, XLALTimeDelayFromEarthCenter, XLALGreenwichMeanSiderealTime) and by symmetries. */
class DetectorTest {
    /** LAL's cached response tensors, row by row up to the diagonal, in its single precision. */
    private static final Map<Detector, float[]> LAL = Map.of(
            Detector.H1,
            new float[] {
                -0.39261409640312195f,
                -0.07761341333389282f,
                0.3195240795612335f,
                -0.2473890483379364f,
                0.22799783945083618f,
                0.07309003174304962f
            },
            Detector.L1,
            new float[] {
                0.41128087043762207f,
                0.14021027088165283f,
                -0.10900568962097168f,
                0.2472945898771286f,
                -0.18161563575267792f,
                -0.302275151014328f
            },
            Detector.V1,
            new float[] {
                0.24387404322624207f,
                -0.0990837812423706f,
                -0.4478258490562439f,
                -0.23257622122764587f,
                0.18783310055732727f,
                0.20395180583000183f
            });

    private static final Map<Long, Double> LAL_GMST = Map.of(
            1126259462L, 36137.05523398713,
            0L, -45991.088355155895,
            1000000000L, 26930.069103915423,
            1187008882L, 40566.97325177815);

    private static double lal(Detector detector, int i, int j) {
        int row = Math.max(i, j);
        return LAL.get(detector)[row * (row + 1) / 2 + Math.min(i, j)];
    }

    @ParameterizedTest
    @EnumSource
    void tensorIsThatOfLalToSinglePrecision(Detector detector) {
        double trace = 0;
        for (int i = 0; i < 3; i++) {
            trace += detector.response(i, i);
            for (int j = 0; j < 3; j++) {
                assertEquals(lal(detector, i, j), detector.response(i, j), 3e-8);
            }
        }
        assertEquals(0, trace, 1e-10);
    }

    /**
     * By LAL 7.7: GPS seconds and nanoseconds in, unreduced radians out. Where its rounded Julian day is put right the two agree
     * to the rounding of the sum.
     */
    @ParameterizedTest
    @CsvSource({
        "1126259462.391, 17, 36137.05523398713",
        "0, 0, -45991.088355155895",
        "1000000000, 15, 26930.069103915423",
        "1187008882.43, 18, 40566.97325177815",
        "630763213, 13, 4.894961212823059",
        "1369000000.123456789, 18, 53837.97640051293",
        "820108812.5, 13, 13812.195443702407",
        "820108813.5, 13, 13812.195516623171",
        "820108814.5, 14, 13812.195516623171",
        "46828799, 0, -42576.27807846552"
    })
    void siderealTimeIsLals(double gps, int leapSeconds, double radians) {
        double turn = 2 * Math.PI;
        double expected = radians - turn * Math.floor(radians / turn);
        double actual = SiderealTime.radians(gps);
        assertEquals(expected, actual, 1.5e-9);
        double utc = Math.floor(gps) - leapSeconds;
        double day = 2444244.5 + utc / 86400;
        double excess = new BigDecimal(day)
                .subtract(new BigDecimal("2444244.5"))
                .multiply(new BigDecimal(86400))
                .subtract(new BigDecimal(utc))
                .doubleValue();
        assertEquals(expected, actual + excess * turn / 86164.0905, 2.5e-11);
    }

    @Test
    void siderealTimeAdvancesAndKnowsItsRange() {
        // a mean sidereal day is 86164.0905 s
        double day = 86164.09053;
        for (double gps = 1e6; gps < SiderealTime.LATEST - day; gps += 7.7e7) {
            double later = SiderealTime.radians(gps + day) - SiderealTime.radians(gps);
            double off = Math.abs(Math.IEEEremainder(later, 2 * Math.PI));
            // a leap second within that day turns the angle by 7.3e-5
            assertTrue(off < 1e-8 || Math.abs(off - 7.292e-5) < 1e-7, gps + ": " + off);
        }
        assertThrows(IllegalArgumentException.class, () -> SiderealTime.radians(-1));
        assertThrows(IllegalArgumentException.class, () -> SiderealTime.radians(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> SiderealTime.radians(3.3e9));
    }

    /** By LAL 7.7: F₊, F× (from its tensors in single precision) and the delay in s. */
    @ParameterizedTest
    @CsvSource({
        "H1, 1126259462.391, 2.034, -1.047, 2.044, -0.6881034642531391, 0.195567358770293, 0.013953143976435394",
        "L1, 1126259462.391, 2.034, -1.047, 2.044, 0.5069816683186561, 0.03862347486111552, 0.0056656972767928125",
        "V1, 1126259462.391, 2.034, -1.047, 2.044, 0.5416716157419799, -0.05021849848615258, 0.006305866116666949",
        "H1, 1126259462.391, 0.455, 0.108, 1.148, 0.7306323113020347, -0.2391381897658525, -0.01620193722339811",
        "L1, 1126259462.391, 0.455, 0.108, 1.148, -0.8421160888227206, 0.04463626840037552, -0.017824075360757974",
        "V1, 1126259462.391, 0.455, 0.108, 1.148, 0.4086604948036513, -0.3432210803179176, 0.007260994039849914",
        "H1, 0, 0.364, 0.022, 0.118, -0.3682125481277926, 0.5444991460278242, -0.01228525417441555",
        "L1, 0, 0.364, 0.022, 0.118, 0.6189236598679826, -0.6184436014141222, -0.0184351579274934",
        "V1, 0, 0.364, 0.022, 0.118, 0.10254319948493126, 0.4174749282741598, 0.0008592521459408425",
        "H1, 1000000000, 2.666, 0.981, 0.389, -0.34733890112465327, -0.5132021856330201, -0.010345384933721223",
        "L1, 1000000000, 2.666, 0.981, 0.389, 0.42348944285456014, 0.25646766035931, -0.0016298124672046266",
        "V1, 1000000000, 2.666, 0.981, 0.389, 0.4092423253084307, 0.3531407996881919, -0.00747266361767617",
        "H1, 1187008882.43, 3.624, -0.31, 3.065, 0.018018749455427283, -0.8690326911508399, 0.018480289724635616",
        "L1, 1187008882.43, 3.624, -0.31, 3.065, 0.19671625911800436, 0.7967463336469026, 0.017051706047442952",
        "V1, 1187008882.43, 3.624, -0.31, 3.065, -0.0315931274563197, -0.3859474839270993, -0.006666808237331875",
        "H1, 1187008882.43, 0.293, 1.075, 0.909, 0.8267481186874186, -0.4615349581093499, -0.02005470070412843",
        "L1, 1187008882.43, 0.293, 1.075, 0.909, -0.60830445777229, 0.43726420096111107, -0.015206304188877971",
        "V1, 1187008882.43, 0.293, 1.075, 0.909, -0.35120637620267414, 0.03387041557525748, -0.006487691397862733"
    })
    void patternsAndDelaysAreLals(
            Detector detector, double gps, double ra, double dec, double psi, double plus, double cross, double delay) {
        double gmst = LAL_GMST.get((long) gps) % (2 * Math.PI);
        double[] antenna = new double[2];
        detector.antenna(ra, dec, psi, gmst, antenna);
        assertEquals(plus, antenna[0], 6e-8);
        assertEquals(cross, antenna[1], 6e-8);
        assertEquals(delay, detector.delay(ra, dec, gmst), 1e-12);
        double[] single = plain(ra, dec, psi, gmst, (i, j) -> lal(detector, i, j));
        assertEquals(plus, single[0], 5e-11);
        assertEquals(cross, single[1], 5e-11);
    }

    private interface Tensor {
        double at(int i, int j);
    }

    /** Anderson et al. 2001, equations B4, B5 and B7, written out. */
    private static double[] plain(double ra, double dec, double psi, double gmst, Tensor tensor) {
        double phi = ra - gmst;
        double[] east = {-Math.sin(phi), Math.cos(phi), 0};
        double[] north = {-Math.sin(dec) * Math.cos(phi), -Math.sin(dec) * Math.sin(phi), Math.cos(dec)};
        double[] sum = new double[2];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double xi = north[i] * Math.sin(psi) - east[i] * Math.cos(psi);
                double xj = north[j] * Math.sin(psi) - east[j] * Math.cos(psi);
                double yi = north[i] * Math.cos(psi) + east[i] * Math.sin(psi);
                double yj = north[j] * Math.cos(psi) + east[j] * Math.sin(psi);
                sum[0] += tensor.at(i, j) * (xi * xj - yi * yj);
                sum[1] += tensor.at(i, j) * (xi * yj + yi * xj);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void patternsAreTheContractionsOfTheTensor(Detector detector) {
        SplittableRandom random = new SplittableRandom(20261101);
        double[] antenna = new double[2];
        double[] turned = new double[2];
        for (int n = 0; n < 1000; n++) {
            double ra = random.nextDouble(0, 2 * Math.PI);
            double dec = random.nextDouble(-Math.PI / 2, Math.PI / 2);
            double psi = random.nextDouble(0, Math.PI);
            double gmst = random.nextDouble(0, 2 * Math.PI);
            detector.antenna(ra, dec, psi, gmst, antenna);
            double[] expected = plain(ra, dec, psi, gmst, detector::response);
            assertEquals(expected[0], antenna[0], 2e-15);
            assertEquals(expected[1], antenna[1], 2e-15);
            // a quarter of a turn of the polarization changes both signs
            detector.antenna(ra, dec, psi + Math.PI / 2, gmst, turned);
            assertEquals(-antenna[0], turned[0], 2e-15);
            assertEquals(-antenna[1], turned[1], 2e-15);
        }
    }

    /** At the zenith of the vertex the delay is minus the radius over c, at the nadir plus. */
    @ParameterizedTest
    @EnumSource
    void delayIsLeastWhereTheSourceIsOverhead(Detector detector) {
        double x = detector.vertex(0);
        double y = detector.vertex(1);
        double z = detector.vertex(2);
        double radius = Math.sqrt(x * x + y * y + z * z);
        double ra = Math.atan2(y, x) + 1.25;
        double dec = Math.asin(z / radius);
        assertEquals(-radius / 299792458, detector.delay(ra, dec, 1.25), 1e-16);
        assertEquals(radius / 299792458, detector.delay(ra + Math.PI, -dec, 1.25), 1e-16);
        assertEquals(6.37e6, radius, 2e4);
    }

    @Test
    void names() {
        assertEquals(Detector.V1, Detector.named("V1").orElseThrow());
        assertTrue(Detector.named("v1").isEmpty());
    }
}
