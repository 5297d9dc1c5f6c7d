package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Offer;
import io.millrace.opencl.device.Context;
import io.millrace.opencl.device.Library;
import io.millrace.opencl.device.OpenClException;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Source;
import io.millrace.opencl.device.SpyCl;
import io.millrace.pipeline.Options;
import io.millrace.pipeline.Pipeline;
import io.millrace.pipeline.Range;
import io.millrace.routing.CvrpSpec;
import io.millrace.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on devices: told by a typed exception, and nothing is left behind. */
class FaultTest {
    private static final CvrpSpec SPEC = Made.routing("customers=20");

    private Library library;
    private SpyCl cl;

    @BeforeEach
    void open() {
        library = OpenClHere.library();
        cl = new SpyCl();
    }

    private OpenClGenerator copying() {
        return Made.copying(() -> Made.opencl(cl, SPEC, 3));
    }

    @Test
    void aProgramThatDoesNotBuildSaysWhatTheCompilerSays() {
        try (Context context = new Context(cl, library.choose("best").getFirst());
                Queue queue = context.newQueue()) {
            Source broken =
                    new Source("broken.cl", "kernel void broken(global int *out) { out[0] = undeclared_name; }");
            OpenClException e = assertThrows(OpenClException.class, () -> queue.kernel(broken, "broken"));
            assertTrue(
                    e.getMessage().contains("clBuildProgram failed: CL_BUILD_PROGRAM_FAILURE (-11)"), e.getMessage());
            assertTrue(e.getMessage().contains("undeclared_name"), e.getMessage());
            Source whole = new Source("whole.cl", "kernel void whole(const uint items) {}");
            OpenClException missing = assertThrows(OpenClException.class, () -> queue.kernel(whole, "absent"));
            assertTrue(missing.getMessage().contains("'absent'"), missing.getMessage());
        }
        assertEquals(Map.of(), cl.living());
    }

    @Test
    void whatDoesNotBuildIsRefusedBeforeAnythingIsMade() {
        String before = System.getProperty("millrace.opencl.cache");
        System.setProperty("millrace.opencl.cache", "none");
        try {
            for (int through = 0; through < 3; through++) {
                cl.failAfter("build", through);
                Offer.Refused refused =
                        assertInstanceOf(Offer.Refused.class, new OpenClBackend(cl::library).offer(SPEC, 3));
                assertTrue(refused.reason().contains("build failed"), refused.reason());
                assertEquals(Map.of(), cl.living());
            }
        } finally {
            if (before == null) {
                System.clearProperty("millrace.opencl.cache");
            } else {
                System.setProperty("millrace.opencl.cache", before);
            }
        }
    }

    /** Specs with and without memory between their kernels, over either path; the limit is a third of what 100 instances need. */
    @ParameterizedTest
    @CsvSource({
        "customers=20, 60000",
        "customers=90 distances=nearest neighbours=70 metric=euc-2d distance-type=i4, 1000000",
        "customers=30 coordinates=uchoa-x distances=none, 7000",
        "customers=30 coordinates=mixed distances=none, 8000",
        "customers=20 demand=small-large capacity=route-length distances=none, 4000",
        "customers=9 problem=atsp, 12000",
        "approximant=IMRPhenomD f-max=128 delta-f=1, 40000"
    })
    void lessMemoryMeansSmallerPieces(String settings, int limit) {
        Spec spec = Made.spec(settings.contains("approximant") ? "waveform" : "routing", settings);
        String expected = Made.digest(Made.scalar(spec, 3), 0, 100, 100);
        for (boolean copying : new boolean[] {false, true}) {
            cl.limitBuffers(Long.MAX_VALUE);
            try (OpenClGenerator generator =
                    copying ? Made.copying(() -> Made.opencl(cl, spec, 3)) : Made.opencl(cl, spec, 3)) {
                int whole = cl.calls("enqueueKernel");
                Made.digest(generator, 0, 100, 100);
                whole = cl.calls("enqueueKernel") - whole;
                cl.limitBuffers(limit);
                int parts = cl.calls("enqueueKernel");
                assertEquals(expected, Made.digest(generator, 0, 100, 100));
                parts = cl.calls("enqueueKernel") - parts;
                assertTrue(parts >= 3 * whole, parts + " kernels in place of " + whole);
            }
            assertEquals(Map.of(), cl.living());
        }
    }

    /** Some drivers say so of memory that they find missing when a command uses it. */
    @Test
    void aLackOfResourcesIsTriedWithLessAndThenTold() {
        cl.failWith(-5);
        String expected = Made.digest(Made.scalar(SPEC, 3), 0, 100, 100);
        try (OpenClGenerator generator = copying();
                OpenClWorker worker = generator.newWorker();
                Batch batch = generator.newBatch(100)) {
            cl.failAfter("enqueueKernel", 0);
            worker.fill(0, 100, batch);
            assertEquals(expected, Made.digest(batch, 100));
            cl.failAlways("finish");
            GenerationException e = assertThrows(GenerationException.class, () -> worker.fill(0, 100, batch));
            assertTrue(e.getMessage().contains("CL_OUT_OF_RESOURCES (-5)"), e.getMessage());
            cl.failAfter("finish", Integer.MAX_VALUE);
            worker.fill(0, 100, batch);
            assertEquals(expected, Made.digest(batch, 100));
        }
        assertEquals(Map.of(), cl.living());
    }

