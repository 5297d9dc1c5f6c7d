package io.millrace.natives.lal;

import io.millrace.generator.UnavailableException;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * LALSimulation's functions, as methods. Masses are in solar masses, distances in Mpc, as in a {@link Point}; everything
 * returned is in SI units, as LAL has it.
 *
 * <p>Safe for all platform threads; LAL itself is, for most models (not IMRPhenomA, B and C). It keeps its errors in each
 * thread, so that virtual threads, which change theirs, are refused. Nothing in LAL or in GSL, which it computes with, can
 * end the process or print: GSL's handler, which aborts, is switched off when the library is loaded, and LAL's messages
 * with it, for the whole process. Libraries stay loaded.
 */
public final class Lal {
    private static final String SEQUENCE = "XLALSimInspiralChooseFDWaveformSequence";
    private static final String CONDITIONED = "XLALSimInspiralFD";

    private static volatile Lal opened;

    private final LalSymbols symbols;
    private final LalCalls calls;
    private final LalNames names;
    private final String library;
    private final Optional<String> version;
    private final ThreadLocal<Boolean> prepared = new ThreadLocal<>();

    private Lal(LalLocator.Found found) {
        symbols = new LalSymbols(found);
        library = found.name();
        try {
            MemorySegment former = (MemorySegment) symbols.gslHandlerOff.invokeExact();
            symbols.debugLevel.invokeExact(0);
        } catch (Throwable t) {
            throw LalCalls.unexpected(t);
        }
        calls = new LalCalls(symbols);
        names = new LalNames(symbols, calls);
        version = names.version();
    }

    /**
     * The library of this process, found when first asked for: by the property {@code millrace.lal.library} (a file, or the
     * directory it is in), else the environment variable {@code MILLRACE_LAL_LIBRARY}, else the usual names.
     *
     * @throws UnavailableException if there is none, with what was tried and how to install it; or if it lacks a function,
     *     with its name
     */
    public static Lal open() {
        Lal lal = opened;
        if (lal == null) {
            synchronized (Lal.class) {
                lal = opened;
                if (lal == null) {
                    lal = new Lal(LalLocator.find(System.getProperty(LalLocator.PROPERTY), System.getenv()));
                    opened = lal;
                }
            }
        }
        return lal;
    }

    /**
     * The library in that file, or in that directory.
     *
     * @throws UnavailableException if it cannot be loaded, or lacks a function
     */
    public static Lal open(Path file) {
        return new Lal(LalLocator.find(file.toString(), Map.of()));
    }

    /** The file that was loaded, or the name by which the system's loader knew it. */
    public String library() {
        return library;
    }

    /** LALSimulation's version, such as {@code 6.2.1.1}; the file's name where the library does not say. */
    public String version() {
        return version.orElseGet(() -> String.valueOf(Path.of(library).getFileName()));
    }

    /** The names of all models that this library knows, whether or not they have a frequency or time domain form. */
    public List<String> approximants() {
        return names.approximants();
    }

    /**
     * The model of that name.
     *
     * @throws IllegalArgumentException if this library knows none of that name; the message offers the nearest
     */
    public LalApproximant approximant(String name) {
        return names.approximant(name);
    }

    /**
     * Model options, or none, for one thread's calls.
     *
     * @throws IllegalArgumentException if this library has no such option, or LAL does not take its value
     */
    public LalDictionary dictionary(LalOptions options) {
        return new LalDictionary(symbols, calls, options);
    }

    /**
     * {@code XLALSimInspiralChooseFDWaveform}: the model as it is defined, its peak at time 0. Bins are 0, δf, 2δf, …; there
     * may be more or fewer than f_max/δf + 1.
     *
     * @param options null for none
     * @throws IllegalArgumentException for parameters that no model takes; the message names the first
     * @throws LalException if LAL fails
     */
    public LalPair chooseFrequencyDomain(LalApproximant approximant, Point point, LalGrid grid, LalDictionary options) {
        prepareThread();
        return calls.frequencyDomain(
                this,
                symbols.chooseFrequencyDomain,
                "XLALSimInspiralChooseFDWaveform",
                approximant,
                point,
                grid,
                options);
    }

