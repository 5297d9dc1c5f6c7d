package io.millrace.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32C;

/** Reads arrays block by block and holds them against their checksums. One thread's; it owns a small buffer. */
final class ArrayInspection {
    private final Path directory;
    private final Findings findings;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(Pieces.BYTES);

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
                    boolean begun = Layout.isColdPartial(entry)
                            || known.stream()
                                    .anyMatch(array -> entry.equals(
                                            ColdFile.of(Path.of(array)).toString()));
                    findings.add(
                            file,
                            -1,
                            file
                                    + (begun
                                            ? " is what an interrupted compression left: the same command continues it"
                                            : " does not belong to this dataset"));
                }
            }
        } catch (IOException e) {
            findings.add(name, -1, name + ": it cannot be read (" + Reason.of(e) + ")");
        }
    }

    /** Checks one array; whether it is sound. */
    boolean check(String file, Npy npy, Checksums expected) {
        Path path = directory.resolve(file);
        if (!ArrayBytes.exists(path)) {
            findings.add(file, -1, file + " is missing");
            return false;
        }
        try (ArrayBytes bytes = ArrayBytes.open(path)) {
            if (bytes.size() != expected.bytes()) {
                findings.add(
                        file,
                        -1,
                        file + ": it has " + bytes.size() + " bytes where " + expected.bytes() + " would be right");
                return false;
            }
            if (bytes instanceof ColdFile cold) {
                cold.requireSum();
            }
            boolean sound = true;
            for (int block = 0; block < expected.blocks().size(); block++) {
                sound &= check(file, npy, expected, bytes, block);
            }
            return sound;
        } catch (DatasetException e) {
            findings.add(file, -1, file + ", compressed: " + reason(e, path));
            return false;
        } catch (IOException e) {
            findings.add(file, -1, file + ": it cannot be read (" + Reason.of(e) + ")");
            return false;
        }
    }

    private static String reason(DatasetException e, Path path) {
        String prefix = ColdFile.of(path) + ": ";
        return e.getMessage().startsWith(prefix) ? e.getMessage().substring(prefix.length()) : e.getMessage();
    }

    private boolean check(String file, Npy npy, Checksums expected, ArrayBytes bytes, int block) throws IOException {
        long offset = (long) block * Layout.BLOCK;
        int length = (int) Math.min(Layout.BLOCK, expected.bytes() - offset);
        CRC32C crc = new CRC32C();
        boolean head = true;
        for (int done = 0; done < length; done += buffer.limit()) {
            buffer.clear().limit(Math.min(Pieces.BYTES, length - done));
            bytes.read(buffer, offset + done);
            buffer.flip();
            if (block == 0 && done == 0) {
                head = buffer.slice(0, Layout.PAYLOAD).equals(ByteBuffer.wrap(npy.head()));
            }
            crc.update(buffer);
        }
        findings.read(length);
        if (!head) {
            findings.add(
                    file,
                    offset,
                    file + ": its head is not the one of an array of shape " + npy.shape() + " and dtype "
                            + npy.dtype().descr());
        }
        boolean sound = (int) crc.getValue() == expected.blocks().get(block);
        if (!sound) {
            findings.add(
                    file,
                    offset,
                    file + ": the block of " + length + " bytes at byte " + offset
                            + " has the checksum " + Checksums.hex((int) crc.getValue()) + " where "
                            + Checksums.hex(expected.blocks().get(block)) + " would be right");
        }
        return sound && head;
    }
}
