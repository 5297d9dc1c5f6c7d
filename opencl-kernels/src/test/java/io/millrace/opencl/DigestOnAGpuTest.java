package io.millrace.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Library;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link DigestTest} in groups of items; apart, for PoCL compiles for minutes, with one thread. */
@Tag("digest")
final class DigestOnAGpuTest {
    /** As a GPU runs them: groups of items in step, which meet at barriers, and batches that are copied. PoCL compiles anew for each size of a group, so that one has a third of the lines. */
    @ParameterizedTest
    @CsvSource({"32, 1", "256, 3"})
    void asOnAGpu(int workGroup, int every) {
        Library library = OpenClHere.library();
        Device device = library.choose("best").getFirst().as(Device.Type.GPU, workGroup, true);
        List<DigestTest.Pinned> lines = DigestTest.pinned().toList();
        for (int i = 0; i < lines.size(); i += every) {
            DigestTest.Pinned line = lines.get(i);
            try (OpenClGenerator generator = DigestTest.on(library, device, line)) {
                assertEquals(
                        line.digest(),
                        Made.digest(generator, line.first(), line.count(), line.count()),
                        line::toString);
            }
        }
    }
}
