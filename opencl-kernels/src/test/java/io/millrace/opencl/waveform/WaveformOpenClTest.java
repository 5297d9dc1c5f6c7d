package io.millrace.opencl.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
import io.millrace.generator.UnavailableException;
import io.millrace.generator.Worker;
import io.millrace.opencl.Made;
import io.millrace.opencl.OpenClHere;
import io.millrace.opencl.device.Device;
import io.millrace.spec.Spec;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveformOpenClTest {
    /** One draw in five hundred has a waveform, so one index in seven has none among a thousand. */
    private static final String RARE = "delta-f=4 total_mass=uniform(2029,3031) mass_ratio=1";

    private static GenerationException failure(Generator generator) {
        return assertThrows(
                GenerationException.class, () -> Made.fill(generator, 3, 80, 80).close());
    }

    private static Generator onDevice(Spec spec, long seed, boolean copying) {
        return copying ? Made.copying(() -> Made.opencl(spec, seed)) : Made.opencl(spec, seed);
    }

    @BeforeEach
    void requireDevice() {
        OpenClHere.library();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIndexWithoutAWaveformFailsAsOnTheHost(boolean copying) {
        Spec spec = Made.spec("waveform", RARE);
        GenerationException expected = failure(Made.scalar(spec, 5));
        try (Generator generator = onDevice(spec, 5, copying)) {
            GenerationException failed = failure(generator);
            assertEquals(expected.index(), failed.index());
            assertEquals(expected.getMessage(), failed.getMessage());
            assertTrue(expected.index() > 3, "not the first of the slice");
        }
    }

    /** Noise begins at a whole chunk of bins: in the pinned specs at bin 0, here at 512. */
    @Test
    void binsWithoutNoiseComeFirst() {
        Spec spec = Made.spec(
                "waveform",
                "f-max=128 delta-f=0.03125 detectors=H1,L1,V1 noise=true asd=aligo-zero-det-high-power whiten=true");
        String expected = Made.digest(Made.scalar(spec, 5), 0, 3, 3);
        for (boolean copying : new boolean[] {false, true}) {
            try (Generator generator = onDevice(spec, 5, copying)) {
                assertEquals(expected, Made.digest(generator, 0, 3, 3));
            }
        }
    }

    @Test
    void aWorkerGoesOnAfterAFailure() {
        Spec spec = Made.spec("waveform", RARE);
        Generator host = Made.scalar(spec, 5);
        int good = (int) (failure(host).index() - 3);
        try (Generator generator = onDevice(spec, 5, false);
                Worker worker = generator.newWorker();
                Batch batch = Batch.allocate(generator.schema(), 80);
                Batch expected = Made.fill(host, 3, good, good)) {
            assertThrows(GenerationException.class, () -> worker.fill(3, 80, batch));
            worker.fill(3, good, batch.slice(0, good));
            for (int field = 0; field < generator.schema().fields().size(); field++) {
                MemorySegment tensor = expected.tensor(field);
                assertEquals(-1, tensor.mismatch(batch.tensor(field).asSlice(0, tensor.byteSize())));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 31, 129})
    void anyCountWritesThatManyRows(int count) {
        Spec spec = Made.spec("waveform", "f-max=80 delta-f=1 detectors=L1 noise=true asd=aligo-zero-det-high-power");
        for (boolean copying : new boolean[] {false, true}) {
            try (Generator generator = onDevice(spec, 2, copying);
                    Worker worker = generator.newWorker();
                    Batch batch = Batch.allocate(generator.schema(), 130);
                    Batch expected = Made.fill(Made.scalar(spec, 2), 1L << 33, 130, 130)) {
                for (int field = 0; field < generator.schema().fields().size(); field++) {
                    batch.tensor(field).fill((byte) 0x5A);
                }
                worker.fill(1L << 33, count, batch.slice(0, count));
                for (int field = 0; field < generator.schema().fields().size(); field++) {
                    long written = generator.schema().fields().get(field).bytes() * count;
                    MemorySegment tensor = batch.tensor(field);
                    assertEquals(
                            -1,
                            expected.tensor(field).asSlice(0, written).mismatch(tensor.asSlice(0, written)),
                            generator.schema().fields().get(field).name());
                    assertTrue(
                            tensor.asSlice(written)
                                    .elements(ValueLayout.JAVA_BYTE)
                                    .allMatch(b -> b.get(ValueLayout.JAVA_BYTE, 0) == 0x5A),
                            "nothing beyond");
                }
            }
        }
    }

    @Test
    void whatTheHostRefusesTheDeviceRefusesWithTheSameSentence() {
        for (String settings : new String[] {"approximant=IMRPhenomXAS", "lal-options=PhenomXHMThresholdMband=0"}) {
            Spec spec = Made.spec("waveform", settings);
            String host = refusal("scalar", spec);
            assertTrue(host.contains("--backend lal"), host);
            assertEquals(
                    host.substring(host.indexOf(':')), refusal("opencl", spec).substring(host.indexOf(':')));
        }
    }

    private static String refusal(String backend, Spec spec) {
        return assertThrows(UnavailableException.class, () -> Backends.choose(backend, spec, 0))
                .getMessage();
    }

    @Test
    void aDeviceWithoutDoublesIsRefused() {
        Device device = OpenClHere.device().as(Device.Type.GPU, 256, false);
        String refusal = new WaveformOpenCl()
                .refusal(Made.spec("waveform", "delta-f=4"), device)
                .orElseThrow();
        assertTrue(refusal.contains("doubles"), refusal);
    }
}
