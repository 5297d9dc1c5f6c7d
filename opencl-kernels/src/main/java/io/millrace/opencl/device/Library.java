package io.millrace.opencl.device;

import io.millrace.generator.UnavailableException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lwjgl.opencl.CL;
import org.lwjgl.opencl.CL10;
import org.lwjgl.opencl.CL11;
import org.lwjgl.opencl.CL12;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.Platform;

/**
 * The OpenCL of this machine: loaded when first asked for, once. The property {@value #PROPERTY}, else the variable {@value
 * #VARIABLE}, names a library that stands for the usual one, a vendor's own for example; it is never replaced by another.
 */
public final class Library {
    /** The property that names a library. */
    public static final String PROPERTY = "millrace.opencl.library";

    /** The variable that names a library where the property does not. */
    public static final String VARIABLE = "MILLRACE_OPENCL_LIBRARY";

    private static final String INSTALL =
            "install a driver's OpenCL: for processors Debian's pocl-opencl-icd, for graphics the vendor's ICD";

    private static Library loaded;
    private static String missing;

    private final Cl cl;
    private final List<Device> devices;

    private Library(Cl cl) {
        this.cl = cl;
        this.devices = enumerate(cl);
    }

    /**
     * Loads it, or says again why it could not be.
     *
     * @throws UnavailableException if there is no OpenCL here; the sentence says what to install
     */
    public static synchronized Library open() {
        if (loaded == null && missing == null) {
            try {
                Signals.keep(() -> {
                    load();
                    loaded = new Library(new Cl());
                });
            } catch (UnsatisfiedLinkError | OpenClException e) {
                missing = "there is no OpenCL library here (" + firstLine(e.getMessage()) + "): " + INSTALL;
            }
        }
        if (missing != null) {
            throw new UnavailableException(missing);
        }
        return loaded;
    }

    /** With calls of another kind, over the devices that there are. */
    static Library with(Cl cl) {
        open();
        return new Library(cl);
    }

    private static void load() {
        // Debian's libOpenCL.so comes with the headers alone, and Java's own foreign calls need no LWJGL code but its
        // loader
        Configuration.MEMORY_BACKEND.set("ffm");
        if (!Configuration.DEBUG.get(false)) {
            // a library that is absent is an answer here, and LWJGL's advice about it no news
            Configuration.DEBUG_STREAM.set(new PrintStream(OutputStream.nullOutputStream()));
        }
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (named != null && !named.isEmpty()) {
            Configuration.OPENCL_LIBRARY_NAME.set(named);
        } else if (Platform.get() == Platform.LINUX) {
            Configuration.OPENCL_LIBRARY_NAME.set("libOpenCL.so.1");
        }
        CL.getICD();
    }

    private static String firstLine(String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("no reason given");
    }

    /** A platform or a device that cannot say what it is is left out: a broken driver takes nobody else's devices away. */
    private static List<Device> enumerate(Cl cl) {
        List<Device> devices = new ArrayList<>();
        for (long platform : cl.platforms()) {
            try {
                String name = cl.platformText(platform, CL10.CL_PLATFORM_NAME);
                for (long device : cl.devices(platform)) {
                    add(cl, platform, name, device, devices);
                }
            } catch (OpenClException broken) {
                // the platforms that work are what there is
            }
        }
        return List.copyOf(devices);
    }

    private static void add(Cl cl, long platform, String name, long device, List<Device> devices) {
        try {
            devices.add(describe(cl, devices.size(), platform, name, device));
        } catch (OpenClException broken) {
            // the devices that work are what there is
        }
    }

