package io.millrace.natives.lal;

import io.millrace.spec.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Extra options of models by the names of LAL's functions {@code XLALSimInspiralWaveformParamsInsert…}, such as
 * {@code PhenomXHMThresholdMband} = 0. Whole and real numbers are told apart by the option, not by the text. {@code
 * ModeArray} lists the modes to sum, each as ℓ and m: {@code 2:2 2:-2 3:3 3:-3}.
 *
 * @param wholes options that are whole numbers
 * @param reals options that are real numbers
 * @param modes ℓ and m of each mode; empty for the model's own choice
 */
public record LalOptions(Map<String, Integer> wholes, Map<String, Double> reals, List<Mode> modes) {
    /** No options. */
    public static final LalOptions NONE = of(Map.of());

    private static final String MODES = "ModeArray";
    private static final Pattern MODE = Pattern.compile("(\\d+):(-?\\d+)");
    private static final int MOST_ELL = 8;

    /**
     * A spin-weighted spherical harmonic.
     *
     * @param ell 2 to 8
     * @param m −ℓ to ℓ
     */
    public record Mode(int ell, int m) {}

    /** Copies. */
    public LalOptions {
        wholes = Map.copyOf(wholes);
        reals = Map.copyOf(reals);
        modes = List.copyOf(modes);
    }

    /**
     * Reads options.
     *
     * @param texts values by name
     * @throws IllegalArgumentException for an unknown name, of which the nearest known are offered, or a value that is no
     *     such number
     */
    public static LalOptions of(Map<String, String> texts) {
        Map<String, Integer> wholes = new LinkedHashMap<>();
        Map<String, Double> reals = new LinkedHashMap<>();
        List<Mode> modes = new ArrayList<>();
        texts.forEach((name, text) -> {
            if (name.equals(MODES)) {
                modes.addAll(modes(text));
            } else if (LalOptionNames.WHOLES.contains(name)) {
                wholes.put(name, whole(name, text));
            } else if (LalOptionNames.REALS.contains(name)) {
                reals.put(name, real(name, text));
            } else {
                throw new IllegalArgumentException("LALSimulation has no option '" + name + "': the nearest are "
                        + String.join(", ", Nearest.to(name, LalOptionNames.all())));
            }
        });
        return new LalOptions(wholes, reals, modes);
    }

    private static int whole(String name, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("option " + name + " is '" + text + "': allowed is a whole number", e);
        }
    }

    private static double real(String name, String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("option " + name + " is '" + text + "': allowed is a number", e);
        }
        throw new IllegalArgumentException("option " + name + " is '" + text + "': allowed is a finite number");
    }

    private static List<Mode> modes(String text) {
        List<Mode> modes = new ArrayList<>();
        for (String part : text.strip().split("[\\s/]+")) {
            Matcher mode = MODE.matcher(part);
            if (!mode.matches()) {
                throw refused(part);
            }
            Mode read = new Mode(whole(MODES, mode.group(1)), whole(MODES, mode.group(2)));
            if (read.ell() < 2 || read.ell() > MOST_ELL || Math.abs(read.m()) > read.ell()) {
                throw refused(part);
            }
            modes.add(read);
        }
        return modes;
    }

    private static IllegalArgumentException refused(String mode) {
        return new IllegalArgumentException("option " + MODES + " has the mode '" + mode
                + "': allowed is l:m with l from 2 to " + MOST_ELL + " and m from -l to l, such as 2:2/2:-2");
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return wholes.isEmpty() && reals.isEmpty() && modes.isEmpty();
    }
}
