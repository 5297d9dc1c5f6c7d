package io.millrace.natives.lal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Asks {@code dlopen} itself why it does not load a file: Java's lookup says only that it could not. */
final class SystemLoader {
    /** {@code RTLD_LAZY}, on Linux and macOS. */
    private static final int LAZY = 1;

    private static final long MOST_CHARACTERS = 4096;

    private SystemLoader() {}

    /** The loader's own words, such as the name of a library that is missing; empty where they cannot be had. */
    @SuppressWarnings("restricted") // the signatures are POSIX's
    static Optional<String> complaint(String file) {
        Linker linker = Linker.nativeLinker();
        SymbolLookup standard = linker.defaultLookup();
        Optional<MemorySegment> dlopen = standard.find("dlopen");
        Optional<MemorySegment> dlerror = standard.find("dlerror");
        if (dlopen.isEmpty() || dlerror.isEmpty()) {
            return Optional.empty();
        }
        MethodHandle open = linker.downcallHandle(
                dlopen.get(), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        MethodHandle error = linker.downcallHandle(dlerror.get(), FunctionDescriptor.of(ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = (MemorySegment) open.invokeExact(arena.allocateFrom(file), LAZY);
            MemorySegment text = (MemorySegment) error.invokeExact();
            return handle.address() != 0 || text.address() == 0
                    ? Optional.empty()
                    : Optional.of(text.reinterpret(MOST_CHARACTERS).getString(0));
        } catch (Throwable unexpected) {
            throw new LinkageError("dlopen", unexpected);
        }
    }
}
