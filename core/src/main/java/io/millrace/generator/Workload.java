package io.millrace.generator;

import io.millrace.spec.Key;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import io.millrace.spec.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** Whether there is such a key; there may be more than {@link #keys()} lists. */
    default boolean knows(String key) {
        return keys().stream().anyMatch(known -> known.name().equals(key));
    }

    /**
     * The spec of these settings; keys not given take their default.
     *
     * @throws SpecException for an unknown key, or a value out of range
     */
    default Spec parse(Map<String, String> settings) {
        return parse(settings, Map.of());
    }

    /**
     * The spec of these settings, some of which hold the digest of a table instead of a file's name.
     *
     * @param tables by key, such as {@link Spec#tables()} has them
     * @throws SpecException for an unknown key, a value out of range, or a digest whose table is not given
     */
    Spec parse(Map<String, String> settings, Map<String, Table> tables);

    /** Those keys whose values may name a file, relative to the directory that the user is in. */
    default Set<String> files() {
        return Set.of();
    }

    /** The reference kernels, or why there are none for this spec. */
    Offer scalar(Spec spec, long seed);

    /** The kernels over lanes, or why there are none; asked only where {@link io.millrace.simd.Simd#present()}. */
    Offer vector(Spec spec, long seed);
}
