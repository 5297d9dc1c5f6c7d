package io.millrace.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Reads arrays block by block and holds them against their checksums. One thread's; it owns a buffer of at most one block. */
final class ArrayInspection {
    private final Path directory;
    private final Findings findings;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    ArrayInspection(Path directory, Findings findings) {
        this.directory = directory;
        this.findings = findings;
    }

    /** Checks all constants. */
    void constants(Plan plan) throws IOException {
        if (plan.constants().isEmpty()) {
            return;
        }
        if (!Sweeper.isDirectory(directory.resolve(Layout.CONSTANTS))) {
            findings.badConstants();
            findings.add(Layout.CONSTANTS, -1, "constants is missing: it can be made again from the plan");
            return;
        }
        Set<String> known = new HashSet<>();
        for (StoredConstant constant : plan.constants()) {
            String file = Layout.array(constant.field().name());
            known.add(file);
            if (!check(Layout.CONSTANTS + "/" + file, Npy.of(constant.field()), constant.file())) {
                findings.badConstants();
            }
        }
        strangers(Layout.CONSTANTS, known);
    }

    /** Reports what does not belong into a directory. */
    void strangers(String name, Set<String> known) {
        try {
            for (String entry : Sweeper.names(directory.resolve(name))) {
                if (!known.contains(entry)) {
                    String file = name + "/" + entry;
                    findings.add(file, -1, file + " does not belong to this dataset");
                }
            }
        } catch (IOException e) {
            findings.add(name, -1, name + ": it cannot be read (" + e + ")");
        }
    }

    /** Checks one array; whether it is sound. */
    boolean check(String file, Npy npy, Checksums expected) {
        Path path = directory.resolve(file);
        if (!Sweeper.isFile(path)) {
            findings.add(file, -1, file + " is missing");
            return false;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (channel.size() != expected.bytes()) {
                findings.add(
                        file,
                        -1,
                        file + ": it has " + channel.size() + " bytes where " + expected.bytes() + " would be right");
                return false;
            }
            boolean sound = true;
            for (int block = 0; block < expected.blocks().size(); block++) {
                sound &= check(file, npy, expected, channel, block);
            }
            return sound;
        } catch (IOException e) {
            findings.add(file, -1, file + ": it cannot be read (" + e + ")");
            return false;
        }
    }

    private boolean check(String file, Npy npy, Checksums expected, FileChannel channel, int block) throws IOException {
        long offset = (long) block * Layout.BLOCK;
        ByteBuffer bytes = read(channel, offset, (int) Math.min(Layout.BLOCK, expected.bytes() - offset));
        findings.read(bytes.remaining());
        int crc = Checksums.crc(bytes.duplicate());
        boolean sound = true;
        if (crc != expected.blocks().get(block)) {
            findings.add(
                    file,
                    offset,
                    file + ": the block of " + bytes.remaining() + " bytes at byte " + offset
                            + " has the checksum " + Checksums.hex(crc) + " where "
                            + Checksums.hex(expected.blocks().get(block)) + " would be right");
            sound = false;
        }
        if (block == 0) {
            byte[] head = new byte[Math.min(Layout.PAYLOAD, bytes.remaining())];
            bytes.get(head);
            if (!Arrays.equals(head, npy.head())) {
                findings.add(
                        file,
                        offset,
                        file + ": its head is not the one of an array of shape " + npy.shape() + " and dtype "
                                + npy.dtype().descr());
                sound = false;
            }
        }
        return sound;
    }

    private ByteBuffer read(FileChannel channel, long offset, int length) throws IOException {
        if (buffer.capacity() < length) {
            buffer = ByteBuffer.allocateDirect(length);
        }
        buffer.clear().limit(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return buffer.flip();
    }
}
