package io.millrace.spec;

import java.util.Map;

/**
 * Says what to generate: an immutable record, validated in its compact constructor.
 *
 * <p>Equal specs, with equal seeds, give equal instances for ever, within one version of their workload.
 */
public interface Spec {
    /** The name of the workload that reads this spec. */
    String workload();

    /** Every key of the workload with its value, in the workload's order; parsing them gives an equal spec. */
    Map<String, String> settings();

    /** The tables whose digests the settings hold, by key. */
    default Map<String, Table> tables() {
        return Map.of();
    }
}
