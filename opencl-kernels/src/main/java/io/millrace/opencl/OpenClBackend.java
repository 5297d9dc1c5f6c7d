package io.millrace.opencl;

import io.millrace.generator.BackendProvider;
import io.millrace.generator.Generator;
import io.millrace.generator.Offer;
import io.millrace.generator.UnavailableException;
import io.millrace.generator.Workloads;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Library;
import io.millrace.opencl.device.OpenClException;
import io.millrace.spec.Spec;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The backend {@code opencl}: whole batches on any device, with the same bits. Only when asked for: {@code opencl} is the best
 * device, or what the property {@value #DEVICE} or the variable {@value #VARIABLE} chooses; {@code opencl:CHOICE} names
 * others, see {@link Library#ALLOWED}.
 */
public final class OpenClBackend implements BackendProvider {
    /** What {@code --backend} calls it. */
    static final String NAME = "opencl";

    /** The property that chooses devices. */
    public static final String DEVICE = "millrace.opencl.device";

    /** The variable that chooses devices where the property does not. */
    public static final String VARIABLE = "MILLRACE_OPENCL_DEVICE";

    private static final List<OpenClWorkload> WORKLOADS =
            ServiceLoader.load(OpenClWorkload.class, OpenClWorkload.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private final Supplier<Library> library;

    /** For {@link java.util.ServiceLoader}; loads nothing. */
    public OpenClBackend() {
        this(Library::open);
    }

    OpenClBackend(Supplier<Library> library) {
        this.library = library;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int rank() {
        return -1;
    }

    @Override
    public Optional<String> objection() {
        try {
            library.get().choose(choice());
            return Optional.empty();
        } catch (UnavailableException absent) {
            return Optional.of(absent.getMessage());
        }
    }

    /** Each with the reason why it is refused, if it is. */
    @Override
    public List<String> devices() {
        try {
            return library.get().devices().stream()
                    .map(device -> device + (device.objection() == null ? "" : "; refused: " + device.objection()))
                    .toList();
        } catch (UnavailableException absent) {
            return List.of();
        }
    }

    private static String choice() {
        String property = System.getProperty(DEVICE);
        if (property != null) {
            return property;
        }
        String variable = System.getenv(VARIABLE);
        return variable == null || variable.isEmpty() ? "best" : variable;
    }

    @Override
    public Offer offer(Spec spec, long seed) {
        return offer(spec, seed, choice());
    }

    @Override
    public Offer offer(Spec spec, long seed, String device) {
        Optional<OpenClWorkload> workload = WORKLOADS.stream()
                .filter(known -> known.name().equals(spec.workload()))
                .findFirst();
        if (workload.isEmpty()) {
            return new Offer.Refused("it has no kernels for " + spec.workload());
        }
        List<Device> devices;
        try {
            devices = library.get().choose(device);
        } catch (UnavailableException absent) {
            return new Offer.Refused(absent.getMessage());
        }
        for (Device one : devices) {
            Optional<String> refusal = workload.get().refusal(spec, one);
            if (refusal.isPresent()) {
                return new Offer.Refused("the device " + one.name() + " cannot do this: " + refusal.get());
            }
        }
        Optional<Offer> composed = composed(workload.get(), spec, seed, device, devices);
        if (composed.isPresent()) {
            return composed.get();
        }
        return switch (Workloads.named(spec.workload()).scalar(spec, seed)) {
            case Offer.Refused refused -> refused;
            case Offer.Accepted(Generator host) -> open(host, workload.get(), devices);
        };
    }

    private Optional<Offer> composed(
            OpenClWorkload workload, Spec spec, long seed, String device, List<Device> devices) {
        try {
            return workload.composed(
                    spec, seed, part -> offer(part, seed, device), library.get().cl(), devices);
        } catch (OpenClException e) {
            return Optional.of(new Offer.Refused(e.getMessage()));
        }
    }

    private Offer open(Generator host, OpenClWorkload workload, List<Device> devices) {
        try {
            return new Offer.Accepted(
                    new OpenClGenerator(host, workload, library.get().cl(), devices));
        } catch (OpenClException e) {
            return new Offer.Refused(e.getMessage());
        } catch (OutOfMemoryError e) {
            return new Offer.Refused("there is no memory for what is uploaded: " + e.getMessage());
        }
    }
}
