package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.generator.GenerationException;
import io.millrace.generator.Generator;
import io.millrace.generator.Offer;
import io.millrace.generator.UnavailableException;
import io.millrace.generator.Worker;
import io.millrace.spec.Table;
import io.millrace.waveform.WaveformWorkload;
import io.millrace.waveform.parameters.Parameter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The backend over the small library, one of whose models has limits. */
final class SmallBackendTest extends BackendContract {
    private static Lal lal;

    @BeforeAll
    static void open() {
        lal = SmallLibrary.plain().open();
    }

    @Override
    Lal lal() {
        return lal;
    }

    @AfterEach
    void nothingIsLeft() {
        assertEquals(0, SmallLibrary.plain().live());
    }

    @Test
    void aFailureIsDrawnAgain() throws Exception {
        Generator generator =
                generator(spec("approximant=SEOBNRv4_ROM f-max=256 mass_1=uniform(20,40) mass_2=uniform(10,20)"));
        int redrawn = 0;
        try (Batch batch = Batch.allocate(generator.schema(), COUNT);
                Worker worker = generator.newWorker()) {
            worker.fill(0, COUNT, batch);
            int columns = (int) batch.schema()
                    .fields()
                    .get(batch.schema().indexOf("parameters"))
                    .elements();
            for (int i = 0; i < COUNT; i++) {
                redrawn += batch.tensor("attempts").getAtIndex(Elements.I4, i);
                double total = batch.tensor("parameters").getAtIndex(Elements.F8, (long) columns * i)
                        + batch.tensor("parameters").getAtIndex(Elements.F8, (long) columns * i + 1);
                assertTrue(total >= 50, () -> "total mass " + total);
            }
        }
        assertTrue(redrawn > 0);
    }

    @Test
    void aFailureAtGivenParametersNamesTheInstance() {
        Parameter[] parameters = Parameter.values();
        double[] rows = IntStream.range(0, 4)
                .mapToObj(row -> row == 2 ? Made.with(Parameter.MASS_2, 9) : Made.point())
                .flatMapToDouble(point -> Arrays.stream(parameters).mapToDouble(point::get))
                .toArray();
        Table table = new Table(parameters.length, rows);
        Map<String, String> settings =
                new HashMap<>(Map.of("approximant", "SEOBNRv4_ROM", "parameters", table.digest()));
        Generator generator = generator(new WaveformWorkload().parse(settings, Map.of("parameters", table)));
        try (Batch batch = Batch.allocate(generator.schema(), 4);
                Worker worker = generator.newWorker()) {
            GenerationException failed = assertThrows(GenerationException.class, () -> worker.fill(0, 4, batch));
            assertEquals(2, failed.index());
            for (String part : new String[] {"instance 2", "mass_2=9.0", "code 33", "Input domain error"}) {
                assertTrue(failed.getMessage().contains(part), failed.getMessage());
            }
        }
    }

    @Test
    void aModelThatThisLibraryLacks() {
        assertRefused(SPEC.with("approximant", "TaylorT2"), "no approximant 'TaylorT2': the nearest are TaylorF2");
    }

    @Test
    void aLibraryThatIsNotHere() {
        LalBackend backend = new LalBackend(() -> Lal.open(Path.of("/nowhere/liblalsimulation.so")));
        Optional<String> objection = backend.objection();
        assertTrue(objection.orElseThrow().contains("/nowhere/liblalsimulation.so"), objection::get);
        assertTrue(backend.offer(SPEC, 5) instanceof Offer.Refused(String reason) && reason.equals(objection.get()));
        assertThrows(UnavailableException.class, () -> Lal.open(Path.of("/nowhere/liblalsimulation.so")));
    }
}
