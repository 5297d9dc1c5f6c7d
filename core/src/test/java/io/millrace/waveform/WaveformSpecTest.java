package io.millrace.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Backends;
import io.millrace.generator.UnavailableException;
import io.millrace.generator.Workloads;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaveformSpecTest {
    static WaveformSpec spec(String settings) {
        Map<String, String> map = new TreeMap<>();
        for (String setting : settings.strip().split(" ")) {
            if (!setting.isEmpty()) {
                String[] pair = setting.split("=", 2);
                map.put(pair[0], pair[1]);
            }
        }
        return WaveformKeys.parse(map, Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "approximant=TaylorF2 dtype=c16 f-ref=0",
                "domain=multibanded",
                "domain=multibanded bands=16,32,64 delta-f=0.25 band-delta-f=0.5",
                "f-min=10.5 f-max=333.3 delta-f=0.1",
                "output=amplitude-phase",
                "conditioning=inspiral-fd",
                "approximant=IMRPhenomXPHM lal-options=PhenomXHMThresholdMband=0,PhenomXPHMThresholdMband=1e-4",
                "detectors=H1,L1 asd=aligo-zero-det-high-power whiten=true noise=true",
                "mass_1=uniform(10,80) mass_2=uniform(10,80) chi_1=uniform(-0.9,0.9) chi_2=0.1"
            })
    void settingsReadBackAsTheSameSpec(String settings) {
        WaveformSpec spec = spec(settings);
        Spec again = WaveformKeys.parse(spec.settings(), spec.tables());
        assertEquals(spec, again);
        assertEquals(spec.hashCode(), again.hashCode());
        assertEquals(spec.settings(), again.settings());
        assertEquals(
                WaveformKeys.ALL.stream().map(key -> key.name()).toList(),
                List.copyOf(spec.settings().keySet()));
    }

    @Test
    void defaultsAreTheJobThatUsersHave() {
        WaveformSpec spec = WaveformSpec.DEFAULT;
        assertEquals(spec, Workloads.named("waveform").parse(Map.of()));
        assertEquals(8193, spec.domain().bins());
        assertEquals(spec("").with("delta-f", "0.25").domain(), Domain.uniform(20, 1024, 0.25));
        assertNotEquals(spec, spec.with("f-ref", "50"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            approximant=IMRPhenomZ              | approximant is 'IMRPhenomZ': allowed is one of 92 names, the nearest IMRPhenomA, IMRPhenomB, IMRPhenomC
            approximant=imrphenomd              | IMRPhenomD
            domain=log                          | domain is 'log': allowed is uniform, multibanded
            f-min=0                             | f-min is '0': allowed is more than 0
            f-max=20                            | f-max is '20': allowed is more than f-min, 20 Hz
            f-max=10                            | f-max is '10': allowed is more than f-min
            f-max=nan                           | f-max is 'nan'
            delta-f=0                           | delta-f is '0': allowed is more than 0
            delta-f=-1                          | delta-f is '-1'
            delta-f=1e-9                        | delta-f is '1e-9': allowed is
            delta-f=2000                        | delta-f is '2000': allowed is at most f-min, 20 Hz
            f-min=0.1                           | delta-f is '0.125': allowed is at most f-min
            f-min=20d                           | f-min is '20d': allowed is more than 0
            bands=20,40                         | bands is '20,40': allowed with domain multibanded only
            domain=multibanded f-min=50         | f-min is '50': allowed is with domain multibanded 20, which bands say
            domain=multibanded delta-f=0.000001 | delta-f is '0.000001': allowed is
            domain=multibanded bands=20         | bands is '20': allowed is two to 31 frequencies
            domain=multibanded bands=30,20      | bands is '30,20': allowed is two to 31 frequencies, ascending
            domain=multibanded bands=20,20.0625 | bands is '20,20.0625'
            domain=multibanded bands=20,20.125,20.25 | is no whole number of its bins of 0.25 Hz
            domain=multibanded band-delta-f=0.2 | band-delta-f is '0.2': allowed is a multiple of delta-f
            domain=multibanded conditioning=inspiral-fd | conditioning is 'inspiral-fd': allowed for domain uniform only
            f-ref=-1                            | f-ref is '-1'
            dtype=f8                            | dtype is 'f8': allowed is c8, c16
            output=curves                       | output is 'curves': allowed is polarizations, amplitude-phase
            output=amplitude-phase approximant=IMRPhenomXPHM | output is 'amplitude-phase': allowed for IMRPhenomD, TaylorF2
            output=amplitude-phase detectors=H1 | allowed with detectors none
            approximant=IMRPhenomXPHM lal-options=a=b | lal-options is 'a=b': allowed is NAME=NUMBER
            mass_1=-3 mass_2=5                  | mass_1 is '-3'
            mass_1=0 mass_2=5                   | mass_1 is '0'
            mass_1=uniform(30,10) mass_2=5      | mass_1 is 'uniform(30,10)'
            chi_1=1.5                           | chi_1 is '1.5'
            asd=aligo                           | the nearest
            whiten=true                         | whiten is 'true': it needs a noise curve
            asd=aligo-zero-det-high-power whiten=true f-min=5 | 5
            """)
    void refuses(String settings, String part) {
        String message = assertThrows(SpecException.class, () -> spec(settings)).getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.lines().count() == 1, message);
    }

    /** What is wrong with every draw is said before anything is written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f-ref=1e-300                              | the phase at f-ref, 1.0E-300 Hz, is
            a_1=0.5 tilt_1=1                          | IMRPhenomD has spins along the orbital axis only
            mass_1=5000 mass_2=1                      | IMRPhenomD ends at
            mass_1=uniform(3000,4000) mass_2=3000     | IMRPhenomD ends at
            mass_1=10 mass_2=5 chirp_mass=constraint(50,60) | their constraints never hold
            lal-options=NonGRDChi0=0.1                | lal-options are for LALSimulation's models
            """)
    void refusesBeforeTheFirstInstance(String settings, String part) {
        WaveformSpec spec = spec(settings);
        String message = assertThrows(RuntimeException.class, () -> Backends.choose("scalar", spec, 0))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.lines().count() == 1, message);
    }

    @Test
    void modelsWithoutKernelsAreForAnotherBackend() {
        WaveformSpec spec = spec("approximant=IMRPhenomXPHM");
        for (String backend : List.of("scalar", "vector")) {
            String message = assertThrows(UnavailableException.class, () -> Backends.choose(backend, spec, 0))
                    .getMessage();
            assertTrue(message.contains("IMRPhenomXPHM has no kernels here"), message);
        }
    }

    @Test
    void aRowThatAModelCannotDoIsNamed() {
        Point good = point(30, 20);
        Point tilted = point(30, 20);
        tilted.set(Parameter.SPIN_1X, 0.3);
        refusesRow(Map.of(), "parameters, row 1 (mass_1=30.0 mass_2=20.0 spin_1x=0.3", good, tilted);
        refusesRow(Map.of(), "row 2 (mass_1=3000.0", good, good, point(3000, 2000));
        refusesRow(Map.of(), "the ratio of the masses is", point(60000, 2));
        refusesRow(
                Map.of("approximant", "TaylorF2", "f-min", "0.01", "delta-f", "0.01", "f-max", "21"),
                "rad: allowed is at most 1.0E9",
                point(1e-3, 1e-3));
        Point near = point(1e5, 1e5);
        near.set(Parameter.LUMINOSITY_DISTANCE, 1e-40);
        refusesRow(Map.of("approximant", "TaylorF2"), "by more distance", near);
    }

    private static void refusesRow(Map<String, String> settings, String part, Point... points) {
        String message = assertThrows(
                        SpecException.class, () -> Backends.choose("scalar", Filled.given(settings, points), 0))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    static Point point(double mass1, double mass2) {
        Point point = new Point();
        point.set(Parameter.MASS_1, mass1);
        point.set(Parameter.MASS_2, mass2);
        point.set(Parameter.LUMINOSITY_DISTANCE, 400);
        return point;
    }

    @Test
    void aFileBecomesItsTablesDigest(@TempDir Path temp) throws IOException {
        Path file = temp.resolve("points.csv");
        Files.writeString(file, "mass_1,mass_2,luminosity_distance\n30,20,400\n35,30,500\n");
        WaveformSpec spec = WaveformKeys.parse(Map.of("parameters", file.toString()), Map.of());
        assertEquals(2, spec.parameters().size());
        String digest = spec.settings().get("parameters");
        assertTrue(digest.startsWith("sha256:"), digest);
        assertEquals(spec, WaveformKeys.parse(spec.settings(), spec.tables()));
        assertThrows(SpecException.class, () -> WaveformKeys.parse(spec.settings(), Map.of()));
        assertEquals(Filled.given(Map.of(), point(30, 20), fiveHundred()).parameters(), spec.parameters());
    }

    private static Point fiveHundred() {
        Point point = point(35, 30);
        point.set(Parameter.LUMINOSITY_DISTANCE, 500);
        return point;
    }
}
