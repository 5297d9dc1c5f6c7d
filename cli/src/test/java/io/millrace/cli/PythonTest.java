package io.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads datasets and exports with NumPy and h5py, as their users do; the checks are in {@code read_back.py}. */
class PythonTest {
    private static String python;

    @TempDir
    Path directory;

    @BeforeAll
    static void find() throws Exception {
        for (String candidate : List.of("/usr/bin/python3", "python3")) {
            if (imports(candidate, "numpy")) {
                python = candidate;
                return;
            }
        }
        skip("no python3 with NumPy here (Debian: apt install python3-numpy)");
    }

    private static void skip(String reason) {
        System.out.println("PythonTest is skipped: " + reason);
        if ("true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        abort(reason);
    }

    private static void needH5py() throws InterruptedException {
        if (!imports(python, "h5py")) {
            skip("no h5py here (Debian: apt install python3-h5py)");
        }
    }

    private static boolean imports(String candidate, String library) throws InterruptedException {
        try {
            return new ProcessBuilder(candidate, "-c", "import " + library)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void check(String... arguments) throws Exception {
        Path script = directory.resolve("read_back.py");
        try (InputStream in = PythonTest.class.getResourceAsStream("read_back.py")) {
            Files.write(script, in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of(python, script.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--set customers=20",
                "--set customers=7 --backend scalar",
                "--set customers=100",
                "--set customers=5..12",
                "--set customers=12 --set coordinates=cluster --set distance-type=f8",
                "--set customers=9 --set distances=upper",
                "--set customers=9 --set distances=nearest --set neighbours=4"
            })
    void numpyMapsEveryFieldAndFindsTheSameDistances(String settings) throws Exception {
        new Cli(directory).ok("generate routing --count 250 --shard-size 100 --seed 3 --out d " + settings);
        check("dataset", "d");
    }

    @Test
    void theLineThatGenerateEndsWithIsPython() throws Exception {
        String line = new Cli(directory)
                .ok("generate routing --count 10 --out d")
                .lines()
                .getLast();
        Process process = new ProcessBuilder(python, "-c", line + "; coords[0, 0, 0] = 2; print(coords.shape)")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        assertEquals(
                "(10, 21, 2)\n", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8), line);
    }

    @Test
    void rl4coFile() throws Exception {
        Cli cli = new Cli(directory);
        cli.ok("generate routing --count 50 --shard-size 20 --out d");
        cli.ok("export d --format rl4co-npz --out e.npz");
        check("rl4co", "d", "e.npz");
    }

    @Test
    void rl4coFileWithConstraints() throws Exception {
        Cli cli = new Cli(directory);
        cli.ok("generate routing --count 50 --shard-size 20 --out d --set variants=drawn --set open-routes=true"
                + " --set backhauls=classic --set time-windows=liu24 --set distance-limit=3 --set capacity=multi-task");
        cli.ok("export d --format rl4co-npz --out e.npz");
        check("mtvrp", "d", "e.npz");
    }

    @Test
    void safetensorsFile() throws Exception {
        Cli cli = new Cli(directory);
        cli.ok("generate routing --count 50 --shard-size 20 --out d --set customers=5..9");
        cli.ok("export d --format safetensors --out e.safetensors");
        check("safetensors", "d", "e.safetensors");
    }

    @Test
    void sigmfFiles() throws Exception {
        Cli cli = new Cli(directory);
        cli.ok("generate radio --count 5 --shard-size 2 --first 7 --out d --set samples=300 --set receivers=random"
                + " --set receiver-count=4..9");
        cli.ok("export d --format sigmf --out e");
        check("sigmf", "d", "e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--set nodes=1",
                "--set nodes=4..9 --set padding=12 --set intervened-rows=3",
                "--set nodes=7..9 --set targets=5 --set target-size=1..4 --set worlds=fresh --set intervened-rows=90"
                        + " --set fields=base,intervened,target,adjacency",
                "--set targets=3 --set target-size=2 --set intervention=shift --set scaling=z-score --set fields=all",
                "--set targets=8 --set nodes=5..12 --set mechanism=rff-gp --set scaling=internal"
            })
    void aviciFile(String settings) throws Exception {
        Cli cli = new Cli(directory);
        cli.ok(("generate causal --count 25 --shard-size 10 --first 3 --out d " + settings).strip());
        assertEquals(
                "e.npz has 25 instances\n",
                cli.ok("export d --format avici --out e.npz").out());
        check("avici", "d", "e.npz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--set nu=log-uniform(0.01,1)",
                "--set equation=advection --set beta=choice(0.1,1,7) --set dtype=f8",
                "--set equation=reaction-diffusion --set nu=uniform(0.001,0.1) --set dtype=f2",
                "--set equation=kuramoto-sivashinsky --set length=22"
            })
    void pdebenchFile(String settings) throws Exception {
        needH5py();
        Cli cli = new Cli(directory);
        cli.ok("generate pde --count 25 --shard-size 10 --first 3 --seed 9 --out d --set points=32 --set frames=7"
                + " --set t-end=0.1 " + settings);
        assertEquals(
                "e.hdf5 has 25 instances\n",
                cli.ok("export d --format pdebench --out e.hdf5").out());
        check("pdebench", "d", "e.hdf5");
    }

    @Test
    void pdebenchGroups() throws Exception {
        needH5py();
        Plane.write(directory.resolve("d"), 11, 4);
        new Cli(directory).ok("export d --format pdebench --out e.hdf5");
        check("pdebench2d", "d", "e.hdf5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--set rounding=none",
                "--set rounding=round",
                "--set metric=ceil-2d --set distance-type=i4",
                "--set metric=man-2d",
                "--set metric=att",
                "--set coordinates=uchoa-x --set capacity=route-length --set metric=euc-2d --set distance-type=i4",
                "--set rounding=exact --set customers=6..9",
                "--set metric=haversine"
            })
    void vrplibFiles(String settings) throws Exception {
        Cli cli = new Cli(directory);
        cli.ok("generate routing --count 20 --shard-size 8 --first 5 --out d " + settings);
        cli.ok("export d --format vrplib --out e");
        check("vrplib", "d", "e");
    }
}
