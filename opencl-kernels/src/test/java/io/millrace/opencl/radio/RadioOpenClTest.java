package io.millrace.opencl.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Generator;
import io.millrace.opencl.Made;
import io.millrace.opencl.OpenClHere;
import io.millrace.opencl.RandomSpecs;
import io.millrace.opencl.device.Device;
import io.millrace.spec.Spec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RadioOpenClTest {
    private static final Map<String, List<String>> CHOICES = choices();

    private static Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("samples", List.of("1", "2", "63", "64", "65", "1023", "1024", "1025", "3333", "5000", "20000"));
        choices.put(
                "modulation",
                List.of(
                        "am,dsb,ssb",
                        "fm-tone,bpsk,gmsk",
                        "lora,lfm",
                        "16qam,1024qam,8psk",
                        "2fsk,4fsk,gfsk",
                        "ofdm,qpsk",
                        "fm-voice,fm-dual-tone,am,qpsk,2fsk,lora,lfm"));
        choices.put("symbol-rate", List.of("17", "1200", "3000"));
        choices.put("roll-off", List.of("0", "1"));
        choices.put("spreading-factor", List.of("5", "12"));
        choices.put("receivers", List.of("random", "hexagonal", "45/7/200"));
        choices.put("receiver-count", List.of("5..9", "6"));
        choices.put("multipath", List.of("exponential", "tdl-b", "tdl-e"));
        choices.put("paths", List.of("1", "3", "7"));
        choices.put("delay-spread-s", List.of("0", "0.00003", "0.002"));
        choices.put("fading", List.of("rayleigh", "rician"));
        choices.put("fading-model", List.of("gaussian"));
        choices.put("sinusoids", List.of("4", "33"));
        choices.put("doppler-hz", List.of("0", "0.00001", "0.3", "25", "49", "400", "3000"));
        choices.put("lo-error-ppm", List.of("0", "100"));
        choices.put("clock-error-s", List.of("0.01"));
        choices.put("phase-noise-hz", List.of("3", "1000000"));
        choices.put("iq-gain-db", List.of("3"));
        choices.put("iq-phase-deg", List.of("20"));
        choices.put("dc-offset", List.of("0.3"));
        choices.put("adc-bits", List.of("1", "6", "24"));
        choices.put("adc-headroom-db", List.of("-10"));
        choices.put("noise", List.of("false"));
        choices.put("min-snr-db", List.of("-100"));
        choices.put("max-gdop", List.of("none"));
        choices.put("min-receivers", List.of("1"));
        choices.put("subcarriers", List.of("1", "7", "300"));
        choices.put("output", List.of("features", "both"));
        choices.put("window", List.of("64", "128", "1024"));
        return choices;
    }

    @BeforeEach
    void requireDevice() {
        OpenClHere.library();
    }

    @Test
    void theBitsOfTheScalarKernels() {
        new RandomSpecs("radio", Map.of("samples", "700"), CHOICES).compare(3);
    }

    /** Envelopes of several pieces, and paths whose nodes are made in ranges. */
    @Test
    void moreThanTheBudget() {
        for (String settings : new String[] {
            "samples=70000 modulation=fm-voice,gmsk,lora receivers=45/7/200,45.3/7.9/100,44.9/8.1/50",
            "samples=5000 multipath=tdl-a fading=rayleigh fading-model=gaussian doppler-hz=3000 phase-noise-hz=2"
        }) {
            Spec spec = Made.spec("radio", settings);
            String expected = Made.digest(Made.scalar(spec, 3), 0, 12, 12);
            try (Generator device = Made.opencl(spec, 3)) {
                assertEquals(expected, Made.digest(device, 0, 12, 12), settings);
            }
        }
    }

    @Test
    void whatIsRefused() {
        Device device = OpenClHere.device();
        Device without = device.as(device.type(), device.workGroup(), false);
        assertTrue(refusal("samples=5", without).contains("doubles"));
    }

    private static String refusal(String settings, Device device) {
        return new RadioOpenCl().refusal(Made.spec("radio", settings), device).orElseThrow();
    }
}
