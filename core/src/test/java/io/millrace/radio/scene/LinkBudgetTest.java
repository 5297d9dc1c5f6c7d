package io.millrace.radio.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What arrives, in dB. False-alarm rates are those of {@link Statistics}. */
class LinkBudgetTest {
    private static final long SEED = 20261205;

    private static final String OPEN = "shadowing-db=0 min-snr-db=-200 max-gdop=none ";

    /** 20 lg(4π d f/c) dB, which is 75.675 dB at 1 km and 145 MHz. */
    @Test
    void freeSpace() {
        assertEquals(75.675, 32.4478 + 20 * Math.log10(145), 1e-3);
        Scene scene = Drawn.scene(OPEN + "tx-power-dbm=37 gain-dbi=5 clutter-db=11 carrier-hz=433000000");
        Drawn.each(scene, SEED, 20, (link, i) -> {
            for (int r = 0; r < link.count; r++) {
                double loss = 20 * Math.log10(4 * Math.PI * link.distance[r] * 433e6 / Scene.LIGHT);
                assertEquals(37 + 5 - 11 - loss, link.power[r], 1e-4);
                assertEquals(link.power[r] - scene.noiseDbm(), link.snr[r], 1e-12);
            }
        });
    }

    @Test
    void transmitPowersAreUniform() {
        double[] powers = new double[1000];
        Scene scene = Drawn.scene(OPEN + "tx-power-dbm=20..40");
        Drawn.each(scene, SEED, powers.length, (link, i) -> {
            double loss = 20 * Math.log10(4 * Math.PI * link.distance[2] * 145e6 / Scene.LIGHT);
            powers[(int) i] = (link.power[2] + loss - 20) / 20;
        });
        Statistics.kolmogorovSmirnov("powers", powers, u -> Math.clamp(u, 0, 1));
    }

    @Test
    void shadowingIsLogNormal() {
        double[] excess = new double[7 * 300];
        Scene scene = Drawn.scene("shadowing-db=5 min-snr-db=-200 max-gdop=none");
        Drawn.each(scene, SEED, 300, (link, i) -> {
            for (int r = 0; r < link.count; r++) {
                double loss = 20 * Math.log10(4 * Math.PI * link.distance[r] * 145e6 / Scene.LIGHT);
                excess[7 * (int) i + r] = (link.power[r] + loss - 30) / 5;
            }
        });
        Statistics.kolmogorovSmirnov("shadowing", excess, Statistics::normal);
    }

    /** J(v) of ITU-R P.526, equation 31; the approximation meets Fresnel's 6.02 dB at grazing incidence. */
    @ParameterizedTest
    @CsvSource({"-5, 0", "-0.78, 0", "0, 6.03", "1, 13.93", "2.4, 20.54", "10, 32.86", "100, 52.91"})
    void knifeEdge(double v, double loss) {
        assertEquals(loss, KnifeEdge.loss(v), 0.03);
        assertTrue(KnifeEdge.loss(v + 0.5) >= KnifeEdge.loss(v));
    }

    /** An obstacle above the line of sight has v &gt; 0; h = 20 m in the middle of 10 km at 2.07 m wavelength. */
    @Test
    void fresnelParameter() {
        assertEquals(
                20 * Math.sqrt(2 * 10_000 / (2.07 * 5000 * 5000)), KnifeEdge.parameter(20, 5000, 5000, 2.07), 1e-12);
        assertEquals(-KnifeEdge.parameter(7, 100, 900, 0.1), KnifeEdge.parameter(-7, 100, 900, 0.1), 1e-12);
    }

    /** Paths are blocked as often as asked, and then lose what grazing loses at least. */
    @Test
    void obstacles() {
        int[] blocked = new int[1];
        Scene scene = Drawn.scene(OPEN + "terrain=blocking blocking-probability=0.4 obstacle-height-m=80");
        Drawn.each(scene, SEED, 300, (link, i) -> {
            for (int r = 0; r < link.count; r++) {
                double loss = 20 * Math.log10(4 * Math.PI * link.distance[r] * 145e6 / Scene.LIGHT);
                double excess = 30 - loss - link.power[r];
                blocked[0] += excess > 1 ? 1 : 0;
                double most =
                        KnifeEdge.parameter(80, 0.1 * link.distance[r], 0.9 * link.distance[r], Scene.LIGHT / 145e6);
                assertTrue(excess < 1e-3 || excess > 6.02 && excess <= KnifeEdge.loss(most) + 1e-3);
            }
        });
        Statistics.share("blocked", blocked[0], 0.4, 2100);
    }

    /** A ridge of 900 m between transmitters and receivers, all on a plain of 100 m. */
    @Test
    void terrainObstructs(@TempDir Path directory) throws IOException {
        StringBuilder text = new StringBuilder("latitude,longitude,height\n");
        for (int i = 0; i <= 40; i++) {
            for (int j = 0; j <= 100; j++) {
                double longitude = 7 + j / 100.0;
                text.append(
                        String.format(Locale.ROOT, "%.3f,%.3f,%d%n", 44.9 + i / 200.0, longitude, j == 50 ? 900 : 100));
            }
        }
        Path file = directory.resolve("ridge.csv");
        Files.writeString(file, text);
        String settings = OPEN + "receivers=45/7.3/30,45.01/7.3/120,45/7.7/130,45.01/7.7/130 transmitter-height-m=20 ";
        Scene open = Drawn.scene(settings);
        Scene scene = Drawn.scene(settings + "terrain=" + file);
        Link free = new Link(4);
        SceneReader reader = open.newReader(SEED);
        int[] seen = new int[2];
        Drawn.each(scene, SEED, 40, (link, i) -> {
            reader.draw(i, free);
            // 30 m above the reference are below the ground
            assertEquals(100, link.height[0]);
            assertEquals(120, link.height[1]);
            boolean west = link.transmitterLongitude < 7.5;
            if (Math.abs(link.transmitterLongitude - 7.5) < 0.02) {
                return;
            }
            for (int r = 0; r < 4; r++) {
                double along = 6_371_008.8
                        * Math.hypot(
                                Math.toRadians(link.latitude[r] - link.transmitterLatitude),
                                Math.toRadians(link.longitude[r] - link.transmitterLongitude)
                                        * Math.cos(Math.toRadians(45.005)));
                // heights are above the reference, the transmitter's 20 m above its ground
                assertEquals(Math.hypot(along, link.height[r] - 120), link.distance[r], 5);
                double excess = free.power[r] - link.power[r] - 20 * Math.log10(link.distance[r] / free.distance[r]);
                if (west == r < 2) {
                    assertTrue(excess < 12, "in the open: " + excess);
                    continue;
                }
                seen[west ? 1 : 0]++;
                double share = (7.5 - link.transmitterLongitude) / (link.longitude[r] - link.transmitterLongitude);
                double before = share * link.distance[r];
                double after = link.distance[r] - before;
                double line = 120 + share * (link.height[r] - 120);
                double rise = 900 + before * after / (2 * 6_371_008.8 * 4 / 3) - line;
                double v = rise * Math.sqrt(2 * link.distance[r] / (Scene.LIGHT / 145e6 * before * after));
                // the ridge is met at one of 63 points of the path, up to 1/126 beside its top
                double least = KnifeEdge.loss(v * 0.7);
                assertTrue(excess <= KnifeEdge.loss(v) + 0.3 && excess > least, excess + " at v = " + v);
            }
        });
        assertTrue(seen[0] > 10 && seen[1] > 10);
    }
}
