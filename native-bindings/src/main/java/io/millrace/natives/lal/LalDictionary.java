package io.millrace.natives.lal;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** A dictionary of LAL's: options for the calls of one thread, never to be shared; {@link #close} frees it. */
public final class LalDictionary implements AutoCloseable {
    private static final String INSERT = "XLALSimInspiralWaveformParamsInsert";

    private static final FunctionDescriptor INSERT_WHOLE =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final FunctionDescriptor INSERT_REAL =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_DOUBLE);
    private static final FunctionDescriptor INSERT_VALUE =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    private static final FunctionDescriptor CREATE_MODES = FunctionDescriptor.of(ValueLayout.ADDRESS);
    private static final FunctionDescriptor ACTIVATE_MODE =
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final FunctionDescriptor DESTROY_VALUE = FunctionDescriptor.ofVoid(ValueLayout.ADDRESS);

    private final LalSymbols symbols;
    private final LalCalls calls;
    private final MemorySegment pointer;
    private boolean closed;

    LalDictionary(LalSymbols symbols, LalCalls calls, LalOptions options) {
        this.symbols = symbols;
        this.calls = calls;
        try {
            pointer = (MemorySegment) symbols.createDictionary.invokeExact();
        } catch (Throwable t) {
            throw LalCalls.unexpected(t);
        }
        if (pointer.address() == 0) {
            int code = calls.takeError();
            throw new LalException("XLALCreateDict", code, calls.text(code), "no arguments");
        }
        try {
            options.wholes().forEach(this::insert);
            options.reals().forEach(this::insert);
            if (!options.modes().isEmpty()) {
                insert(options.modes());
            }
        } catch (Throwable t) {
            close();
            throw LalCalls.unexpected(t);
        }
    }

    private void insert(String name, int value) {
        MethodHandle insert = function(name, INSERT_WHOLE);
        try {
            check((int) insert.invokeExact(pointer, value), name, Integer.toString(value));
        } catch (Throwable t) {
            throw LalCalls.unexpected(t);
        }
    }

    private void insert(String name, double value) {
        MethodHandle insert = function(name, INSERT_REAL);
        try {
            check((int) insert.invokeExact(pointer, value), name, Double.toString(value));
        } catch (Throwable t) {
            throw LalCalls.unexpected(t);
        }
    }

    /** LAL copies the value into its dictionary. */
    private void insert(List<LalOptions.Mode> modes) {
        String create = "XLALSimInspiralCreateModeArray";
        String activate = "XLALSimInspiralModeArrayActivateMode";
        MethodHandle insert = function("ModeArray", INSERT_VALUE);
        MethodHandle createModes = symbols.present(symbols.optional(create, CREATE_MODES), create);
        MethodHandle activateMode = symbols.present(symbols.optional(activate, ACTIVATE_MODE), activate);
        MethodHandle destroyValue =
                symbols.present(symbols.optional("XLALDestroyValue", DESTROY_VALUE), "XLALDestroyValue");
        try {
            MemorySegment value = (MemorySegment) createModes.invokeExact();
            check(value.address() == 0 ? -1 : 0, "ModeArray", "of its own");
            try {
                for (LalOptions.Mode mode : modes) {
                    MemorySegment same = (MemorySegment) activateMode.invokeExact(value, mode.ell(), mode.m());
                    check(same.address() == 0 ? -1 : 0, "ModeArray", mode.ell() + ":" + mode.m());
                }
                check((int) insert.invokeExact(pointer, value), "ModeArray", modes.toString());
            } finally {
                destroyValue.invokeExact(value);
            }
        } catch (Throwable t) {
            throw LalCalls.unexpected(t);
        }
    }

    private MethodHandle function(String option, FunctionDescriptor type) {
        MethodHandle insert = symbols.optional(INSERT + option, type);
        if (insert == null) {
            throw new IllegalArgumentException("this version of LALSimulation has no option " + option);
        }
        return insert;
    }

    private void check(int status, String option, String value) {
        if (status != 0) {
            int code = calls.takeError();
            throw new IllegalArgumentException("LALSimulation does not take the option " + option + " = " + value
                    + ": code " + code + " (" + calls.text(code) + ")");
        }
    }

    /** NULL for no options. */
    static MemorySegment pointer(LalDictionary options) {
        if (options == null) {
            return MemorySegment.NULL;
        }
        if (options.closed) {
            throw new IllegalStateException("this dictionary is closed");
        }
        return options.pointer;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                symbols.destroyDictionary.invokeExact(pointer);
            } catch (Throwable t) {
                throw LalCalls.unexpected(t);
            }
        }
    }
}
