package io.millrace.natives.lal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.millrace.generator.UnavailableException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The functions of one library. Those without which nothing works are looked up at once; a handle that is null belongs to a
 * function that not every version has, and {@link #present} says so when it is used.
 */
final class LalSymbols {
    /** m₁, m₂, six spin components, distance, inclination, φ_ref, longitude, eccentricity, anomaly, δf, f_min, f_max, f_ref. */
    private static final FunctionDescriptor FREQUENCY_DOMAIN = polarizations(18, ADDRESS, JAVA_INT);

    /** The same with δt and f_min instead of δf, f_min and f_max. */
    private static final FunctionDescriptor TIME_DOMAIN = polarizations(17, ADDRESS, JAVA_INT);

    /** φ_ref, m₁, m₂, six spin components, f_ref, distance, inclination; the dictionary, the approximant, the frequencies. */
    private static final FunctionDescriptor SEQUENCE = polarizations(12, ADDRESS, JAVA_INT, ADDRESS);

    private static final FunctionDescriptor RELEASE = FunctionDescriptor.ofVoid(ADDRESS);
    private static final FunctionDescriptor NUMBER = FunctionDescriptor.of(JAVA_INT);
    private static final FunctionDescriptor QUERY = FunctionDescriptor.of(JAVA_INT, JAVA_INT);

    private final LalLocator.Found library;

    final MethodHandle chooseFrequencyDomain;
    final MethodHandle inspiralFrequencyDomain;
    final MethodHandle chooseSequence;
    final MethodHandle chooseTimeDomain;
    final MethodHandle destroyFrequencySeries;
    final MethodHandle destroyTimeSeries;

    final MethodHandle approximantFromString;
    final MethodHandle stringFromApproximant;
    final MethodHandle implementedFrequencyDomain;
    final MethodHandle implementedTimeDomain;
    final MethodHandle spinSupport;

    final MethodHandle createDictionary;
    final MethodHandle destroyDictionary;

    final MethodHandle errorNumber;
    final MethodHandle clearErrorNumber;
    final MethodHandle errorString;
    final MethodHandle debugLevel;
    final MethodHandle silentHandler;
    final MethodHandle gslHandlerOff;
    final MethodHandle openMpThreads;

    /** @throws UnavailableException naming the function that the library lacks */
    LalSymbols(LalLocator.Found library) {
        this.library = library;
        chooseFrequencyDomain = required("XLALSimInspiralChooseFDWaveform", FREQUENCY_DOMAIN);
        inspiralFrequencyDomain = optional("XLALSimInspiralFD", FREQUENCY_DOMAIN);
        chooseSequence = optional("XLALSimInspiralChooseFDWaveformSequence", SEQUENCE);
        chooseTimeDomain = optional("XLALSimInspiralChooseTDWaveform", TIME_DOMAIN);
        destroyFrequencySeries = required("XLALDestroyCOMPLEX16FrequencySeries", RELEASE);
        destroyTimeSeries = optional("XLALDestroyREAL8TimeSeries", RELEASE);

        approximantFromString =
                required("XLALSimInspiralGetApproximantFromString", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        stringFromApproximant =
                optional("XLALSimInspiralGetStringFromApproximant", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        implementedFrequencyDomain = required("XLALSimInspiralImplementedFDApproximants", QUERY);
        implementedTimeDomain = required("XLALSimInspiralImplementedTDApproximants", QUERY);
        spinSupport = optional("XLALSimInspiralGetSpinSupportFromApproximant", QUERY);

        createDictionary = required("XLALCreateDict", FunctionDescriptor.of(ADDRESS));
        destroyDictionary = required("XLALDestroyDict", RELEASE);

        errorNumber = required("XLALGetBaseErrno", NUMBER);
        clearErrorNumber = required("XLALClearErrno", NUMBER);
        errorString = required("XLALErrorString", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        debugLevel = required("XLALClobberDebugLevel", FunctionDescriptor.ofVoid(JAVA_INT));
        silentHandler = optional("XLALSetSilentErrorHandler", FunctionDescriptor.of(ADDRESS));
        gslHandlerOff = required("gsl_set_error_handler_off", FunctionDescriptor.of(ADDRESS));
        openMpThreads = optional("omp_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT));
    }

    private static FunctionDescriptor polarizations(int doubles, MemoryLayout... last) {
        MemoryLayout[] arguments = Stream.of(
                        Stream.of(ADDRESS, ADDRESS),
                        Collections.nCopies(doubles, JAVA_DOUBLE).stream(),
                        Arrays.stream(last))
                .flatMap(layouts -> layouts)
                .toArray(MemoryLayout[]::new);
        return FunctionDescriptor.of(JAVA_INT, arguments);
    }

    private MethodHandle required(String name, FunctionDescriptor type) {
        return present(optional(name, type), name);
    }

    /** A function, or null. */
    @SuppressWarnings("restricted") // the signature is the C header's
    MethodHandle optional(String name, FunctionDescriptor type) {
        return find(name)
                .map(address -> Linker.nativeLinker().downcallHandle(address, type))
                .orElse(null);
    }

    /** A symbol of the library, or of those that it needs. */
    Optional<MemorySegment> find(String name) {
        return library.symbols().find(name);
    }

    /**
     * The handle.
     *
     * @throws UnavailableException if it is null
     */
    MethodHandle present(MethodHandle handle, String name) {
        if (handle == null) {
            throw new UnavailableException("the library " + library.name() + " has no function " + name
                    + ": another version of LALSimulation may have it");
        }
        return handle;
    }
}
