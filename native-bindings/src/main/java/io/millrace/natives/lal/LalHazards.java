package io.millrace.natives.lal;

import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
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
 * Models whose failure is a memory fault in LALSimulation 6, which would end this process: seen with 6.2.1.1 by calling every
 * model of its list once without data files.
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
