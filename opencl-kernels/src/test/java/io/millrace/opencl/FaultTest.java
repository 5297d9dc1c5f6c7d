package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
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
        cl.failAfter("build", 1);
        Offer offer = new OpenClBackend(cl::library).offer(SPEC, 3);
        // a binary from the cache that does not build is built anew from its source
        if (offer instanceof Offer.Accepted(Generator generator)) {
            generator.close();
            assertTrue(cl.calls("createProgram") > 0);
        } else {
            assertTrue(((Offer.Refused) offer).reason().contains("build failed"), offer.toString());
        }
        assertEquals(Map.of(), cl.living());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lessMemoryMeansSmallerPieces(boolean copying) {
        String expected = Made.digest(Made.scalar(SPEC, 3), 0, 100, 100);
        try (OpenClGenerator generator = copying ? copying() : Made.opencl(cl, SPEC, 3)) {
            // the largest field of 100 instances has 176,400 bytes
            cl.limitBuffers(30_000);
            int before = cl.calls("enqueueKernel");
            assertEquals(expected, Made.digest(generator, 0, 100, 100));
            assertTrue(cl.calls("enqueueKernel") - before >= 7, "in pieces of 12 or fewer");
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
    @CsvSource({"enqueueKernel,7", "enqueueRead,9", "finish,5", "await,3", "setArgument,50", "createBuffer,9"})
    void anErrorMidRunIsToldAndNothingStays(String call, int through) throws InterruptedException {
        try (OpenClGenerator generator = copying()) {
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
                    e.getMessage().contains(call) && e.getMessage().contains("CL_OUT_OF_RESOURCES (-5)"),
                    e.getMessage());
        }
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