    private static Device describe(Cl cl, int index, long platformId, String platform, long id) {
        long single = cl.deviceNumber(id, CL10.CL_DEVICE_SINGLE_FP_CONFIG);
        long twice = cl.deviceNumber(id, CL12.CL_DEVICE_DOUBLE_FP_CONFIG);
        long[] extents = cl.deviceNumbers(id, CL10.CL_DEVICE_MAX_WORK_ITEM_SIZES);
        String version = cl.deviceText(id, CL10.CL_DEVICE_VERSION);
        boolean full = cl.deviceText(id, CL10.CL_DEVICE_PROFILE).equals("FULL_PROFILE");
        return new Device(
                index,
                platform,
                cl.deviceText(id, CL10.CL_DEVICE_NAME),
                cl.deviceText(id, CL10.CL_DEVICE_VENDOR),
                type(cl.deviceNumber(id, CL10.CL_DEVICE_TYPE)),
                version,
                cl.deviceText(id, CL10.CL_DRIVER_VERSION),
                (int) cl.deviceNumber(id, CL10.CL_DEVICE_MAX_COMPUTE_UNITS),
                cl.deviceNumber(id, CL10.CL_DEVICE_GLOBAL_MEM_SIZE),
                cl.deviceNumber(id, CL10.CL_DEVICE_MAX_MEM_ALLOC_SIZE),
                (int) Math.min(cl.deviceNumber(id, CL10.CL_DEVICE_MAX_WORK_GROUP_SIZE), extents[0]),
                (int) Math.min(extents[1], Integer.MAX_VALUE),
                full
                        && !version.matches("OpenCL 1\\.[01].*")
                        && has(single, CL10.CL_FP_ROUND_TO_NEAREST | CL10.CL_FP_INF_NAN),
                has(twice, CL10.CL_FP_DENORM | CL10.CL_FP_ROUND_TO_NEAREST | CL10.CL_FP_INF_NAN),
                has(single, CL12.CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT),
                has(single, CL10.CL_FP_DENORM),
                cl.deviceNumber(id, CL11.CL_DEVICE_HOST_UNIFIED_MEMORY) != 0,
                cl.deviceNumber(id, CL10.CL_DEVICE_AVAILABLE) != 0
                        && cl.deviceNumber(id, CL10.CL_DEVICE_COMPILER_AVAILABLE) != 0,
                cl.deviceNumber(id, CL10.CL_DEVICE_ENDIAN_LITTLE) != 0,
                platformId,
                id);
    }

    private static boolean has(long flags, long wanted) {
        return (flags & wanted) == wanted;
    }

    private static Device.Type type(long flags) {
        return has(flags, CL10.CL_DEVICE_TYPE_GPU)
                ? Device.Type.GPU
                : has(flags, CL10.CL_DEVICE_TYPE_CPU) ? Device.Type.CPU : Device.Type.ACCELERATOR;
    }

    /** Every device of every platform. */
    public List<Device> devices() {
        return devices;
    }

    /** The calls. */
    public Cl cl() {
        return cl;
    }

    /** What a choice of devices may be. */
    public static final String ALLOWED =
            "best, all, an index, several with commas between, or a part of a device's name";

    /**
     * The devices of a choice, at least one: {@value #ALLOWED}. The best is a GPU before anything else, one with memory of its own
     * before one without, then the one with the most memory, then with the most compute units.
     *
     * @throws UnavailableException if none answers to it, or one that was named cannot compute Millrace's bits
     */
    public List<Device> choose(String choice) {
        if (devices.isEmpty()) {
            throw new UnavailableException("OpenCL is here and has no device: " + INSTALL);
        }
        List<Device> usable =
                devices.stream().filter(device -> device.objection() == null).toList();
        if (choice.equals("best") || choice.equals("all")) {
            if (usable.isEmpty()) {
                throw new UnavailableException("no OpenCL device can be used; "
                        + devices.getFirst().name() + ": " + devices.getFirst().objection());
            }
            return choice.equals("all")
                    ? usable
                    : List.of(usable.stream()
                            .min(Comparator.comparing(Device::type)
                                    .thenComparing(Device::unified)
                                    .thenComparing(device -> -device.memory())
                                    .thenComparing(device -> -device.units()))
                            .orElseThrow());
        }
        List<Device> chosen = new ArrayList<>();
        for (String part : choice.split(",", -1)) {
            Device device = named(part.strip());
            if (device.objection() != null) {
                throw new UnavailableException(
                        "the OpenCL device " + device.name() + " is refused: " + device.objection());
            }
            if (!chosen.contains(device)) {
                chosen.add(device);
            }
        }
        return List.copyOf(chosen);
    }

    private Device named(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return devices.stream()
                .filter(device -> part.matches("\\d+")
                        ? Integer.toString(device.index()).equals(part)
                        : !part.isEmpty()
                                && device.name().toLowerCase(Locale.ROOT).contains(wanted))
                .findFirst()
                .orElseThrow(() -> new UnavailableException("there is no OpenCL device '" + part + "': allowed is "
                        + ALLOWED + "; there are "
                        + String.join(
                                "; ",
                                devices.stream()
                                        .map(device -> device.index() + ": " + device.name())
                                        .toList())));
    }
}
