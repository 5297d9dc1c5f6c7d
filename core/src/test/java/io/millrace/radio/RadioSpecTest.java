package io.millrace.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Backends;
import io.millrace.generator.Workloads;
import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RadioSpecTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "samples=200000 sample-rate=200000 deviation-hz=15000 bandwidth-hz=25000 output=both window=256",
                "modulation=fm-tone,fm-voice frequency-offset-hz=0 roll-off=0.2",
                "multipath=tdl-e delay-spread-s=1e-7 fading=rician fading-model=gaussian rician-k-db=-3.5",
                "multipath=exponential paths=32 sinusoids=64 fading=rayleigh doppler-hz=0.1",
                "receivers=random receiver-count=5..10 receiver-centre=-33.5/151/40 receiver-spread-km=0.25",
                "receivers=hexagonal receiver-count=19 transmitters=outside margin-km=12.5 distance=plane",
                "receivers=45/7/100,45.1/7.2,44.9/7.3/250 transmitters=anywhere max-gdop=none min-receivers=2",
                "terrain=blocking blocking-probability=0.25 obstacle-height-m=12",
                "snr-db=-5..30 min-snr-db=-10 max-snr-db=50 noise-bandwidth-hz=25000 noise=false",
                "lo-error-ppm=2.5 clock-error-s=1e-6 phase-noise-hz=3 iq-gain-db=1 iq-phase-deg=2 dc-offset=0.01",
                "adc-bits=12 adc-headroom-db=-3 tx-power-dbm=20..37 gain-dbi=-3 clutter-db=20 shadowing-db=0"
            })
    void settingsReadBackAsTheSameSpec(String settings) {
        RadioSpec spec = Signals.spec(settings);
        Spec again = RadioKeys.parse(spec.settings(), spec.tables());
        assertEquals(spec, again);
        assertEquals(spec.hashCode(), again.hashCode());
        assertEquals(spec.settings(), again.settings());
        assertEquals(
                RadioKeys.ALL.stream().map(Key::name).toList(),
                List.copyOf(spec.settings().keySet()));
    }

    @Test
    void defaultsAreTheJobThatUsersHave() {
        RadioSpec spec = RadioSpec.DEFAULT;
        assertEquals(spec, Workloads.named("radio").parse(Map.of()));
        for (Key key : RadioKeys.ALL) {
            assertEquals(key.byDefault(), spec.settings().get(key.name()), key.name());
        }
        assertEquals(7, spec.receivers());
        assertEquals(10_000, spec.samples());
        assertNotEquals(spec, spec.with("samples", "20000"));
        assertEquals(spec, spec.with("samples", "20000").with("samples", "10000"));
    }

    /** The spec holds a terrain's numbers, not its file. */
    @Test
    void terrainIsKeptAsNumbers(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("hills.csv");
        Files.writeString(file, "# of a test\nlat lon m\n44 7 100\n44 10 200\n46 7 300\n46 10 50.5\n");
        RadioSpec spec = Signals.spec("terrain=" + file);
        assertTrue(spec.settings().get("terrain").startsWith("sha256:"));
        Files.delete(file);
        assertEquals(spec, RadioKeys.parse(spec.settings(), spec.tables()));
        assertEquals(
                "terrain is '" + spec.settings().get("terrain") + "': the table of that digest is not at hand",
                assertThrows(SpecException.class, () -> RadioKeys.parse(spec.settings(), Map.of()))
                        .getMessage());
        assertEquals(4, spec.with("doppler-hz", "3").tables().get("terrain").rows());
    }

    /** Receivers of a file are receivers in a line of text. */
    @Test
    void receiversOfAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("receivers.csv");
        Files.writeString(file, "latitude;longitude;height\n45;7;100\n\n45.1;7.2;0\n44.9;7.3;250\n");
        RadioSpec spec = Signals.spec("receivers=" + file);
        assertEquals(Signals.spec("receivers=45/7/100,45.1/7.2,44.9/7.3/250"), spec);
        assertEquals("45/7/100, 45.1/7.2/0, 44.9/7.3/250", spec.settings().get("receivers"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            modulation=cw                        | modulation is 'cw'
            modulation=fm-voice,fm-voice         | each modulation once
            sample-rate=0                        | sample-rate is '0': allowed is 1 to
            samples=0                            | samples is '0': allowed is 1 to
            samples=2000000000                   | samples is '2000000000': allowed is 1 to
            window=100                           | window is '100': allowed is a power of two
            deviation-hz=25000                   | allowed is 0.4 of sample-rate, 20000 Hz
            frequency-offset-hz=15000            | allowed is 0.4 of sample-rate, 20000 Hz
            bandwidth-hz=60000                   | bandwidth-hz is '60000': allowed is at most 0.8 of sample-rate, 40000 Hz
            noise-bandwidth-hz=60000             | noise-bandwidth-hz is '60000': allowed is at most sample-rate, 50000 Hz
            doppler-hz=25000                     | doppler-hz, lo-error-ppm of carrier-hz and frequency-offset-hz are together 25122.5 Hz: allowed is half of sample-rate less what signals reach, 17000 Hz
            deviation-hz=16900 doppler-hz=18000  | are together 18122.5 Hz: allowed is half of sample-rate less what signals reach, 5100 Hz
            carrier-hz=1000000 doppler-hz=1001   | doppler-hz is '1001': allowed is at most a thousandth of carrier-hz, 1000 Hz
            sample-rate=1e9 clock-error-s=1 bandwidth-hz=1e6 | receivers, delay-spread-s and clock-error-s let a signal arrive up to
            sample-rate=1e8 delay-spread-s=0.02 multipath=exponential | samples apart at sample-rate: allowed are at most 4194304
            fading=rayleigh fading-model=gaussian doppler-hz=0.00001 samples=20000000 | fading-model is 'gaussian': allowed is sinusoids where fading
            receivers=52/179,52/-179,50/179.5    | receivers span 358.5 degrees of longitude: allowed are at most 180
            lo-error-ppm=20 carrier-hz=2.4e9     | are together 48060 Hz: allowed
            doppler-hz=-1                        | doppler-hz is '-1'
            min-snr-db=10 max-snr-db=5           | max-snr-db is '5': allowed is min-snr-db, 10 dB, and more
            snr-db=20..10                        | snr-db is '20..10'
            snr-db=-5 min-snr-db=0               | snr-db is '-5': allowed is a range that meets min-snr-db to max-snr-db, 0..200
            snr-db=loud                          | snr-db is 'loud'
            receivers=45/7,46/8 max-gdop=none    | min-receivers is '3': allowed is 1 to 2
            receivers=45/7,46/8 min-receivers=1  | max-gdop is '100' where there are 2 receivers: allowed is none, or 3 receivers and more
            receivers=random receiver-count=2..9 min-receivers=2 | max-gdop is '100' where there are 2 receivers
            receivers=45/7 min-receivers=1 max-gdop=none | transmitters is 'inside': allowed is outside or anywhere
            receivers=95/7,46/8,45/9             | receivers is '95/7/0': allowed is a latitude from -90 to 90, a longitude from -180 to 180
            receivers=45/187,46/8,45/9           | receivers is '45/187/0'
            receivers=45/7/1e6,46/8,45/9         | receivers is '45/7/1000000'
            receivers=45/7/1/2,46/8,45/9         | receivers is '45/7/1/2,46/8,45/9': allowed is
            receivers=45/7,46/x,45/9             | receivers is
            receivers=                           | receivers is ''
            receivers=/no/such/file.csv          | receivers is '/no/such/file.csv': there is no such file
            receiver-count=0                     | receiver-count is '0'
            receiver-count=9..5                  | receiver-count is '9..5'
            receiver-centre=85/7                 | receiver-centre is '85/7'
            receiver-centre=north                | receiver-centre is 'north'
            receivers=random receiver-centre=0/179.9 | receiver-spread-km is '50': allowed is so little that all places lie between
            receivers=hexagonal receiver-count=256 receiver-spread-km=1000 | receiver-spread-km is '1000': allowed is so little
            receivers=88.9/0,88.8/1,88.7/0 transmitters=outside | margin-km is '50': allowed is so little
            transmitters=outside margin-km=0     | margin-km is '0': allowed is more than 0
            transmitters=somewhere               | transmitters is 'somewhere': allowed is inside, outside, anywhere
            terrain=hills                        | terrain is 'hills': there is no such file
            terrain=blocking blocking-probability=1.5 | blocking-probability is '1.5'
            tx-power-dbm=40..30                  | tx-power-dbm is '40..30'
            fading=nakagami                      | fading is 'nakagami': allowed is none, rayleigh, rician
            multipath=tdl-f                      | multipath is 'tdl-f': allowed is none, exponential, tdl-a, tdl-b, tdl-c, tdl-d, tdl-e
            paths=33                             | paths is '33': allowed is 1 to 32
            sinusoids=3                          | sinusoids is '3': allowed is 4 to 64
            adc-bits=25                          | adc-bits is '25'
            iq-phase-deg=90                      | iq-phase-deg is '90'
            noise=maybe                          | noise is 'maybe': allowed is true, false
            max-gdop=0                           | max-gdop is '0'
            carier-hz=145000000                  | there is no key 'carier-hz'
            """)
    void refuses(String settings, String part) {
        String message =
                assertThrows(SpecException.class, () -> Signals.spec(settings)).getMessage();
        assertTrue(message.contains(part), message);
        assertEquals(1, message.lines().count(), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            44 7 100\\n44 10 200\\n46 7 300          | terrain has 3 heights on 2 latitudes and 2 longitudes
            44 7 100\\n44 10 200                     | terrain has 2 heights on 1 latitudes and 2 longitudes
            44 7 100\\n44 10 200\\n44 7 1\\n46 10 2  | terrain has two heights at 44.0/7.0
            44 7\\n                                  | has 2 fields: allowed are latitude, longitude, height
            44 7 1\\n44 197 2\\n                     | allowed is a latitude from -90 to 90
            44 7 high                                | has 'high': allowed are numbers
            names only                               | there are no numbers
            """)
    void refusesTerrain(String text, String part, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("terrain.csv");
        Files.writeString(file, text.replace("\\n", "\n"));
        String message = assertThrows(SpecException.class, () -> Signals.spec("terrain=" + file))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertEquals(1, message.lines().count(), message);
    }

    /** Values for each key, allowed ones and others. */
    private static List<String> values(Key key) {
        List<String> values =
                new ArrayList<>(List.of(key.byDefault(), "0", "1", "3", "-7", "0.5", "1e7", "nonsense", ""));
        if (key.allowed().contains(", ") && !key.allowed().contains(" to ")) {
            values.addAll(List.of(key.allowed().split(", ")));
        }
        return values;
    }

    /** A few keys changed at a time, or hardly any spec would be sound. */
    @Provide
    Arbitrary<Map<String, String>> settings() {
        Arbitrary<Map.Entry<String, String>> one = Arbitraries.of(RadioKeys.ALL)
                .flatMap(key -> Arbitraries.of(values(key)).map(value -> Map.entry(key.name(), value)));
        return one.list().ofMaxSize(4).map(list -> {
            Map<String, String> settings = new LinkedHashMap<>();
            list.forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
            return settings;
        });
    }

    /** Either a spec that prints itself and opens, or one sentence. */
    @Property(tries = 300)
    void printsWhatItParses(@ForAll("settings") Map<String, String> settings) {
        RadioSpec spec;
        try {
            spec = RadioKeys.parse(settings, Map.of());
        } catch (SpecException e) {
            assertFalse(e.getMessage().contains("\n"), e.getMessage());
            return;
        }
        assertEquals(spec, RadioKeys.parse(spec.settings(), spec.tables()));
        try {
            Backends.choose("scalar", spec, 3).generator();
        } catch (SpecException e) {
            assertTrue(e.getMessage().contains("positions of the transmitter"), e.getMessage());
        }
    }
}
