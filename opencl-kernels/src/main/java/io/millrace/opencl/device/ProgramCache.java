package io.millrace.opencl.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Programs that were built before, as the driver's binaries: one file for each source, options, device and driver. A file is the
 * SHA-256 of the binary, then the binary; one that is damaged counts as absent. A directory that cannot be used costs time alone.
 */
final class ProgramCache {
    /** Names the directory; {@code none}: no cache. */
    static final String PROPERTY = "millrace.opencl.cache";

    private static final int DIGEST = 32;

    private final Path directory;

    private ProgramCache(Path directory) {
        this.directory = directory;
    }

    /** In the directory of the property, else in the user's cache. */
    static ProgramCache open() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return new ProgramCache(named.equals("none") ? null : Path.of(named));
        }
        String home = System.getenv("XDG_CACHE_HOME");
        Path base = home != null && !home.isEmpty()
                ? Path.of(home)
                : Path.of(System.getProperty("user.home", "."), ".cache");
        return new ProgramCache(base.resolve("millrace").resolve("opencl"));
    }

    /** What a binary depends on. */
    static String key(Device device, String source, String options) {
        MessageDigest sha = sha();
        for (String part :
                new String[] {source, options, device.platform(), device.name(), device.version(), device.driver()}) {
            sha.update(part.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    Optional<byte[]> get(String key) {
        if (directory == null) {
            return Optional.empty();
        }
        try {
            byte[] file = Files.readAllBytes(file(key));
            if (file.length <= DIGEST) {
                return Optional.empty();
            }
            byte[] binary = Arrays.copyOfRange(file, DIGEST, file.length);
            boolean whole = Arrays.equals(sha().digest(binary), Arrays.copyOf(file, DIGEST));
            return whole ? Optional.of(binary) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    void put(String key, byte[] binary) {
        if (directory == null || binary.length == 0) {
            return;
        }
        try {
            Files.createDirectories(directory);
            Path temporary = Files.createTempFile(directory, key, ".tmp");
            try {
                byte[] file = Arrays.copyOf(sha().digest(binary), DIGEST + binary.length);
                System.arraycopy(binary, 0, file, DIGEST, binary.length);
                Files.write(temporary, file);
                Files.move(temporary, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException unwritable) {
            // the next run builds again
        }
    }

    private Path file(String key) {
        return directory.resolve(key + ".bin");
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
