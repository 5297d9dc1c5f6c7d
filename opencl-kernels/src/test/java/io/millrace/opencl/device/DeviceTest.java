package io.millrace.opencl.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeviceTest {
    /** A device that has all but what is taken from it. */
    static Device device(
            boolean fp64,
            boolean exactDivision,
            boolean subnormals,
            boolean available,
            boolean littleEndian,
            boolean ieee) {
        return new Device(
                3,
                "Platform",
                "Model",
                "Maker",
                Device.Type.GPU,
                "OpenCL 1.2",
                "1.0",
                7,
                1L << 30,
                1L << 28,
                256,
                256,
                ieee,
                fp64,
                exactDivision,
                subnormals,
                false,
                available,
                littleEndian,
                0,
                0);
    }

    @Test
    void whatCannotGiveTheSameBitsSaysSo() {
        assertNull(device(true, true, true, true, true, true).objection());
        assertNull(device(true, false, true, true, true, true).objection(), "floats are divided through doubles");
        assertNull(device(false, true, true, true, true, true).objection(), "some kernels need no doubles");
        assertTrue(device(false, false, true, true, true, true).objection().contains("correctly rounded"));
        assertTrue(device(true, true, false, true, true, true).objection().contains("subnormal"));
        assertTrue(device(true, true, true, false, true, true).objection().contains("not available"));
        assertTrue(device(true, true, true, true, false, true).objection().contains("byte order"));
        assertTrue(device(true, true, true, true, true, false).objection().contains("OpenCL 1.2"));
    }

    @Test
    void oneLineHasWhatMatters() {
        assertEquals(
                "3: Model (Platform, OpenCL 1.2, driver 1.0), GPU, 7 units, 1024 MiB, fp64 no, exact float division yes, "
                        + "subnormals yes",
                device(false, true, true, true, true, true).toString());
        assertTrue(device(true, false, true, true, true, true).toString().contains("exact float division by fp64"));
    }
}
