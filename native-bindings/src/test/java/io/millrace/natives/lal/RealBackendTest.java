package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Backends;
import io.millrace.generator.Generator;
import io.millrace.waveform.WaveformSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The backend over the LALSimulation that is configured. */
@EnabledIf(value = "configured", disabledReason = "no LALSimulation is configured")
final class RealBackendTest extends BackendContract {
    static boolean configured() {
        return RealLalTest.configured();
    }

    @Override
    Lal lal() {
        return Lal.open();
    }

    @Test
    void phenomDIsThatOfTheKernels() throws Exception {
        for (String conditioning : new String[] {"none", "inspiral-fd"}) {
            WaveformSpec spec = SPEC.with("approximant", "IMRPhenomD").with("conditioning", conditioning);
            Generator own = Backends.choose("auto", spec, 5).generator();
            double distance = Made.distance(field(generator(spec), "h_plus", 2), field(own, "h_plus", 2));
            assertTrue(distance < 1e-9, () -> conditioning + ": relative L2 " + distance);
        }
    }

    /** Nobody asked for it by name, but nobody else has it. */
    @Test
    void precessionIsChosen() throws Exception {
        WaveformSpec spec = SPEC.with("approximant", "IMRPhenomXPHM").with("delta-f", "0.5");
        Generator generator = Backends.choose("auto", spec, 5).generator();
        assertEquals("lal", generator.backend());
        assertArrayEquals(field(generator, "h_cross", 1), field(generator, "h_cross", 3));
    }
}
