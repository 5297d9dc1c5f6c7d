package io.millrace.waveform.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import io.millrace.waveform.domain.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationKeysTest {
    private static final Domain DOMAIN = Domain.uniform(20, 1024, .125);
    private static final NoiseCurve LIGO = NoiseCurve.of(DesignCurve.ALIGO_ZERO_DET_HIGH_POWER);
    private static final NoiseCurve VIRGO = NoiseCurve.of(DesignCurve.ADVANCED_VIRGO);

    @TempDir
    private Path directory;

    private static Observation parse(String... pairs) {
        return parse(Map.of(), pairs);
    }

    private static Observation parse(Map<String, Table> tables, String... pairs) {
        Map<String, String> given = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            given.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        Observation observation = ObservationKeys.parse(new Settings(ObservationKeys.ALL, given), tables, DOMAIN);
        Map<String, String> settings = ObservationKeys.settings(observation);
        assertEquals(ObservationKeys.ALL.stream().map(key -> key.name()).toList(), List.copyOf(settings.keySet()));
        Observation again = ObservationKeys.parse(
                new Settings(ObservationKeys.ALL, settings), ObservationKeys.tables(observation), DOMAIN);
        assertEquals(observation, again);
        assertEquals(settings, ObservationKeys.settings(again));
        return observation;
    }

    @Test
    void nothingIsAskedForByDefault() {
        assertEquals(Observation.NONE, parse());
        assertEquals(1126259462.391, parse().referenceTime());
        Map<String, String> settings = ObservationKeys.settings(Observation.NONE);
        ObservationKeys.ALL.forEach(key -> assertEquals(key.byDefault(), settings.get(key.name())));
        assertEquals(Map.of(), ObservationKeys.tables(Observation.NONE));
    }

    @Test
    void oneCurveOfAllAndOneOfOne() {
        Observation shared = parse("detectors=H1, L1", "asd=aligo-zero-det-high-power", "whiten=true", "noise=yes");
        assertEquals(List.of(Detector.H1, Detector.L1), shared.detectors());
        assertEquals(List.of(LIGO, LIGO), shared.curves());
        assertTrue(shared.whiten() && shared.noise());
        Observation mixed =
                parse("detectors=V1,H1", "asd=aligo-zero-det-high-power", "asd-v1=advanced-virgo", "reference-time=0");
        assertEquals(List.of(VIRGO, LIGO), mixed.curves());
        assertEquals(0, mixed.referenceTime());
        assertEquals(List.of(VIRGO), parse("asd=advanced-virgo", "whiten=true").curves());
        assertEquals(
                List.of(VIRGO, LIGO),
                parse("detectors=V1,H1", "asd-h1=aligo-zero-det-high-power", "asd-v1=advanced-virgo")
                        .curves());
    }

    @Test
    void filesBecomeTables() throws IOException {
        Path file = Files.writeString(directory.resolve("curve.txt"), "20 1e-23\n1024 2e-23\n");
        Table table = NoiseFile.read(file);
        Observation one = parse("detectors=H1,L1", "asd=" + file, "whiten=true");
        assertEquals(Map.of("asd", table), ObservationKeys.tables(one));
        assertEquals(table.digest(), ObservationKeys.settings(one).get("asd"));
        Observation two = parse("detectors=H1,V1", "asd-v1=" + file, "asd=aligo-zero-det-high-power", "noise=true");
        assertEquals(Map.of("asd-v1", table), ObservationKeys.tables(two));
        assertEquals(
                two,
                parse(
                        Map.of("asd-v1", table),
                        "detectors=H1,V1",
                        "asd-v1=" + table.digest(),
                        "asd=aligo-zero-det-high-power",
                        "noise=true"));
        refused(
                "asd is '" + table.digest() + "': the table of that digest is not at hand",
                "asd=" + table.digest(),
                "whiten=true");
    }

    @Test
    void refusals() throws IOException {
        refused("detectors is 'H1,X1': allowed is none, or some of H1, L1, V1 with commas", "detectors=H1,X1");
        refused("detectors is 'H1,H1': allowed is each detector once", "detectors=H1,H1");
        refused("whiten is 'true': it needs a noise curve, and asd is 'none'", "whiten=true");
        refused("noise is 'true': it needs detectors, and detectors is 'none'", "noise=true", "asd=advanced-virgo");
        refused("noise is 'true': it needs a noise curve, and asd is 'none'", "noise=true", "detectors=H1");
        refused(
                "asd-v1 is 'advanced-virgo': V1 is not among the detectors, which are H1,L1",
                "detectors=H1,L1",
                "asd-v1=advanced-virgo");
        refused(
                "L1 has no noise curve where other detectors have one: set asd or asd-l1",
                "detectors=H1,L1",
                "asd-h1=advanced-virgo");
        refused(
                "asd is 'aligo-zero-det', neither a file nor a noise curve: the nearest of aligo-zero-det-high-power,"
                        + " advanced-virgo, initial-ligo, einstein-telescope is aligo-zero-det-high-power",
                "asd=aligo-zero-det",
                "whiten=true");
        refused("there is no file no/such.txt", "asd=no/such.txt");
        refused(
                "the noise curve initial-ligo of L1 covers 40.0 to 8192.0 Hz and not the band of 20.0 to 1024.0 Hz",
                "detectors=H1,L1",
                "asd=aligo-zero-det-high-power",
                "asd-l1=initial-ligo");
        refused("reference-time is '-1': allowed is a GPS time in s from 0 to 3200000000", "reference-time=-1");
        refused("whiten is 'maybe': allowed is true, false", "whiten=maybe");
        Path bad = Files.writeString(directory.resolve("bad.txt"), "20 1e-23\n10 2e-23\n");
        refused(bad + ", line 2: the frequency 10.0 follows 20.0: frequencies must ascend", "asd=" + bad);
    }

    private static void refused(String message, String... pairs) {
        assertEquals(
                message, assertThrows(SpecException.class, () -> parse(pairs)).getMessage());
    }

    @Test
    void recordsCheckThemselves() {
        double time = Observation.REFERENCE_TIME;
        assertThrows(
                SpecException.class,
                () -> new Observation(List.of(Detector.H1, Detector.H1), List.of(), false, false, time));
        assertThrows(
                SpecException.class,
                () -> new Observation(List.of(Detector.H1), List.of(LIGO, VIRGO), true, false, time));
        assertThrows(SpecException.class, () -> new Observation(List.of(), List.of(), false, false, Double.NaN));
    }
}
