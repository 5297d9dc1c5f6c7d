package io.millrace.latent;

import io.millrace.batch.Constant;
import io.millrace.batch.DType;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.generator.Generator;
import io.millrace.generator.Pace;
import io.millrace.generator.SpecGenerator;
import io.millrace.generator.Worker;
import io.millrace.pde.Boundary;
import io.millrace.spec.Settings;
import io.millrace.spec.SpecException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Latents of trajectories, which are made, or read, and encoded batch by batch; fields never leave memory.
 *
 * <table class="striped">
 * <caption>fields; F frames, L tokens of width D</caption>
 * <tr><th>{@code latent}</th><td>f2 or f4 (F, L, D)</td><td>one of each frame</td></tr>
 * <tr><th>{@code task}</th><td>u1</td><td>number of the instance's task</td></tr>
 * <tr><th>{@code boundary}</th><td>u1</td><td>what holds at the ends of its domain: a {@link Boundary}'s number</td></tr>
 * <tr><th>others</th><td></td><td>those of the trajectories but {@code u}: parameters, certificates; NaN, or 0, where a task has none</td></tr>
 * <tr><th>{@code overflow}</th><td>i4</td><td>numbers from ±65520 on, which f2 holds as infinity, and NaN; counter; f2 only</td></tr>
 * <tr><th>{@code round_trip}</th><td>f4</td><td>the largest change of a finite number by its rounding to f2, over the largest number; f2 only</td></tr>
 * </table>
 *
 * <p>Constants: those that all tasks share. Class of {@code latent}: reproducible by the grid encoder, foreign by models.
 */
public final class LatentGenerator extends SpecGenerator<LatentSpec> {
    /** The field that is encoded. */
    static final String ENCODED = "u";

    /** The field that tells of the ends of the domain. */
    static final String BOUNDARY = "boundary";

    /** Trajectories of a task in a batch. */
    private static final long AT_ONCE = 16;

    private final List<Generator> sources;
    private final List<Encoder> encoders;

    private LatentGenerator(
            LatentSpec spec,
            long seed,
            String backend,
            Schema schema,
            List<Generator> sources,
            List<Encoder> encoders) {
        super(spec, seed, backend, schema);
        this.sources = List.copyOf(sources);
        this.encoders = List.copyOf(encoders);
    }

    /**
     * Of sources that are at hand: generators by any backend, datasets that were written.
     *
     * @param kinds makes the encoders
     * @param sources of the tasks, in their order, of the same seed; closed with this
     * @throws SpecException if frames cannot be encoded, or the tasks have different numbers of them
     * @throws io.millrace.generator.UnavailableException if what computes a model is not here
     */
    public static LatentGenerator of(
            LatentSpec spec, long seed, String backend, Encoders kinds, List<? extends Generator> sources) {
        List<Encoder> encoders = new ArrayList<>();
        try {
            Map<List<Integer>, Encoder> byExtents = new HashMap<>();
            for (Generator source : sources) {
                encoders.add(
                        byExtents.computeIfAbsent(extents(encoded(source)), frame -> kinds.of(spec.encoder(), frame)));
            }
            Schema schema = schema(spec, sources, encoders);
            return new LatentGenerator(spec, seed, backend, schema, List.copyOf(sources), encoders);
        } catch (RuntimeException | Error e) {
            Closing.all(new HashSet<>(encoders));
            throw e;
        }
    }

    static Field encoded(Generator source) {
        return source.schema().fields().get(source.schema().indexOf(ENCODED));
    }

    /** Of a frame. */
    private static List<Integer> extents(Field field) {
        return field.shape().subList(1, field.shape().size());
    }

