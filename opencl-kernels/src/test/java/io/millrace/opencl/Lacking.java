package io.millrace.opencl;

import io.millrace.opencl.device.Device;

/** A device as if it lacked something, so that its kernels are built without that. */
public final class Lacking {
    private Lacking() {}

    /** The same device, had it no doubles. */
    public static Device doubles(Device device) {
        return new Device(
                device.index(),
                device.platform(),
                device.name(),
                device.vendor(),
                device.type(),
                device.version(),
                device.driver(),
                device.units(),
                device.memory(),
                device.largest(),
                device.workGroup(),
                false,
                device.exactDivision(),
                device.subnormals(),
                device.unified(),
                device.available(),
                device.littleEndian(),
                device.platformId(),
                device.deviceId());
    }
}
