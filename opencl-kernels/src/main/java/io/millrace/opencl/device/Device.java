package io.millrace.opencl.device;

/**
 * A device as OpenCL describes it.
 *
 * @param index its place among all devices of all platforms, from 0 on
 * @param platform the platform's name
 * @param name the device's name
 * @param vendor who made it
 * @param type CPU, GPU, accelerator
 * @param version of OpenCL
 * @param driver the driver's version
 * @param units compute units
 * @param memory bytes of its own
 * @param largest bytes of its largest buffer
 * @param workGroup work-items of its largest work-group in one dimension
 * @param workRows the largest extent of a work-group's second dimension
 * @param ieee whether it is of OpenCL 1.2 or later in the full profile, and its floats round to nearest and have infinities and NaN
 * @param fp64 whether it computes in double precision, subnormals included
 * @param exactDivision whether float division and square root may be had correctly rounded
 * @param subnormals whether floats keep subnormals
 * @param unified whether it computes in the host's memory
 * @param available whether it can be used now, a compiler for it included
 * @param littleEndian the order of its bytes
 * @param platformId OpenCL's handle
 * @param deviceId OpenCL's handle
 */
public record Device(
        int index,
        String platform,
        String name,
        String vendor,
        Type type,
        String version,
        String driver,
        int units,
        long memory,
        long largest,
        int workGroup,
        int workRows,
        boolean ieee,
        boolean fp64,
        boolean exactDivision,
        boolean subnormals,
        boolean unified,
        boolean available,
        boolean littleEndian,
        long platformId,
        long deviceId) {
    /** Kinds, the best first. */
    public enum Type {
        /** Graphics processors. */
        GPU,
        /** Others. */
        ACCELERATOR,
        /** The host's processors. */
        CPU
    }

    /** What Millrace needs of every device; null, or the reason why this one cannot compute its bits. */
    public String objection() {
        if (!available) {
            return "it is not available, or has no compiler";
        }
        if (!littleEndian) {
            return "its byte order is not the host's";
        }
        if (workGroup < 1) {
            return "it does not say how large its work-groups may be";
        }
        if (!ieee) {
            return "it is no OpenCL 1.2 in the full profile, or its floats do not round to nearest";
        }
        if (!subnormals) {
            return "it has no subnormal floats";
        }
        if (!exactDivision && !fp64) {
            return "its float division and square root are not correctly rounded, and it has no doubles to do better";
        }
        return null;
    }

    /** The same device taken for one of another type, with work-groups of another size, with or without doubles. */
    public Device as(Type type, int workGroup, boolean fp64) {
        return new Device(
                index,
                platform,
                name,
                vendor,
                type,
                version,
                driver,
                units,
                memory,
                largest,
                workGroup,
                workRows,
                ieee,
                fp64,
                exactDivision,
                subnormals,
                unified,
                available,
                littleEndian,
                platformId,
                deviceId);
    }

    /** Whether its kernels compute in the host's memory: a GPU's would need it by whole pages, and copies what is not. */
    public boolean computesInHostMemory() {
        return unified && type == Type.CPU;
    }

    /** For people: name, memory, what it is exact in. */
    @Override
    public String toString() {
        return index + ": " + name + " (" + platform + ", " + version + ", driver " + driver + "), " + type + ", "
                + units
                + " units, " + (memory >> 20) + " MiB" + (unified ? " shared with the host" : "") + ", fp64 "
                + word(fp64) + ", exact float division " + (exactDivision ? "yes" : fp64 ? "by fp64" : "no")
                + ", subnormals " + word(subnormals);
    }

    private static String word(boolean yes) {
        return yes ? "yes" : "no";
    }
}
