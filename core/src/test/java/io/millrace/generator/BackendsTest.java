package io.millrace.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.routing.CvrpSpec;
import io.millrace.simd.Simd;
import io.millrace.spec.SpecException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendsTest {
    @Test
    void everyWorkloadIsFound() {
        assertTrue(Workloads.all().stream().anyMatch(workload -> workload.name().equals("routing")));
        assertSame(Workloads.named("routing"), Workloads.named("routing"));
        String message = assertThrows(SpecException.class, () -> Workloads.named("rooting"))
                .getMessage();
        assertTrue(message.contains("'rooting'") && message.contains("routing"), message);
    }

    @Test
    void theChoice() {
        List<String> names = Backends.all().stream().map(BackendProvider::name).toList();
        assertEquals(List.of("vector", "scalar"), names);
        Backends.Choice auto = Backends.choose(Backends.AUTO, CvrpSpec.DEFAULT, 7);
        assertEquals(Simd.preferred() ? "vector" : "scalar", auto.generator().backend());
        assertEquals(Simd.preferred() ? 0 : 1, auto.refused().size());
        assertEquals(7, auto.generator().seed());
        assertEquals(CvrpSpec.DEFAULT, auto.generator().spec());
        assertTrue(auto.generator().foreign().isEmpty());
        for (String name : names) {
            assertEquals(
                    name, Backends.choose(name, CvrpSpec.DEFAULT, 7).generator().backend());
        }
        String message = assertThrows(UnavailableException.class, () -> Backends.choose("gpu", CvrpSpec.DEFAULT, 7))
                .getMessage();
        assertEquals("backend is 'gpu': allowed is auto, vector, scalar", message);
    }
}
