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
import io.millrace.opencl.device.Device;
import io.millrace.spec.Spec;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveformOpenClTest {
    /** One draw in five hundred has a waveform, so one index in seven has none among a thousand. */
    private static final String RARE = "delta-f=4 total_mass=uniform(2029,3031) mass_ratio=1";

    private static GenerationException failure(Generator generator) {
        return assertThrows(
                GenerationException.class,
                () -> Waveforms.fill(generator, 3, 80, 80, 0).close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "copy"})
    void anIndexWithoutAWaveformFailsAsOnTheHost(String transfer) {
        Spec spec = Waveforms.spec(RARE);
        GenerationException expected = failure(Waveforms.onHost(spec, 5));
        try (Generator generator = Waveforms.onDevice(spec, 5, transfer)) {
            GenerationException failed = failure(generator);
            assertEquals(expected.index(), failed.index());
            assertEquals(expected.getMessage(), failed.getMessage());
            assertTrue(expected.index() > 3, "not the first of the slice");
        }
    }

    @Test
    void aWorkerGoesOnAfterAFailure() {
        Spec spec = Waveforms.spec(RARE);
        Generator host = Waveforms.onHost(spec, 5);
        int good = (int) (failure(host).index() - 3);
        try (Generator generator = Waveforms.onDevice(spec, 5, "auto");
                Worker worker = generator.newWorker();
                Batch batch = Batch.allocate(generator.schema(), 80);
                Batch expected = Waveforms.fill(host, 3, good, good, 0)) {
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
        Spec spec = Waveforms.spec("f-max=80 delta-f=1 detectors=L1 noise=true asd=aligo-zero-det-high-power");
        for (String transfer : new String[] {"auto", "copy"}) {
            try (Generator generator = Waveforms.onDevice(spec, 2, transfer);
                    Worker worker = generator.newWorker();
                    Batch batch = Batch.allocate(generator.schema(), 130);
                    Batch expected = Waveforms.fill(Waveforms.onHost(spec, 2), 1L << 33, 130, 130, 0)) {
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
        Waveforms.onDevice(Waveforms.spec("delta-f=4"), 0, "auto").close();
        for (String settings : new String[] {"approximant=IMRPhenomXAS", "lal-options=PhenomXHMThresholdMband=0"}) {
            Spec spec = Waveforms.spec(settings);
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
        Device device = new Device(
                0,
                "p",
                "d",
                "v",
                Device.Type.GPU,
                "1.2",
                "1",
                1,
                1 << 30,
                1 << 28,
                256,
                false,
                true,
                true,
                false,
                true,
                true,
                0,
                0);
        String refusal = new WaveformOpenCl()
                .refusal(Waveforms.spec("delta-f=4"), device)
                .orElseThrow();
        assertTrue(refusal.contains("doubles"), refusal);
    }
}
