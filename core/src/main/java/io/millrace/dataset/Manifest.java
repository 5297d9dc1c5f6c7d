package io.millrace.dataset;

import io.millrace.batch.Field;
import io.millrace.json.Json;
import io.millrace.json.JsonException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code manifest.json} says: the plan again, so that either of the two restores the other; the sums over all
 * shards; and the checksum of each shard's record, which holds the checksums of the shard's files.
 *
 * @param plan the plan
 * @param counters the sum of each counter over all instances
 * @param bytes of all arrays in shards, heads included
 * @param shards the checksum of each shard's record
 * @param checksum of the file itself
 */
record Manifest(Plan plan, Map<String, Long> counters, long bytes, int[] shards, int checksum) {

    /** Takes the records of all shards in order, and makes the file. */
    static final class Builder {
        private final Plan plan;
        private final Map<String, Long> counters = new LinkedHashMap<>();
        private final List<Json> shards;
        private long bytes;

        Builder(Plan plan) {
            this.plan = plan;
            this.shards = new ArrayList<>(plan.shards());
            plan.fields().stream().filter(Field::counter).forEach(field -> counters.put(field.name(), 0L));
        }

        /** Adds the next shard. */
        void add(ShardRecord.Stored stored) {
            ShardRecord record = stored.record();
            record.counters().forEach((name, sum) -> counters.merge(name, sum, Math::addExact));
            record.files().values().forEach(file -> bytes = Math.addExact(bytes, file.bytes()));
            Map<String, Json> entry = new LinkedHashMap<>();
            entry.put("name", new Json.Str(Layout.shard(record.shard())));
            entry.put("first", Json.Num.of(record.first()));
            entry.put("count", Json.Num.of(record.count()));
            entry.put("checksum", new Json.Str(Checksums.hex(stored.checksum())));
            shards.add(new Json.Obj(entry));
        }

        byte[] bytes() {
            Map<String, Json> members = new LinkedHashMap<>();
            members.put("format", Json.Num.of(Layout.FORMAT));
            members.put("instances", Json.Num.of(plan.count()));
            members.put("bytes", Json.Num.of(bytes));
            Map<String, Json> sums = new LinkedHashMap<>();
            counters.forEach((name, sum) -> sums.put(name, Json.Num.of(sum)));
            members.put("counters", new Json.Obj(sums));
            members.put("plan", new Json.Obj(PlanJson.members(plan)));
            members.put("shards", new Json.Arr(shards));
            return SealedJson.seal(members);
        }
    }

    /**
     * The bytes of the manifest of a dataset whose shards are all there.
     *
     * @throws DatasetException if one is not, or its record is damaged
     */
    static byte[] build(Path directory, Plan plan) throws IOException {
        int planChecksum = SealedJson.checksum(plan.toBytes());
        Builder builder = new Builder(plan);
        for (int shard = 0; shard < plan.shards(); shard++) {
            builder.add(ShardRecord.read(directory, plan, planChecksum, shard));
        }
        return builder.bytes();
    }

    /**
     * Reads a manifest.
     *
     * @throws DatasetException if it is missing, damaged, of another format, or no manifest
     */
    static Manifest read(Path file) throws IOException {
        byte[] bytes = SealedJson.read(file);
        SealedJson.Opened opened = SealedJson.open(file, bytes);
        try {
            Json.Obj json = opened.object();
            long format = json.integer("format");
            if (format != Layout.FORMAT) {
                throw new DatasetException(
                        file, "its format is " + format + " where this version of Millrace reads " + Layout.FORMAT);
            }
            Plan plan = PlanJson.parse(file, json.object("plan"));
            Map<String, Long> counters = new LinkedHashMap<>();
            Json.Obj sums = json.object("counters");
            sums.members().keySet().forEach(name -> counters.put(name, sums.integer(name)));
            List<Json.Obj> entries = PlanJson.objects(json, "shards");
            if (entries.size() != plan.shards()) {
                throw new DatasetException(
                        file, "it lists " + entries.size() + " shards where its plan has " + plan.shards());
            }
            int[] shards = new int[plan.shards()];
            for (int shard = 0; shard < shards.length; shard++) {
                shards[shard] = Checksums.unhex(entries.get(shard).text("checksum"));
            }
            Manifest manifest = new Manifest(plan, counters, json.integer("bytes"), shards, opened.checksum());
            if (!Arrays.equals(bytes, manifest.toBytes())) {
                throw new DatasetException(
                        file, "its checksum is right but its form is not the one that Millrace writes");
            }
            return manifest;
        } catch (JsonException | IllegalArgumentException | ArithmeticException e) {
            throw new DatasetException(file + ": " + e.getMessage(), e);
        }
    }

    private byte[] toBytes() {
        Builder builder = new Builder(plan);
        for (int shard = 0; shard < shards.length; shard++) {
            io.millrace.pipeline.Range range = plan.shard(shard);
            builder.add(new ShardRecord.Stored(
                    new ShardRecord(0, shard, range.first(), range.count(), Map.of(), Map.of()), shards[shard]));
        }
        builder.counters.keySet().forEach(name -> builder.counters.put(name, counters.getOrDefault(name, 0L)));
        builder.bytes = bytes;
        return builder.bytes();
    }
}
