package io.millrace.pipeline;

import java.lang.reflect.Method;

/** Figures of the virtual machine. By reflection: the module under test does not read {@code jdk.management}. */
public final class Management {
    private static final String FACTORY = "java.lang.management.ManagementFactory";

    private Management() {}

    /** Bytes that these threads have allocated since they were started. */
    public static long allocated(Iterable<Thread> threads) throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.sun.management.ThreadMXBean");
        Method bytes = type.getMethod("getThreadAllocatedBytes", long.class);
        Object bean = Class.forName(FACTORY).getMethod("getThreadMXBean").invoke(null);
        long sum = 0;
        for (Thread thread : threads) {
            sum += (long) bytes.invoke(bean, thread.threadId());
        }
        return sum;
    }

    /** The value of an option of the virtual machine. */
    public static String option(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
        Object bean = Class.forName(FACTORY)
                .getMethod("getPlatformMXBean", Class.class)
                .invoke(null, type);
        Object option = type.getMethod("getVMOption", String.class).invoke(bean, name);
        return (String) Class.forName("com.sun.management.VMOption")
                .getMethod("getValue")
                .invoke(option);
    }
}
