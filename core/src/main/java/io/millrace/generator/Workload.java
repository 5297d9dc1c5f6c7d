package io.millrace.generator;

import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import java.util.List;
import java.util.Map;

/**
 * A kind of instances: its keys, its specs, its kernels. Found through {@link java.util.ServiceLoader}, so that nothing
 * else in the house names a workload.
 */
public interface Workload {
    /** The name on the command line and in plans; also mixed into the random key. */
    String name();

    /** Changes whenever the bits of any instance change. */
    int version();

    /** Every key, in the order in which they are printed. */
    List<Key> keys();

    /**
     * The spec of these settings; keys not given take their default.
     *
     * @throws SpecException for an unknown key, or a value out of range
     */
    Spec parse(Map<String, String> settings);

    /** The reference kernels. */
    Generator scalar(Spec spec, long seed);

    /** The kernels over lanes; may be called only where {@link io.millrace.simd.Simd#present()}. */
    Generator vector(Spec spec, long seed);
}
