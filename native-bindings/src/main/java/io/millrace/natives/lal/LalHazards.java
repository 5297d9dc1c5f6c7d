package io.millrace.natives.lal;

import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import io.millrace.waveform.parameters.Units;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What LALSimulation does not guard itself. Models whose failure is a memory fault, which would end this process: seen with
 * 6.2.1.1 by calling every model of its list once without data files. Models that are not for several threads. Calls without end.
 */
final class LalHazards {
    private static final String DATA_PATH = "LAL_DATA_PATH";

    /** Whatever the data. */
    private static final Set<String> ALWAYS =
            Set.of("SpinTaylorT4Fourier", "SpinTaylorT5Fourier", "PhenSpinTaylor", "PhenSpinTaylorRD");

    /** They read on through a null pointer without the data of these, which themselves say so in an orderly way. */
    private static final Map<String, String> BUILT_ON = Map.of(
            "SEOBNRv4_ROM_NRTidal", "SEOBNRv4_ROM",
            "SEOBNRv4_ROM_NRTidalv2", "SEOBNRv4_ROM",
            "SEOBNRv4_ROM_NRTidalv2_NSBH", "SEOBNRv4_ROM",
            "SEOBNRv5_ROM_NRTidalv3", "SEOBNRv5_ROM");

    /** They read on without a file whose name begins so. */
    private static final Map<String, String> READS = Map.of("NRSur7dq2", "NRSur7dq2", "NRSur7dq4", "NRSur7dq4");

    /** LAL's documentation calls them unfit for several threads. */
    private static final Set<String> ALONE = Set.of("IMRPhenomA", "IMRPhenomB", "IMRPhenomC", "NRSur4d2s");

    /** Seconds of a waveform over time beyond which a call would take minutes and gigabytes. */
    private static final double LONGEST = 4096;

    private static final LalGrid TRIAL = new LalGrid(1, 30, 512, 30);

    private LalHazards() {}

    /**
     * Refuses a model that would end the process.
     *
     * @throws IllegalArgumentException with one sentence
     */
    static void requireHarmless(Lal lal, LalApproximant approximant) {
        String name = approximant.name();
        if (ALWAYS.contains(name)) {
            throw new IllegalArgumentException(
                    name + " ends the process by a memory fault in LALSimulation 6: it is not called");
        }
        Optional.ofNullable(BUILT_ON.get(name)).ifPresent(base -> requireData(lal, name, base));
        Optional.ofNullable(READS.get(name)).ifPresent(file -> requireFile(name, file));
    }

    /** Whether it must not run on two threads at once. */
    static boolean alone(LalApproximant approximant) {
        return ALONE.contains(approximant.name());
    }

    /**
     * Why a model of the time domain would take too long: its Newtonian duration {@code 5M/(256η)·(πMf)^(−8/3)} from f_min on.
     */
    static Optional<String> refusal(Point point, LalApproximant approximant, double minimum) {
        double m1 = point.get(Parameter.MASS_1);
        double m2 = point.get(Parameter.MASS_2);
        double seconds = (m1 + m2) * Units.SUN_SECONDS;
        double eta = m1 * m2 / ((m1 + m2) * (m1 + m2));
        double v = StrictMath.cbrt(Math.PI * seconds * minimum);
        double v4 = v * v * v * v;
        double duration = 5 * seconds / (256 * eta) / (v4 * v4);
        return approximant.frequencyDomain() || duration <= LONGEST
                ? Optional.empty()
                : Optional.of("from f-min on, " + minimum + " Hz, it lasts some " + duration + " s: allowed for "
                        + approximant.name() + ", a model over time, is at most " + LONGEST);
    }

    private static void requireData(Lal lal, String name, String base) {
        Point point = new Point();
        point.set(Parameter.MASS_1, 30);
        point.set(Parameter.MASS_2, 30);
        point.set(Parameter.LUMINOSITY_DISTANCE, 100);
        try (LalPair tried = lal.chooseFrequencyDomain(lal.approximant(base), point, TRIAL, null)) {
            tried.plus();
        } catch (LalException failed) {
            throw new IllegalArgumentException(sentence(name, base), failed);
        }
    }

    private static void requireFile(String name, String prefix) {
        String path = Optional.ofNullable(System.getenv(DATA_PATH)).orElse("");
        for (String directory : path.split(File.pathSeparator)) {
            if (!directory.isEmpty() && holds(directory, prefix)) {
                return;
            }
        }
        throw new IllegalArgumentException(sentence(name, prefix));
    }

    private static boolean holds(String directory, String prefix) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(directory), prefix + "*")) {
            return files.iterator().hasNext();
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static String sentence(String name, String data) {
        return name + " needs data files that this LALSimulation does not find: put those of " + data
                + " into a directory and name it in the environment variable " + DATA_PATH;
    }
}
