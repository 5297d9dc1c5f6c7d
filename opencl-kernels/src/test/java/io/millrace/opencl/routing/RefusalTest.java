package io.millrace.opencl.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.opencl.OpenClHere;
import io.millrace.opencl.device.Device;
import io.millrace.routing.CvrpSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a device without doubles is refused for. */
final class RefusalTest {
    private static Optional<String> without(String... settings) {
        Device device = OpenClHere.library().choose("best").getFirst();
        CvrpSpec spec = CvrpSpec.DEFAULT;
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            spec = spec.with(pair[0], pair[1]);
        }
        assertEquals(Optional.empty(), device.fp64() ? new CvrpOpenCl().refusal(spec, device) : Optional.empty());
        return new CvrpOpenCl().refusal(spec, device.as(device.type(), device.workGroup(), false));
    }

    @Test
    void floatsAreEnough() {
        assertEquals(Optional.empty(), without());
        assertEquals(Optional.empty(), without("coordinates=mixed", "metric=chebyshev", "distances=nearest"));
        assertEquals(Optional.empty(), without("customers=5..9", "backhauls=mixed", "backhaul-pick=exact"));
        assertEquals(Optional.empty(), without("problem=atsp", "customers=9"));
    }

    @Test
    void aSentenceNamesTheKeys() {
        String sentence = "it has no doubles, in which these keys are computed: ";
        assertEquals(Optional.of(sentence + "coordinates"), without("coordinates=uchoa-x"));
        assertEquals(Optional.of(sentence + "distances"), without("metric=geo"));
        assertEquals(Optional.of(sentence + "distance-type"), without("problem=atsp", "distance-type=f8"));
        assertEquals(
                Optional.of(sentence + "route-length, time-windows, backhauls, distance-limit"),
                without("capacity=route-length", "time-windows=li21", "backhauls=classic", "distance-limit=drawn"));
    }
}
