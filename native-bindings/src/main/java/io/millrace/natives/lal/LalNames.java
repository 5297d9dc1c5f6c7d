package io.millrace.natives.lal;

import io.millrace.spec.Nearest;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a library says about itself: its version, its models. */
final class LalNames {
    /** LAL numbers its models from 0 on, with gaps where one was taken out; version 6.2 has 119. */
    private static final int MOST_APPROXIMANTS = 1000;

    private static final int WIDEST_GAP = 50;

    /** {@code LALVCSInfo}: pointers to the library's name and, second, its version. */
    private static final String VERSION_SYMBOL = "lalSimulationVCSInfo";

    private final LalSymbols symbols;
    private final LalCalls calls;

    LalNames(LalSymbols symbols, LalCalls calls) {
        this.symbols = symbols;
        this.calls = calls;
    }

    /** The version, where the library has its structure. */
    @SuppressWarnings("restricted") // two pointers, as the C header has them
    Optional<String> version() {
        long pointer = ValueLayout.ADDRESS.byteSize();
        return symbols.find(VERSION_SYMBOL)
                .map(symbol -> symbol.reinterpret(2 * pointer).get(ValueLayout.ADDRESS, pointer))
                .flatMap(LalCalls::string);
    }

    /** Every model's name; empty where the library has no function for it. */
    List<String> approximants() {
        List<String> names = new ArrayList<>();
        if (symbols.stringFromApproximant == null) {
            return names;
        }
        int gap = 0;
        for (int value = 0; value < MOST_APPROXIMANTS && gap < WIDEST_GAP; value++) {
            Optional<String> name = name(value);
            name.ifPresent(names::add);
            gap = name.isPresent() ? 0 : gap + 1;
        }
        return names;
    }

    LalApproximant approximant(String name) {
        int value = value(name);
        // LAL reads an order and a frame out of a longer name, which this call would not pass on
        boolean whole = value >= 0
                && (symbols.stringFromApproximant == null
                        || name(value).filter(name::equals).isPresent());
        if (!whole) {
            List<String> nearest = Nearest.to(name, approximants());
            throw new IllegalArgumentException("LALSimulation has no approximant '" + name + "'"
                    + (nearest.isEmpty() ? "" : ": the nearest are " + String.join(", ", nearest)));
        }
        try {
            int frequencyDomain = (int) symbols.implementedFrequencyDomain.invokeExact(value);
            int timeDomain = (int) symbols.implementedTimeDomain.invokeExact(value);
            int spins = symbols.spinSupport == null ? -1 : (int) symbols.spinSupport.invokeExact(value);
            calls.takeError();
            return new LalApproximant(
                    name, value, frequencyDomain == 1, timeDomain == 1, LalApproximant.Spins.of(spins));
        } catch (Throwable t) {
            throw LalCalls.unexpected(t);
        }
    }

    private int value(String name) {
        try (Arena arena = Arena.ofConfined()) {
            int value = (int) symbols.approximantFromString.invokeExact(arena.allocateFrom(name));
            calls.takeError();
            return value;
        } catch (Throwable t) {
            throw LalCalls.unexpected(t);
        }
    }

    private Optional<String> name(int value) {
        try {
            Optional<String> name = LalCalls.string((MemorySegment) symbols.stringFromApproximant.invokeExact(value));
            calls.takeError();
            return name;
        } catch (Throwable t) {
            throw LalCalls.unexpected(t);
        }
    }
}
