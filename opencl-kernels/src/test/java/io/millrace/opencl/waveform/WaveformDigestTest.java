package io.millrace.opencl.waveform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.millrace.batch.Batch;
import io.millrace.generator.Generator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pinned digests of waveforms, by a device: batches copied from it, and written by it where it shares the host's memory. */
@Tag("digest")
class WaveformDigestTest {
    /** A line of the file. */
    record Pinned(String digest, long seed, long first, int count, String settings) {
        static Pinned of(String line) {
            String[] parts = line.split(" ", 5);
            return new Pinned(
                    parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), Integer.parseInt(parts[3]), parts[4]);
        }

        @Override
        public String toString() {
            return settings + " from " + first;
        }
    }

    static List<Pinned> pinned() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WaveformDigestTest.class.getResourceAsStream("/digests/waveform.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Pinned::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pinned")
    void everyPieceSizeOverBothPaths(Pinned line) {
        int poison = 0xA5;
        for (String transfer : new String[] {"copy", "auto"}) {
            try (Generator generator = Waveforms.onDevice(Waveforms.spec(line.settings()), line.seed(), transfer)) {
                for (int piece : new int[] {1, 7, line.count()}) {
                    // Another poison each time: an element that nobody writes cannot give one digest twice.
                    poison ^= 0xFF;
                    try (Batch made = Waveforms.fill(generator, line.first(), line.count(), piece, poison)) {
                        assertEquals(line.digest(), Waveforms.digest(made), () -> transfer + ", in pieces of " + piece);
                    }
                }
            }
        }
    }
}
