package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.generator.Backends;
import io.millrace.generator.UnavailableException;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Library;
import io.millrace.opencl.device.SpyCl;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;
import io.millrace.routing.CvrpSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process with two devices: {@code basic} with one compute unit and {@code pthread} with all processors. */
@Tag("two-devices")
class DevicesLeg {
    private static final CvrpSpec SPEC = Made.routing("customers=15");

    private Library library;

    @BeforeEach
    void open() {
        library = OpenClHere.library();
        assertEquals(2, library.devices().size(), "this process is not the one that the leg is for");
    }

    private static OpenClGenerator on(String choice) {
        return (OpenClGenerator) Backends.choose("opencl:" + choice, SPEC, 4).generator();
    }

    private static List<Integer> indices(List<Device> devices) {
        return devices.stream().map(Device::index).toList();
    }

    @Test
    void byIndexByNameTheBestAndAll() {
        List<Device> all = library.devices();
        Device many = all.stream()
                .filter(device -> device.name().startsWith("pthread"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(0, 1), indices(library.choose("all")));
        assertEquals(List.of(0), indices(library.choose("0")));
        assertEquals(List.of(1, 0), indices(library.choose("1, 0")));
        assertEquals(List.of(1), indices(library.choose("1,1")));
        assertEquals(List.of(many), library.choose("PTHREAD"));
        if (many.units() > 1) {
            assertEquals(List.of(many), library.choose("best"));
        }
        for (String nonsense : List.of("", "2", "-1", "h100", "0,", "best,0")) {
            String message = assertThrows(UnavailableException.class, () -> library.choose(nonsense))
                    .getMessage();
            assertTrue(message.contains(Library.ALLOWED) && message.contains("1: "), message);
        }
    }

    @Test
    void propertiesChooseWhereNobodyAsks() {
        System.setProperty(OpenClBackend.DEVICE, "all");
        try (OpenClGenerator generator = Made.opencl(SPEC, 4)) {
            assertEquals(List.of(0, 1), indices(generator.devices()));
        } finally {
            System.clearProperty(OpenClBackend.DEVICE);
        }
    }

    /** The first worker is the first device's, and every device's kernels are built before there is one. */
    @Test
    void everyDeviceIsReadyBeforeTheFirstWorker() {
        SpyCl cl = new SpyCl();
        try (OpenClGenerator generator = Made.opencl(cl, "1,0", SPEC, 4)) {
            int built = cl.calls("build");
            assertTrue(built >= 2, "programs of both");
            try (OpenClWorker one = generator.newWorker();
                    OpenClWorker other = generator.newWorker()) {
                assertEquals(1, one.context().device().index());
                assertEquals(0, other.context().device().index());
            }
            assertEquals(built, cl.calls("build"));
        }
    }

    @Test
    void workersAreDealtToTheDevices() {
        try (OpenClGenerator generator = on("all")) {
            List<OpenClWorker> workers =
                    Stream.generate(generator::newWorker).limit(4).toList();
            List<Integer> dealt = workers.stream()
                    .map(worker -> worker.context().device().index())
                    .toList();
            workers.forEach(OpenClWorker::close);
            assertEquals(2, dealt.stream().filter(index -> index == 0).count(), dealt.toString());
            assertEquals(2, dealt.stream().filter(index -> index == 1).count(), dealt.toString());
            assertEquals(2 * workersOfOne(), generator.pace().orElseThrow().workers());
        }
    }

    private static int workersOfOne() {
        try (OpenClGenerator one = on("1")) {
            return one.pace().orElseThrow().workers();
        }
    }

    @Test
    void batchesComeInOrderWithTheSameBits() throws InterruptedException {
        int count = 5000;
        String expected = Made.digest(Made.scalar(SPEC, 4), 100, count, count);
        for (boolean copying : new boolean[] {false, true}) {
            try (OpenClGenerator generator = copying ? Made.copying(() -> on("all")) : on("all");
                    Batch whole = Batch.allocate(generator.schema(), count);
                    Pipeline pipeline = Pipeline.open(generator, new Range(100, count), new Options(4, 37, 6))) {
                long next = 100;
                for (Batch taken = pipeline.next(); taken != null; taken = pipeline.next()) {
                    try (Batch batch = taken) {
                        assertEquals(next, batch.first());
                        for (int field = 0; field < generator.schema().fields().size(); field++) {
                            long bytes = generator.schema().fields().get(field).bytes();
                            whole.tensor(field).asSlice((next - 100) * bytes).copyFrom(batch.tensor(field));
                        }
                        next += batch.count();
                    }
                }
                assertEquals(expected, Made.digest(whole, count));
                assertTrue(generator.activity().orElseThrow().computing() > 0);
            }
        }
    }

    @Test
    void eachDeviceAloneGivesTheSameBits() {
        String expected = Made.digest(Made.scalar(SPEC, 4), 0, 64, 64);
        for (String choice : List.of("0", "1")) {
            try (OpenClGenerator generator = on(choice)) {
                assertEquals(expected, Made.digest(generator, 0, 64, 64), choice);
            }
        }
    }
}
