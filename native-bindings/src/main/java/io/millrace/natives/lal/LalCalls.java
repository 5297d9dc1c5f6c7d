package io.millrace.natives.lal;

import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The calls that make waveforms. Each reads the error's number on the thread that failed, directly after the call, and then
 * destroys what a failure may have left behind.
 */
final class LalCalls {
    private static final long MOST_CHARACTERS = 1024;

    private final LalSymbols symbols;

    LalCalls(LalSymbols symbols) {
        this.symbols = symbols;
    }

    LalPair frequencyDomain(
            Lal lal,
            MethodHandle function,
            String name,
            LalApproximant approximant,
            Point p,
            LalGrid grid,
            LalDictionary options) {
        requireSound(p);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS, 2);
            int status = (int) function.invokeExact(
                    out,
                    out.asSlice(ValueLayout.ADDRESS.byteSize()),
                    LalArguments.mass(p, Parameter.MASS_1),
                    LalArguments.mass(p, Parameter.MASS_2),
                    p.get(Parameter.SPIN_1X),
                    p.get(Parameter.SPIN_1Y),
                    p.get(Parameter.SPIN_1Z),
                    p.get(Parameter.SPIN_2X),
                    p.get(Parameter.SPIN_2Y),
                    p.get(Parameter.SPIN_2Z),
                    LalArguments.distance(p),
                    p.get(Parameter.IOTA),
                    p.get(Parameter.PHASE),
                    p.get(Parameter.LONGITUDE_ASCENDING_NODES),
                    p.get(Parameter.ECCENTRICITY),
                    p.get(Parameter.MEAN_PER_ANO),
                    grid.spacing(),
                    grid.minimum(),
                    grid.maximum(),
                    grid.reference(),
                    LalDictionary.pointer(options),
                    approximant.value());
            return pair(lal, true, status, out, name, approximant, p, grid.toString());
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    LalPair sequence(
            Lal lal,
            LalApproximant approximant,
            Point p,
            double reference,
            LalFrequencies frequencies,
            LalDictionary options) {
        requireSound(p);
        require(reference >= 0 && reference < Double.POSITIVE_INFINITY, "f_ref", reference, "0 Hz or more");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS, 2);
            int status = (int) symbols.chooseSequence.invokeExact(
                    out,
                    out.asSlice(ValueLayout.ADDRESS.byteSize()),
                    p.get(Parameter.PHASE),
                    LalArguments.mass(p, Parameter.MASS_1),
                    LalArguments.mass(p, Parameter.MASS_2),
                    p.get(Parameter.SPIN_1X),
                    p.get(Parameter.SPIN_1Y),
                    p.get(Parameter.SPIN_1Z),
                    p.get(Parameter.SPIN_2X),
                    p.get(Parameter.SPIN_2Y),
                    p.get(Parameter.SPIN_2Z),
                    reference,
                    LalArguments.distance(p),
                    p.get(Parameter.IOTA),
                    LalDictionary.pointer(options),
                    approximant.value(),
                    frequencies.sequence());
            String name = "XLALSimInspiralChooseFDWaveformSequence";
            return pair(lal, true, status, out, name, approximant, p, frequencies + " f_ref=" + reference);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    LalPair timeDomain(
            Lal lal,
            LalApproximant approximant,
            Point p,
            double step,
            double minimum,
            double reference,
            LalDictionary options) {
        requireSound(p);
        require(step > 0 && step < Double.POSITIVE_INFINITY, "delta_t", step, "more than 0 s");
        require(minimum > 0 && minimum < Double.POSITIVE_INFINITY, "f_min", minimum, "more than 0 Hz");
        require(reference >= 0 && reference < Double.POSITIVE_INFINITY, "f_ref", reference, "0 Hz or more");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS, 2);
            int status = (int) symbols.chooseTimeDomain.invokeExact(
                    out,
                    out.asSlice(ValueLayout.ADDRESS.byteSize()),
                    LalArguments.mass(p, Parameter.MASS_1),
                    LalArguments.mass(p, Parameter.MASS_2),
                    p.get(Parameter.SPIN_1X),
                    p.get(Parameter.SPIN_1Y),
                    p.get(Parameter.SPIN_1Z),
                    p.get(Parameter.SPIN_2X),
                    p.get(Parameter.SPIN_2Y),
                    p.get(Parameter.SPIN_2Z),
                    LalArguments.distance(p),
                    p.get(Parameter.IOTA),
                    p.get(Parameter.PHASE),
                    p.get(Parameter.LONGITUDE_ASCENDING_NODES),
                    p.get(Parameter.ECCENTRICITY),
                    p.get(Parameter.MEAN_PER_ANO),
                    step,
                    minimum,
                    reference,
                    LalDictionary.pointer(options),
                    approximant.value());
            String grid = "delta_t=" + step + " f_min=" + minimum + " f_ref=" + reference;
            return pair(lal, false, status, out, "XLALSimInspiralChooseTDWaveform", approximant, p, grid);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** Models over time return a number of samples where others return 0; every failure is negative. */
    private LalPair pair(
            Lal lal,
            boolean frequencies,
            int status,
            MemorySegment out,
            String function,
            LalApproximant approximant,
            Point point,
            String grid) {
        MemorySegment plus = out.get(ValueLayout.ADDRESS, 0);
        MemorySegment cross = out.get(ValueLayout.ADDRESS, ValueLayout.ADDRESS.byteSize());
        if (status >= 0 && plus.address() != 0 && cross.address() != 0) {
            return new LalPair(lal, frequencies, plus, cross);
        }
        int code = takeError();
        destroy(frequencies, plus);
        destroy(frequencies, cross);
        String text = status >= 0 ? "success, but there is no waveform" : text(code);
        throw new LalException(function, code, text, approximant.name() + " " + point + " " + grid);
    }

    /** The number of the last error of this thread, which forgets it. */
    int takeError() {
        try {
            int code = (int) symbols.errorNumber.invokeExact();
            int former = (int) symbols.clearErrorNumber.invokeExact();
            return code;
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** LAL's words for a number; for 0 that it set none. */
    String text(int code) {
        if (code == 0) {
            return "without a reason";
        }
        try {
            return string((MemorySegment) symbols.errorString.invokeExact(code)).orElse("unknown");
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /** A C string that LAL owns; empty for NULL. */
    @SuppressWarnings("restricted") // LAL's constants end with a zero
    static Optional<String> string(MemorySegment pointer) {
        return pointer.address() == 0
                ? Optional.empty()
                : Optional.of(pointer.reinterpret(MOST_CHARACTERS).getString(0));
    }

    /** NULL is let be. */
    void destroy(boolean frequencies, MemorySegment series) {
        if (series.address() == 0) {
            return;
        }
        try {
            if (frequencies) {
                symbols.destroyFrequencySeries.invokeExact(series);
            } else {
                symbols.destroyTimeSeries.invokeExact(series);
            }
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    private static void requireSound(Point point) {
        LalArguments.refusal(point).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
    }

    private static void require(boolean holds, String name, double value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": allowed is " + allowed);
        }
    }

    /** What a method handle throws: our own exceptions as they are; nothing else can come out of C. */
    static RuntimeException unexpected(Throwable t) {
        return switch (t) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            default -> new IllegalStateException(t);
        };
    }
}
