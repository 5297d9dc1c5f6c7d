package io.millrace.dataset;

import io.millrace.batch.Constant;
import io.millrace.spec.Spec;
import io.millrace.spec.Table;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The spec's tables beside {@code splits.json}, once more than among the constants of each part: what is damaged in one place is intact in another. */
final class SplitTables {
    private SplitTables() {}

    /** Whether a file beside {@code splits.json} is called so. */
    static boolean isTable(String name) {
        return name.startsWith(Table.constantName("")) && Layout.isArray(name);
    }

    static void write(Path directory, Spec spec) throws IOException {
        for (Map.Entry<String, Table> table : spec.tables().entrySet()) {
            write(directory, table.getKey(), table.getValue());
        }
    }

    private static void write(Path directory, String key, Table table) throws IOException {
        Constant constant = table.constant(key, "");
        byte[] head = Npy.of(constant.field()).head();
        ByteBuffer bytes = ByteBuffer.allocate(
                Math.toIntExact(head.length + constant.data().byteSize()));
        bytes.put(head).put(constant.data().asByteBuffer());
        Durable.write(directory.resolve(file(key)), bytes.array(), Checkpoint.NONE, Checkpoint.SPLITS);
    }

    static void delete(Path directory) throws IOException {
        for (String name : Sweeper.names(directory)) {
            if (isTable(name)) {
                Files.delete(directory.resolve(name));
            }
        }
    }

    private static String file(String key) {
        return Layout.array(Table.constantName(key));
    }

    /** What is wrong with the tables that splits need. */
    static List<Finding> findings(Path directory, Splits splits) {
        List<Finding> findings = new ArrayList<>();
        tables(splits).forEach((key, digest) -> {
            if (read(directory.resolve(file(key)), digest).isEmpty()) {
                findings.add(new Finding(
                        file(key), -1, file(key) + " is missing or damaged: its content has not the digest " + digest));
            }
        });
        return findings;
    }

    /** Makes those again that are damaged, from whatever part has them. */
    static void restore(Path directory, Splits splits) throws IOException {
        for (Map.Entry<String, String> entry : tables(splits).entrySet()) {
            String key = entry.getKey();
            if (read(directory.resolve(file(key)), entry.getValue()).isPresent()) {
                continue;
            }
            for (Splits.Part part : splits.parts()) {
                Path constants = directory.resolve(part.name()).resolve(Layout.CONSTANTS);
                Optional<Table> table = read(constants.resolve(file(key)), entry.getValue());
                if (table.isPresent()) {
                    write(directory, key, table.get());
                    break;
                }
            }
        }
    }

    /** Digests by key. */
    private static Map<String, String> tables(Splits splits) {
        Map<String, String> tables = new LinkedHashMap<>(splits.from());
        tables.values().removeIf(value -> !value.startsWith(Table.DIGEST));
        return tables;
    }

    /** A table from an array's file, if its content has that digest. */
    static Optional<Table> read(Path file, String digest) {
        try (Arena arena = Arena.ofConfined()) {
            Table table = StoredSpec.table(Npy.read(file), DatasetShard.map(file, Npy.read(file), arena));
            return Optional.of(table).filter(found -> found.digest().equals(digest));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
