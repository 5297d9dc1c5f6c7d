package io.millrace.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice of a width, each time in a process of its own. */
class SimdTest {
    /** Prints the width, whether it is the first choice, and every refusal. */
    static final class Report {
        private Report() {}

        public static void main(String[] args) {
            System.out.println(Simd.present() + " " + Simd.bits() + " " + Simd.preferred());
            Simd.refusals().forEach(System.out::println);
        }
    }

    private static String report(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(classes(Simd.class) + System.getProperty("path.separator") + classes(SimdTest.class));
        command.add(Report.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Test classes are patched into the module: only the resource says where they lie. */
    private static Path classes(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        Path file = Path.of(java.net.URI.create(type.getResource("/" + name)
                .toString()
                .replaceFirst("^jar:", "")
                .replaceFirst("!.*", "")));
        for (int up = 0; up < name.split("/").length; up++) {
            file = file.getParent();
        }
        return file;
    }

    private static final String WITH = "--add-modules=jdk.incubator.vector";

    @ParameterizedTest
    @CsvSource({"64", "128", "256", "512"})
    void aWidthThatIsAskedFor(int bits) throws IOException, InterruptedException {
        String report = report(WITH, "-D" + Simd.BITS + "=" + bits);
        assertTrue(report.contains("true " + bits + " "), report);
        if (bits == 64) {
            assertTrue(report.contains("64 bits hold one double: no gain over scalar code"), report);
        }
        int preferred = Simd.preferred() ? Simd.bits() : 0;
        if (preferred > 0 && bits > preferred) {
            assertTrue(report.contains("wider than the " + preferred + " this machine prefers"), report);
        }
    }

    @ParameterizedTest
    @CsvSource({"1024", "0", "-128", "wide", "''", "' 128'"})
    void aWidthThatThereIsNot(String bits) throws IOException, InterruptedException {
        String report = report(WITH, "-D" + Simd.BITS + "=" + bits);
        assertTrue(report.contains(Simd.BITS + " is '" + bits + "': allowed are 64, 128, 256, 512 and auto"), report);
    }

    @Test
    void withoutTheModule() throws IOException, InterruptedException {
        String report = report();
        assertTrue(report.contains("false 0 false"), report);
        assertTrue(report.contains("on the class path start java with --add-modules jdk.incubator.vector"), report);
    }

    @Test
    void withoutTheOptimisingCompiler() throws IOException, InterruptedException {
        for (String option : List.of("-Xint", "-XX:TieredStopAtLevel=1")) {
            String report = report(WITH, option);
            assertTrue(report.contains("the C2 compiler is off"), report);
        }
    }

    @Test
    void speciesHaveTheWidth() {
        assertTrue(Simd.present());
        assertEquals(Simd.bits(), Species.FLOAT.vectorBitSize());
        assertEquals(Simd.bits(), Species.INT.vectorBitSize());
        assertEquals(Simd.bits(), Species.DOUBLE.vectorBitSize());
        assertEquals(Simd.bits(), Species.LONG.vectorBitSize());
        assertEquals(2 * Species.LONG.length(), Species.INT.length());
    }
}
