package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.BackendProvider;
import io.millrace.generator.Backends;
import io.millrace.generator.UnavailableException;
import io.millrace.routing.CvrpSpec;
import io.millrace.simd.Simd;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process where the library that was named is not there. */
@Tag("no-library")
class AbsenceLeg {
    @Test
    void oneSentenceSaysWhatToInstall() {
        BackendProvider opencl = Backends.all().stream()
                .filter(backend -> backend.name().equals("opencl"))
                .findFirst()
                .orElseThrow();
        String objection = opencl.objection().orElseThrow();
        assertTrue(objection.startsWith("there is no OpenCL library here ("), objection);
        assertTrue(objection.contains("libMillraceHasNoSuchLibrary.so"), objection);
        assertTrue(objection.contains("pocl-opencl-icd"), objection);
        assertEquals(List.of(), opencl.devices());
    }

    @Test
    void askedForByNameItIsAnErrorAndOtherwiseTheOthersGoOn() {
        UnavailableException e =
                assertThrows(UnavailableException.class, () -> Backends.choose("opencl", CvrpSpec.DEFAULT, 0));
        assertTrue(e.getMessage().startsWith("backend opencl: there is no OpenCL library here"), e.getMessage());
        assertEquals(
                Simd.preferred() ? "vector" : "scalar",
                Backends.choose(Backends.AUTO, CvrpSpec.DEFAULT, 0).generator().backend());
    }
}
