package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trajectories that there are not: one line, exit code 2, nothing left behind. */
class PdeBadInputTest {
    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void setUp() {
        cli = new Cli(directory);
    }

    private void refused(String command, String sentence) throws IOException {
        List<String> before = cli.files();
        Cli.Result result = cli.run(command);
        assertEquals(ExitCode.REFUSED, result.code(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(sentence), result.err());
        assertEquals("", result.out());
        assertEquals(before, cli.files());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            equation=heat                                | equation is 'heat': allowed is advection, burgers
            points=7                                     | points is '7': allowed is even numbers from 8 to 65536
            points=134                                   | without prime factors above 61
            frames=1                                     | frames is '1': allowed is 2 to 100000
            t-end=0                                      | t-end is '0': allowed is above 0
            dtype=f16                                    | dtype is 'f16': allowed is f2, f4 or f8
            nu=-1                                        | nu is '-1': allowed is a number, uniform(a,b)
            nu=uniform(2,1)                              | nu is 'uniform(2,1)'
            nu=choice()                                  | nu is 'choice()'
            equation=advection nu=1                      | nu is '1', but advection has none: its letters are beta
            steps=1                                      | steps is '1': allowed is auto, or 3 and more: exponential time differencing is stable up to steps of 0.0033
            scheme=finite-volume steps=2                 | steps is '2': allowed is auto, or 88 and more: finite volumes are stable up to steps of 1.13
            equation=reaction-diffusion rho=10 steps=1 t-end=100 frames=2 | allowed is auto, or 926 and more
            equation=advection scheme=finite-volume      | scheme is 'finite-volume'
            equation=diffusion-sorption initial=gaussian-field | initial is 'gaussian-field': allowed is auto, constant
            equation=kuramoto-sivashinsky                | length is '1': allowed is above 2π for kuramoto-sivashinsky
            scheme=finite-volume nu=1000 points=65536 length=0.001 t-end=1000000 frames=2 | t-end is '1000000': allowed is less, or more frames
            equation=navier-stokes points=1024           | points is '1024': allowed is 8 to 512 a side of a square
            """)
    void isRefusedInOneSentence(String settings, String sentence) throws IOException {
        refused("generate pde --count 2 --out d --set " + settings.strip().replace(" ", " --set "), sentence);
    }

    @Test
    void otherCommands() throws IOException {
        refused("bench pde --equation heat --seconds 0.1", "equation is 'heat'");
        refused("generate pde --count 2 --nu 1 --out d", "given as --set nu=VALUE");
        refused("export d --format pdebench --out e", "there is no plan.json, so it is not a dataset");
        cli.ok("generate routing --count 2 --out r");
        refused("export r --format pdebench --out e", "pdebench");
    }
}