    /** An argument that is missing would shift those after it, of the next filling too. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWorkerGoesOnAfterAnyArgumentThatFailed(boolean copying) {
        String expected = Made.digest(Made.scalar(SPEC, 3), 7, 5, 5);
        try (OpenClGenerator generator = copying ? copying() : Made.opencl(cl, SPEC, 3);
                OpenClWorker worker = generator.newWorker();
                Batch batch = Batch.allocate(generator.schema(), 5)) {
            int calls = cl.calls("setArgument");
            worker.fill(7, 5, batch);
            calls = cl.calls("setArgument") - calls;
            for (int through = 0; through < calls; through++) {
                cl.failAfter("setArgument", through);
                assertThrows(GenerationException.class, () -> worker.fill(7, 5, batch));
                batch.tensor(0).fill((byte) 0x77);
                worker.fill(7, 5, batch);
                assertEquals(expected, Made.digest(batch, 5), "after argument " + through);
            }
        }
        assertEquals(Map.of(), cl.living());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noMemoryForOneInstanceEndsTheRunAtItsIndex(boolean copying) {
        try (OpenClGenerator generator = copying ? copying() : Made.opencl(cl, SPEC, 3);
                OpenClWorker worker = generator.newWorker();
                Batch batch = Batch.allocate(generator.schema(), 8)) {
            cl.limitBuffers(1000);
            GenerationException e = assertThrows(GenerationException.class, () -> worker.fill(40, 8, batch));
            assertEquals(40, e.index());
            assertTrue(e.getMessage().contains("CL_MEM_OBJECT_ALLOCATION_FAILURE"), e.getMessage());
            cl.limitBuffers(Long.MAX_VALUE);
            worker.fill(40, 8, batch);
            assertEquals(Made.digest(Made.scalar(SPEC, 3), 40, 8, 8), Made.digest(batch, 8));
        }
        assertEquals(Map.of(), cl.living());
    }

    /** Whatever call fails, the exception names the device, the call and an index, and all is released. */
    @ParameterizedTest
    @CsvSource({
        "true,enqueueKernel,7", "true,enqueueRead,9", "true,finish,5", "true,await,3", "true,setArgument,50",
        "true,createBuffer,9", "false,enqueueKernel,7", "false,map,6", "false,finish,5", "false,await,3",
        "false,createBuffer,9"
    })
    void anErrorMidRunIsToldAndNothingStays(boolean copying, String call, int through) throws InterruptedException {
        try (OpenClGenerator generator = copying ? copying() : Made.opencl(cl, SPEC, 3)) {
            cl.failAfter(call, through);
            GenerationException e = assertThrows(GenerationException.class, () -> {
                try (Pipeline pipeline = Pipeline.open(generator, new Range(1000, 1 << 20), new Options(3, 64, 2))) {
                    for (Batch next = pipeline.next(); next != null; next = pipeline.next()) {
                        next.close();
                    }
                }
            });
            assertTrue(e.index() >= 1000, e.getMessage());
            assertTrue(
                    e.getMessage().contains(call) && e.getMessage().contains("CL_INVALID_COMMAND_QUEUE (-36)"),
                    e.getMessage());
        }
        assertEquals(Map.of(), cl.living());
    }

    /** What is uploaded, too. */
    @ParameterizedTest
    @CsvSource({"enqueueWrite,0", "enqueueWrite,2", "enqueueMarker,0", "flush,0", "enqueueKernel,0", "createBuffer,0"})
    void anErrorOfAnUploadIsToldAndAnotherTryGoesWell(String call, int through) {
        Spec spec = Made.spec("waveform", "f-max=128 delta-f=1");
        String expected = Made.digest(Made.scalar(spec, 3), 40, 9, 9);
        for (boolean copying : new boolean[] {false, true}) {
            try (OpenClGenerator generator =
                            copying ? Made.copying(() -> Made.opencl(cl, spec, 3)) : Made.opencl(cl, spec, 3);
                    OpenClWorker worker = generator.newWorker();
                    Batch batch = generator.newBatch(9)) {
                cl.failAfter(call, through);
                GenerationException e = assertThrows(GenerationException.class, () -> worker.fill(40, 9, batch));
                assertEquals(40, e.index());
                worker.fill(40, 9, batch);
                assertEquals(expected, Made.digest(batch, 9));
            }
            assertEquals(Map.of(), cl.living());
        }
    }

