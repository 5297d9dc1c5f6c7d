package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong: one line, exit code 2, nothing left behind. */
class BadInputTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            generate                                                              | Missing required
            generate routing --count 5                                            | '--out=DIR'
            generate routing --cuont 5 --out d                                    | Unknown options: '--cuont'
            generate routing --out d                                              | Missing required option: '--count=N'
            generate routing --count 5 --out d --wokers 2                         | did you mean --workers
            generate routing --count 5 --out d --customers 9                      | given as --set customers=VALUE
            generate rooting --count 5 --out d                                    | workload is 'rooting': allowed is causal, latent, pde, radio, routing, waveform
            generate routing --count 0 --out d                                    | --count is 0: allowed is 1 to 9223372036854775807
            generate routing --count -5 --out d                                   | --count is -5
            generate routing --count ten --out d                                  | 'ten' is not a whole number
            generate routing --count 99999999999999999999 --out d                 | is not a whole number from -9223372036854775808 to 9223372036854775807
            generate routing --count 9000000000000000000 --out d                  | --count is 9000000000000000000: allowed with
            generate routing --count 1000000000000 --out d                        | free where
            generate routing --count 5 --first -1 --out d                         | --first is -1: allowed is 0 to
            generate routing --count 5 --first 9223372036854775807 --out d        | --first is 9223372036854775807
            generate routing --count 5 --workers 0 --out d                        | workers is 0: allowed is 1 to 4096
            generate routing --count 5 --batch 0 --out d                          | batch is 0: allowed is 1 to
            generate routing --count 5 --prefetch -1 --out d                      | prefetch is -1: allowed is 0 to
            generate routing --count 5 --shard-size 0 --out d                     | shard size is 0: allowed is 1 to
            generate routing --count 1000000 --shard-size 1 --out d               | shard size is 1: allowed for
            generate routing --count 9999999 --batch 9999999 --workers 4096 --out d | choose fewer workers or a smaller batch
            generate routing --count 5 --backend cuda --out d                     | backend is 'cuda': allowed is auto, opencl, vector, scalar
            generate routing --count 5 --set customers=0 --out d                  | customers is '0': allowed is 1 to 10000
            generate routing --count 5 --set customers=10001 --out d              | customers is '10001'
            generate routing --count 5 --set customers --out d                    | --set is 'customers': allowed is KEY=VALUE
            generate routing --count 5 --set custmers=3 --out d                   | --set: routing has no key 'custmers'
            generate routing --count 5 --set capacity=3 --out d                   | capacity is '3'
            generate routing --count 5 --spec none.yaml --out d                   | none.yaml does not exist
            generate routing --count 5 --out full                                 | it holds 'a file' and no plan.json
            generate routing --count 5 --out full/a_file                          | full/a_file
            verify none                                                           | none
            verify full                                                           | full
            repair none                                                           | none: there is no such directory
            repair full                                                           | full
            show none                                                             | there is no plan.json, so it is not a dataset
            export none --format vrplib --out e                                   | there is no plan.json, so it is not a dataset
            export none --format xml --out e                                      | --format is 'xml': allowed is vrplib, rl4co-npz, sigmf, avici, pdebench, safetensors
            spec rooting                                                          | workload is 'rooting': allowed is causal, latent, pde, radio, routing, waveform
            bench                                                                 | a workload is missing: allowed are routing
            bench routing --seconds 0                                             | --seconds is 0.0: allowed is 0.05 to 3600
            bench routing --customers 0                                           | customers is '0'
            bench routing --workers 0 --seconds 0.1                               | workers is 0
            bench routing --batch 2147483647 --customers 10000 --seconds 0.1      | choose fewer workers or a smaller batch
            generte routing                                                       | did you mean
            """)
    void isRefusedInOneSentence(String command, String sentence) throws IOException {
        Files.createDirectory(directory.resolve("full"));
        Files.writeString(directory.resolve("full/a file"), "");
        Files.writeString(directory.resolve("full/a_file"), "");
        Cli cli = new Cli(directory);
        List<String> before = cli.files();
        Cli.Result result = cli.run(command);
        assertEquals(ExitCode.REFUSED, result.code(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().startsWith("millrace: "), result.err());
        assertTrue(result.err().contains(sentence), result.err());
        assertEquals(before, cli.files());
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        Cli.Result result = new Cli(directory).run(java.util.OptionalInt.empty());
        assertEquals(ExitCode.REFUSED, result.code());
        assertTrue(result.err().startsWith("Usage: millrace"), result.err());
    }

    @Test
    void helpAndVersionAreThere() {
        Cli cli = new Cli(directory);
        assertEquals("millrace 0.1.0\n", cli.ok("--version").out());
        for (String command : List.of(
                "",
                "generate ",
                "verify ",
                "repair ",
                "export ",
                "show ",
                "spec ",
                "info ",
                "bench ",
                "bench routing ",
                "bench waveform ",
                "bench radio ",
                "bench causal ")) {
            assertTrue(cli.ok(command + "--help").out().startsWith("Usage: millrace " + command.strip()), command);
        }
    }
}
