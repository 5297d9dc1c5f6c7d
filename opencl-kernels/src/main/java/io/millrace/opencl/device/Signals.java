package io.millrace.opencl.device;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.lwjgl.system.Platform;

/**
 * Keeps the virtual machine's signal handlers where a driver puts its own in their place. LLVM, with which PoCL compiles, does so
 * once in a process: for SIGSEGV, by which Java stops loops at safepoints and finds null pointers, with a handler that the system
 * sets back to the default whenever it calls it. Two threads at a time then end the process without a word. LLVM does not look
 * whether its handlers are still there, so that they are gone for good.
 */
final class Signals {
    /** HUP INT QUIT ILL TRAP ABRT BUS FPE USR1 SEGV USR2 PIPE TERM XCPU XFSZ SYS, by Linux's numbers. */
    private static final int[] KEPT = {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 15, 24, 25, 31};

    /** Above the size of any {@code struct sigaction}. */
    private static final long STRUCT = 256;

    private static final Optional<MethodHandle> SIGACTION = find();

    private Signals() {}

    @SuppressWarnings("restricted") // a function of the C library with a declared signature
    private static Optional<MethodHandle> find() {
        if (Platform.get() != Platform.LINUX) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor type = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
        return linker.defaultLookup().find("sigaction").map(address -> linker.downcallHandle(address, type));
    }

    /** Does some work, then gives every signal the handler that it had before. */
    static void keep(Runnable work) {
        if (SIGACTION.isEmpty()) {
            work.run();
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment before = arena.allocate(STRUCT * KEPT.length, 16);
            for (int i = 0; i < KEPT.length; i++) {
                sigaction(KEPT[i], MemorySegment.NULL, before.asSlice(STRUCT * i, STRUCT));
            }
            try {
                work.run();
            } finally {
                for (int i = 0; i < KEPT.length; i++) {
                    sigaction(KEPT[i], before.asSlice(STRUCT * i, STRUCT), MemorySegment.NULL);
                }
            }
        }
    }

    /** The address of a signal's handler, the first word of its {@code struct sigaction}; empty where that is unknown. */
    static Optional<Long> handler(int signal) {
        if (SIGACTION.isEmpty()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment now = arena.allocate(STRUCT, 16);
            sigaction(signal, MemorySegment.NULL, now);
            return Optional.of(now.get(ValueLayout.JAVA_LONG, 0));
        }
    }

    private static void sigaction(int signal, MemorySegment now, MemorySegment before) {
        try {
            int ignored = (int) SIGACTION.orElseThrow().invokeExact(signal, now, before);
        } catch (Throwable t) {
            throw new IllegalStateException("sigaction", t);
        }
    }
}
