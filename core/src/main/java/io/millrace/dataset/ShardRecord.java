package io.millrace.dataset;

import io.millrace.batch.Field;
import io.millrace.json.Json;
import io.millrace.json.JsonException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code shard.json} says.
 *
 * @param plan the checksum of the plan that the shard belongs to
 * @param shard its number
 * @param first the index of its first instance
 * @param count its instances
 * @param counters the sum of each counter over its instances
 * @param files length and checksums of the array of each field, in the plan's order
 */
record ShardRecord(
        int plan, int shard, long first, long count, Map<String, Long> counters, Map<String, Checksums> files) {
    ShardRecord {
        counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /**
     * A record that was read.
     *
     * @param record what it says
     * @param checksum of its file
     */
    record Stored(ShardRecord record, int checksum) {}

    byte[] bytes() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("plan", new Json.Str(Checksums.hex(plan)));
        members.put("shard", Json.Num.of(shard));
        members.put("first", Json.Num.of(first));
        members.put("count", Json.Num.of(count));
        Map<String, Json> sums = new LinkedHashMap<>();
        counters.forEach((name, sum) -> sums.put(name, Json.Num.of(sum)));
        members.put("counters", new Json.Obj(sums));
        List<Json> list = new ArrayList<>();
        files.forEach((name, checksums) -> {
            Map<String, Json> file = new LinkedHashMap<>();
            file.put("name", new Json.Str(name));
            checksums.putInto(file);
            list.add(new Json.Obj(file));
        });
        members.put("files", new Json.Arr(list));
        return SealedJson.seal(members);
    }

    /**
     * Reads the record of a shard and holds it against the plan.
     *
     * @throws DatasetException if it is missing, damaged, or another shard's
     */
    static Stored read(Path directory, Plan plan, int planChecksum, int shard) throws IOException {
        Path file = directory.resolve(Layout.shard(shard)).resolve(Layout.SHARD);
        byte[] bytes = SealedJson.read(file);
        SealedJson.Opened opened = SealedJson.open(file, bytes);
        ShardRecord record = parse(file, opened.object());
        record.requireFit(file, plan, planChecksum, shard);
        if (!Arrays.equals(bytes, record.bytes())) {
            throw new DatasetException(file, "its checksum is right but its form is not the one that Millrace writes");
        }
        return new Stored(record, opened.checksum());
    }

    private static ShardRecord parse(Path file, Json.Obj json) throws DatasetException {
        try {
            Map<String, Long> counters = new LinkedHashMap<>();
            Json.Obj sums = json.object("counters");
            sums.members().keySet().forEach(name -> counters.put(name, sums.integer(name)));
            Map<String, Checksums> files = new LinkedHashMap<>();
            for (Json.Obj entry : PlanJson.objects(json, "files")) {
                files.put(entry.text("name"), Checksums.of(entry));
            }
            return new ShardRecord(
                    Checksums.unhex(json.text("plan")),
                    (int) json.integer("shard", 0, Layout.MAX_SHARDS),
                    json.integer("first"),
                    json.integer("count"),
                    counters,
                    files);
        } catch (JsonException | IllegalArgumentException | ArithmeticException e) {
            throw new DatasetException(file + ": " + e.getMessage(), e);
        }
    }

    private void requireFit(Path file, Plan plan, int planChecksum, int shard) throws DatasetException {
        if (this.plan != planChecksum) {
            throw new DatasetException(
                    file,
                    "it belongs to a plan with the checksum " + Checksums.hex(this.plan) + " where the plan here has "
                            + Checksums.hex(planChecksum));
        }
        if (this.shard != shard
                || first != plan.shard(shard).first()
                || count != plan.shard(shard).count()) {
            throw new DatasetException(
                    file,
                    "it is the record of shard " + this.shard + " with " + count
                            + " instances from " + first + ", where shard " + shard + " has "
                            + plan.shard(shard).count() + " from "
                            + plan.shard(shard).first());
        }
        List<String> counterNames =
                plan.fields().stream().filter(Field::counter).map(Field::name).toList();
        if (!List.copyOf(counters.keySet()).equals(counterNames)) {
            throw new DatasetException(
                    file, "its counters are " + counters.keySet() + " where the plan has " + counterNames);
        }
        Map<String, Long> lengths = new LinkedHashMap<>();
        plan.fields()
                .forEach(field -> lengths.put(
                        Layout.array(field.name()), Npy.of(field, count).fileBytes()));
        if (!List.copyOf(files.keySet()).equals(List.copyOf(lengths.keySet()))) {
            throw new DatasetException(
                    file, "its files are " + files.keySet() + " where the plan has " + lengths.keySet());
        }
        for (Map.Entry<String, Checksums> entry : files.entrySet()) {
            long expected = lengths.get(entry.getKey());
            if (entry.getValue().bytes() != expected) {
                throw new DatasetException(
                        file,
                        "it gives " + entry.getKey() + " " + entry.getValue().bytes()
                                + " bytes where the plan gives it " + expected);
            }
        }
    }

    /**
     * Checks that the shard's files are there with their lengths; a cheap look that reads none of them.
     *
     * @throws DatasetException for the first that is not
     */
    void requireLengths(Path directory) throws IOException {
        for (Map.Entry<String, Checksums> entry : files.entrySet()) {
            Path file = directory.resolve(Layout.shard(shard)).resolve(entry.getKey());
            if (!ArrayBytes.exists(file)) {
                throw new DatasetException(file + " is missing");
            }
            try (ArrayBytes bytes = ArrayBytes.open(file)) {
                if (bytes.size() != entry.getValue().bytes()) {
                    throw new DatasetException(
                            file,
                            "it has " + bytes.size() + " bytes where its shard's record says "
                                    + entry.getValue().bytes());
                }
            }
        }
    }
}
