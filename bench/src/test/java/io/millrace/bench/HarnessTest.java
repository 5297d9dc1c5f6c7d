package io.millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the build must have given JMH: without its annotation processor there is no list, and no error either. */
final class HarnessTest {
    @Test
    void everyBenchmarkIsListedAndForkedWithTheVectorModule() {
        var entries = BenchmarkList.defaultList()
                .getAll(
                        OutputFormatFactory.createFormatInstance(
                                new PrintStream(new ByteArrayOutputStream()), VerboseMode.SILENT),
                        List.of());
        Set<String> classes = entries.stream()
                .map(entry -> entry.getUserClassQName().replace("io.millrace.bench.", ""))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "WordsBenchmark",
                        "UniformsBenchmark",
                        "IntegersBenchmark",
                        "NormalsBenchmark",
                        "ExpBenchmark",
                        "LogBenchmark",
                        "SinBenchmark",
                        "SinCosTurnsBenchmark",
                        "FftBenchmark",
                        "BatchFftBenchmark",
                        "FillBenchmark",
                        "MetricBenchmark",
                        "ClosureBenchmark",
                        "PipelineBenchmark",
                        "HandOverBenchmark",
                        "DatasetBenchmark",
                        "WaveformBenchmark",
                        "RadioBenchmark",
                        "SampleBenchmark",
                        "CausalBenchmark",
                        "ColumnBenchmark",
                        "PdeBenchmark",
                        "GridEncoderBenchmark",
                        "LalBenchmark",
                        "OpenClBenchmark"),
                classes);
        entries.forEach(entry -> assertTrue(
                entry.getJvmArgsAppend().orElse(List.of()).contains(Measured.VECTOR_MODULE), entry::getUsername));
    }

    @Test
    void widthsAreThoseOfThisMachine() {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Widths.main(new String[0]);
        } finally {
            System.setOut(standard);
        }
        assertTrue(printed.toString(StandardCharsets.UTF_8).lines().anyMatch("128"::equals));
    }
}