    private static Schema schema(LatentSpec spec, List<? extends Generator> sources, List<Encoder> encoders) {
        int frames = encoded(sources.getFirst()).shape().getFirst();
        List<Integer> latent = encoders.getFirst().latent();
        for (int t = 0; t < sources.size(); t++) {
            require("frames", spec, t, frames, encoded(sources.get(t)).shape().getFirst());
            require("latents", spec, t, latent, encoders.get(t).latent());
        }
        List<Field> fields = new ArrayList<>();
        fields.add(
                Field.of("latent", spec.dtype(), "of each frame: tokens, width", frames, latent.get(0), latent.get(1)));
        fields.add(Field.of(
                "task",
                DType.U1,
                "number of: " + spec.tasks().stream().map(LatentSpec.Task::name).collect(Collectors.joining(", "))));
        fields.add(Field.of(BOUNDARY, DType.U1, "condition at the ends: " + boundaries()));
        fields.addAll(carried(sources).values());
        if (spec.dtype() == DType.F2) {
            fields.add(Field.counter(
                    "overflow", "numbers that f2 does not hold: from 65520 on infinite, or no numbers before"));
            fields.add(Field.of("round_trip", DType.F4, "largest change by rounding to f2, over the largest number"));
        }
        List<Constant> constants = new ArrayList<>(shared(sources));
        spec.tables().forEach((key, table) -> constants.add(table.constant(key, "the encoder's, as a file")));
        return new Schema(fields, constants);
    }

    private static String boundaries() {
        return Arrays.stream(Boundary.values())
                .map(boundary -> boundary.ordinal() + " " + Settings.kebab(boundary))
                .collect(Collectors.joining(", "));
    }

    private static void require(String what, LatentSpec spec, int task, Object first, Object here) {
        if (!first.equals(here)) {
            throw new SpecException(what + " of " + spec.tasks().get(task).name() + " are " + here + " where those of "
                    + spec.tasks().getFirst().name() + " are " + first + ": all tasks must have the same");
        }
    }

    /** The fields that come along, by name. */
    private static Map<String, Field> carried(List<? extends Generator> sources) {
        Map<String, Field> carried = new LinkedHashMap<>();
        for (Generator source : sources) {
            for (Field field : source.schema().fields()) {
                if (!field.name().equals(ENCODED)) {
                    carried.putIfAbsent(field.name(), field);
                }
            }
        }
        return carried;
    }

    private static List<Constant> shared(List<? extends Generator> sources) {
        return sources.getFirst().schema().constants().stream()
                .filter(constant -> sources.stream()
                        .allMatch(source -> source.schema().constants().stream()
                                .anyMatch(other -> other.field().equals(constant.field())
                                        && other.data().mismatch(constant.data()) < 0)))
                .toList();
    }

    List<Generator> sources() {
        return sources;
    }

    List<Encoder> encoders() {
        return encoders;
    }

    @Override
    public Optional<String> foreign() {
        List<String> libraries = Stream.concat(
                        encoders.stream().map(Encoder::foreign),
                        sources.stream().map(Generator::foreign))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return libraries.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", libraries));
    }

    @Override
    public long size() {
        long size = Long.MAX_VALUE;
        for (int t = 0; t < sources.size(); t++) {
            long here = sources.get(t).size();
            if (here < Long.MAX_VALUE) {
                long own = Math.max(0, here - spec().tasks().get(t).first());
                size = Math.min(size, own * sources.size() + t);
            }
        }
        return size;
    }

    /** Batches of trajectories that are worth solving, and encoding, at once. Where an encoder has an owner, one worker more than processors: it waits for others' turns. */
    @Override
    public Optional<Pace> pace() {
        boolean owned = encoders.stream().anyMatch(encoder -> encoder.frames() > 1);
        int processors = Runtime.getRuntime().availableProcessors();
        int workers = sources.getFirst().pace().map(Pace::workers).orElse(processors) + (owned ? 1 : 0);
        return Optional.of(new Pace(workers, AT_ONCE * sources.size() * schema().instanceBytes()));
    }

    @Override
    public Worker newWorker() {
        return new LatentWorker(this);
    }

    @Override
    public void close() {
        List<AutoCloseable> all = new ArrayList<>(new HashSet<>(encoders));
        all.addAll(sources);
        Closing.all(all);
    }
}