    /**
     * {@code XLALSimInspiralFD}: generated from below f_min, tapered, and shifted in time so that the signal ends within the
     * segment. Also transforms models of the time domain.
     *
     * @param options null for none
     * @throws UnavailableException if this library has no such function
     * @throws IllegalArgumentException for parameters that no model takes; the message names the first
     * @throws LalException if LAL fails
     */
    public LalPair inspiralFrequencyDomain(
            LalApproximant approximant, Point point, LalGrid grid, LalDictionary options) {
        prepareThread();
        return calls.frequencyDomain(
                this,
                symbols.present(symbols.inspiralFrequencyDomain, CONDITIONED),
                CONDITIONED,
                approximant,
                point,
                grid,
                options);
    }

    /**
     * {@code XLALSimInspiralChooseFDWaveformSequence}: at frequencies of one's own. It knows neither the longitude of the
     * ascending nodes nor eccentricity: {@link LalPolarizations} applies the first and refuses the second.
     *
     * @param reference f_ref in Hz, ≥ 0
     * @param frequencies in Hz, ascending
     * @param options null for none
     * @throws UnavailableException if this library has no such function
     * @throws IllegalArgumentException for parameters that no model takes; the message names the first
     * @throws LalException if LAL fails
     */
    public LalPair chooseSequence(
            LalApproximant approximant,
            Point point,
            double reference,
            LalFrequencies frequencies,
            LalDictionary options) {
        symbols.present(symbols.chooseSequence, SEQUENCE);
        prepareThread();
        return calls.sequence(this, approximant, point, reference, frequencies, options);
    }

    /**
     * {@code XLALSimInspiralChooseTDWaveform}: the model over time, from about f_min on.
     *
     * @param step δt in s, &gt; 0
     * @param minimum f_min in Hz, &gt; 0
     * @param reference f_ref in Hz, ≥ 0
     * @param options null for none
     * @throws UnavailableException if this library has no such function
     * @throws IllegalArgumentException for parameters that no model takes; the message names the first
     * @throws LalException if LAL fails
     */
    public LalPair chooseTimeDomain(
            LalApproximant approximant,
            Point point,
            double step,
            double minimum,
            double reference,
            LalDictionary options) {
        symbols.present(symbols.chooseTimeDomain, "XLALSimInspiralChooseTDWaveform");
        symbols.present(symbols.destroyTimeSeries, "XLALDestroyREAL8TimeSeries");
        prepareThread();
        return calls.timeDomain(this, approximant, point, step, minimum, reference, options);
    }

    /** Throws {@link UnavailableException} if a function is absent that only some waveforms take. */
    void require(boolean sequence, boolean conditioned) {
        if (sequence) {
            symbols.present(symbols.chooseSequence, SEQUENCE);
        }
        if (conditioned) {
            symbols.present(symbols.inspiralFrequencyDomain, CONDITIONED);
        }
    }

    void destroy(boolean frequencies, MemorySegment series) {
        calls.destroy(frequencies, series);
    }

    /** LAL's handler belongs to a thread; so does the number of OpenMP's, which would multiply with the number of workers. */
    private void prepareThread() {
        if (prepared.get() != null) {
            return;
        }
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("LAL keeps its errors in a thread: call it from a platform thread");
        }
        try {
            if (symbols.silentHandler != null) {
                MemorySegment former = (MemorySegment) symbols.silentHandler.invokeExact();
            }
            if (symbols.openMpThreads != null) {
                symbols.openMpThreads.invokeExact(1);
            }
        } catch (Throwable t) {
            throw LalCalls.unexpected(t);
        }
        prepared.set(true);
    }
}