    /** A command of a batch on the device that fails is told by the batch, with its index. */
    @Test
    void aBatchOnTheDeviceTellsOfItsFailure() {
        try (OpenClGenerator generator = Made.opencl(cl, SPEC, 3);
                OpenClWorker worker = generator.newWorker();
                DeviceBatch one = worker.newDeviceBatch(4);
                DeviceBatch other = worker.newDeviceBatch(4)) {
            worker.fill(8, 4, one);
            worker.fill(12, 4, other);
            cl.failAfter("await", 0);
            GenerationException e = assertThrows(GenerationException.class, one::await);
            assertEquals(8, e.index());
            other.await();
            try (OpenClGenerator elsewhere = Made.opencl(cl, SPEC, 3);
                    OpenClWorker stranger = elsewhere.newWorker()) {
                assertThrows(IllegalArgumentException.class, () -> stranger.fill(0, 1, other));
            }
        }
        assertEquals(Map.of(), cl.living());
    }

    /** Memory that was short once is tried again. */
    @Test
    void piecesGrowAgain() {
        try (OpenClGenerator generator = copying();
                OpenClWorker worker = generator.newWorker();
                Batch batch = generator.newBatch(64)) {
            cl.limitBuffers(60_000);
            worker.fill(0, 64, batch);
            cl.limitBuffers(Long.MAX_VALUE);
            for (int round = 0; round < 200; round++) {
                worker.fill(0, 64, batch);
            }
            int before = cl.calls("enqueueKernel");
            worker.fill(0, 64, batch);
            assertEquals(3, cl.calls("enqueueKernel") - before, "one piece, three kernels");
            assertEquals(Made.digest(Made.scalar(SPEC, 3), 0, 64, 64), Made.digest(batch, 64));
        }
    }

    /** What only tells of a command, or saves time later, does not fail it. */
    @ParameterizedTest
    @ValueSource(strings = {"time", "binary"})
    void whatNoResultDependsOnMayFail(String call) {
        cl.failAlways(call);
        try (OpenClGenerator generator = copying()) {
            assertEquals(Made.digest(Made.scalar(SPEC, 3), 0, 9, 9), Made.digest(generator, 0, 9, 9));
        }
        assertEquals(Map.of(), cl.living());
    }

    @Test
    void whatIsClosedIsClosedOnceAndRefusesWork() {
        OpenClGenerator generator = copying();
        OpenClWorker worker = generator.newWorker();
        Batch batch = generator.newBatch(4);
        DeviceBatch device = worker.newDeviceBatch(4);
        worker.fill(0, 4, batch);
        String digest = Made.digest(batch, 4);
        device.close();
        device.close();
        assertThrows(IllegalStateException.class, device::await);
        assertThrows(IllegalStateException.class, device::event);
        assertThrows(IllegalStateException.class, () -> device.buffer(0));
        assertThrows(IllegalStateException.class, () -> worker.fill(0, 1, device));
        worker.close();
        worker.close();
        assertThrows(IllegalStateException.class, () -> worker.fill(0, 4, batch));
        assertThrows(IllegalStateException.class, () -> worker.newDeviceBatch(4));
        generator.close();
        generator.close();
        assertThrows(IllegalStateException.class, generator::newWorker);
        assertThrows(IllegalStateException.class, () -> generator.newBatch(4));
        assertEquals(digest, Made.digest(batch, 4), "a batch that is still open stays readable");
        batch.close();
        batch.close();
        assertEquals(Map.of(), cl.living());
    }

    @ParameterizedTest
    @ValueSource(strings = {"createContext", "createQueue", "createKernel"})
    void anErrorWhileOpeningIsARefusalAndNothingStays(String call) {
        for (int through = 0; through < 3; through++) {
            cl.failAfter(call, through);
            switch (new OpenClBackend(cl::library).offer(SPEC, 3)) {
                case Offer.Refused refused -> assertTrue(refused.reason().contains(call), refused.reason());
                case Offer.Accepted accepted -> {
                    assertTrue(through > 0, "the first " + call + " did not fail");
                    accepted.generator().close();
                }
            }
            assertEquals(Map.of(), cl.living());
        }
    }

    /** Each opening has 2 MiB in buffers, so that 600 that were kept would be far beyond what a heap's size may vary by. */
    @Test
    void aThousandOpeningsLeaveNothing() throws IOException {
        int count = 512;
        String expected = Made.digest(Made.scalar(SPEC, 3), 5, count, count);
        long settled = 0;
        for (int round = 0; round < 1000; round++) {
            try (OpenClGenerator generator = round % 2 == 0 ? Made.opencl(cl, SPEC, 3) : copying()) {
                if (round % 10 == 9) {
                    cl.failAfter("enqueueKernel", 1);
                    assertThrows(GenerationException.class, () -> Made.digest(generator, 5, count, count));
                } else {
                    assertEquals(expected, Made.digest(generator, 5, count, count));
                }
            }
            assertEquals(Map.of(), cl.living());
            if (round == 400) {
                settled = residentBytes();
            }
        }
        long growth = residentBytes() - settled;
        assertTrue(growth < 256 << 20, () -> "600 openings later the process has " + growth + " bytes more");
    }

    /** 0 where the system does not tell. */
    private static long residentBytes() throws IOException {
        System.gc();
        Path statm = Path.of("/proc/self/statm");
        return Files.isReadable(statm) ? Long.parseLong(Files.readString(statm).split(" ")[1]) * 4096 : 0;
    }
}
