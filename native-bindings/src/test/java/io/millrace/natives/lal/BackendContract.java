package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.generator.Offer;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;
import io.millrace.routing.CvrpSpec;
import io.millrace.spec.Spec;
import io.millrace.waveform.WaveformSpec;
import io.millrace.waveform.WaveformWorkload;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The backend over any LALSimulation: the same workload, whose own TaylorF2 it is compared with. */
abstract class BackendContract {
    static final int COUNT = 24;

    static final WaveformSpec SPEC = spec("f-max=256");

    /** TaylorF2 in double precision, and these settings. */
    static WaveformSpec spec(String settings) {
        Map<String, String> all = new HashMap<>(Map.of("approximant", "TaylorF2", "dtype", "c16"));
        for (String setting : settings.split(" ")) {
            String[] parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        return (WaveformSpec) new WaveformWorkload().parse(all);
    }

    abstract Lal lal();

    Offer offer(Spec spec) {
        return new LalBackend(this::lal).offer(spec, 5);
    }

    Generator generator(Spec spec) {
        return assertInstanceOf(Offer.Accepted.class, offer(spec)).generator();
    }

    /** All of a field over the first instances. */
    static double[] field(Generator generator, String field, int workers) throws Exception {
        int elements = (int) generator
                        .schema()
                        .fields()
                        .get(generator.schema().indexOf(field))
                        .bytes()
                / Double.BYTES;
        double[] all = new double[COUNT * elements];
        try (Pipeline pipeline = Pipeline.open(generator, new Range(0, COUNT), new Options(workers, 5, 2))) {
            Batch next;
            while ((next = pipeline.next()) != null) {
                try (Batch batch = next) {
                    double[] values = batch.tensor(field).toArray(Elements.F8);
                    System.arraycopy(values, 0, all, (int) batch.first() * elements, values.length);
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f-max=256",
                "f-max=256 asd=aligo-zero-det-high-power whiten=true",
                "f-max=256 geocent_time=uniform(-0.1,0.1)",
                "f-max=256 detectors=H1,L1,V1 asd=aligo-zero-det-high-power whiten=true",
                "domain=multibanded bands=20,26,34,46,62,78,206"
            })
    void itIsTheSameWorkload(String settings) throws Exception {
        WaveformSpec spec = spec(settings);
        Generator own = Backends.choose("auto", spec, 5).generator();
        Generator foreign = generator(spec);
        assertEquals(own.schema().fields(), foreign.schema().fields());
        assertArrayEquals(field(own, "parameters", 1), field(foreign, "parameters", 1));
        for (String name :
                settings.contains("detectors") ? new String[] {"strain"} : new String[] {"h_plus", "h_cross"}) {
            double distance = Made.distance(field(foreign, name, 2), field(own, name, 1));
            assertTrue(distance < 1e-9, () -> name + ": relative L2 " + distance);
        }
    }

    @Test
    void workersDoNotMatter() throws Exception {
        assertArrayEquals(field(generator(SPEC), "h_plus", 1), field(generator(SPEC), "h_plus", 3));
    }

    @Test
    void saysWhoseWaveformsTheyAre() {
        assertEquals(
                Optional.of("LALSimulation " + lal().version()), generator(SPEC).foreign());
        assertEquals("lal", generator(SPEC).backend());
        assertEquals(Optional.empty(), new LalBackend(this::lal).objection());
    }

    @Test
    void refusesWhatItCannot() {
        assertRefused(CvrpSpec.DEFAULT, "LALSimulation computes waveforms, not routing");
        assertRefused(SPEC.with("output", "amplitude-phase"), "not amplitude and phase");
        assertRefused(SPEC.with("approximant", "TaylorT4"), "TaylorT4 is defined over time");
        assertRefused(
                SPEC.with("approximant", "TaylorT4").with("lal-options", "PNPhaseOrdr=3"), "no option 'PNPhaseOrdr'");
    }

    void assertRefused(Spec spec, String sentence) {
        String reason = assertInstanceOf(Offer.Refused.class, offer(spec)).reason();
        assertTrue(reason.contains(sentence), reason);
    }

    @Test
    void isRegistered() {
        assertTrue(Backends.all().stream().anyMatch(backend -> backend.name().equals("lal")));
        assertTrue(Backends.all().stream()
                .filter(backend -> !backend.name().equals("lal"))
                .allMatch(backend -> backend.rank() < new LalBackend().rank()));
    }
}
