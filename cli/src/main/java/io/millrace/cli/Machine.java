package io.millrace.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the machine under this process is. */
final class Machine {
    /** Requests below this are not compared with the memory, for asking takes longer than a small run. */
    private static final long CHECKED_FROM = 1L << 30;

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Bytes of main memory, or the container's share of it. */
    static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /**
     * Checks that the memory is large enough.
     *
     * @param what is to be held in it, for the message
     * @throws IllegalArgumentException if it is not
     */
    static void requireMemory(long bytes, String what) {
        if (bytes > CHECKED_FROM && bytes > memory()) {
            throw new IllegalArgumentException(what + " instances need " + Figures.bytes(bytes)
                    + " of memory where this machine has " + Figures.bytes(memory())
                    + ": choose fewer workers or a smaller batch");
        }
    }

    /** Whether the processor multiplies and adds at once, if the virtual machine tells. */
    static Optional<Boolean> fma() {
        try {
            return Optional.of(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                            .getVMOption("UseFMA")
                            .getValue())
                    .map(Boolean::valueOf);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * How many pieces of some size are held unasked: all that are wished for, or as many as fit in half of the memory; at
     * least 1.
     */
    static long allowed(long bytes, long wished) {
        return (double) bytes * wished <= CHECKED_FROM
                ? wished
                : Math.clamp(memory() / 2 / Math.max(bytes, 1), 1, wished);
    }

    /** The processor's name, or its architecture where the system does not tell. */
    static String processor() {
        try (Stream<String> lines = Files.lines(CPUINFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
