package io.millrace.opencl.pde;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Scratch;
import io.millrace.opencl.device.Staging;
import io.millrace.pde.Certificate;
import io.millrace.pde.Letter;
import io.millrace.pde.PdeGenerator;
import io.millrace.pde.PdeSpec;
import io.millrace.pde.Prologue;
import io.millrace.pde.Scheme;
import io.millrace.spec.Settings;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the host draws, its upload, the trajectories; then, what only the device knows: which of them left the finite, and are drawn again, and what certificates tell of the others.
 * So it waits for the device once for each round of attempts.
 */
final class PdeSteps implements Steps {
    /** Numbers of starts, tables and sums that are told or asked at once. */
    private static final long MOST_NUMBERS = 1 << 26;

    /** Times the points and the steps of trajectories that are compared. */
    private static final int FINER = 2;

    private final PdeSpec spec;
    private final Queue queue;
    private final Prologue prologue;
    private final Certificate certificate;
    private final Schema told;
    private final Staging fieldStaging;
    private final Staging startStaging;
    private final Staging staging;
    private final Scratch starts;
    private final Scratch slotBuffer;
    private final Scratch flags;
    private final Map<Scheme, Trajectories> solved = new EnumMap<>(Scheme.class);
    /** The same, finer, which are compared. */
    private final Map<Scheme, Trajectories> compared = new EnumMap<>(Scheme.class);

    private final List<Trajectories> all = new ArrayList<>();
    private final CertificateOpenCl certificates;
    private final double[] u;
    /** Trajectories that are made at once. */
    private final int most;

    PdeSteps(PdeGenerator host, Queue queue) {
        spec = host.spec();
        this.queue = queue;
        Room room = new Room(spec, queue);
        prologue = host.newPrologue();
        certificate = prologue.newCertificate();
        told = new Schema(
                host.schema().fields().stream()
                        .filter(field -> !field.name().equals("u"))
                        .toList(),
                List.of());
        fieldStaging = new Staging(queue);
        startStaging = new Staging(queue);
        staging = new Staging(queue);
        starts = queue.newScratch();
        slotBuffer = queue.newScratch();
        flags = queue.newScratch();
        for (int times : new int[] {1, FINER}) {
            solvers(room, prologue, times)
                    .forEach((scheme, solver) -> (times == 1 ? solved : compared)
                            .put(scheme, new Trajectories(solver, times, prologue, queue)));
        }
        // what is compared is written before
        all.addAll(solved.values());
        all.addAll(compared.values());
        certificates = new CertificateOpenCl(room);
        u = new double[spec.numbers()];
        long each = spec.numbers()
                + (long) CertificateOpenCl.SUMS * spec.frames()
                + all.stream().mapToLong(Trajectories::width).sum();
        most = Math.clamp(MOST_NUMBERS / each, 1, Integer.MAX_VALUE);
    }

    private static Map<Scheme, SolverOpenCl> solvers(Room room, Prologue prologue, int times) {
        Scheme scheme = room.spec().scheme();
        return switch (room.spec().equation()) {
            case ADVECTION -> Map.of(Scheme.SPECTRAL, new ShiftOpenCl(room));
            case DIFFUSION_SORPTION -> Map.of(Scheme.FINITE_VOLUME, new SorptionOpenCl(room, prologue, times));
            case NAVIER_STOKES -> Map.of(Scheme.SPECTRAL, new VorticityOpenCl(room, prologue, times));
            case BURGERS -> {
                Map<Scheme, SolverOpenCl> solvers = new EnumMap<>(Scheme.class);
                if (scheme != Scheme.FINITE_VOLUME) {
                    solvers.put(Scheme.SPECTRAL, new SpectralOpenCl(room, prologue, times));
                }
                if (scheme != Scheme.SPECTRAL) {
                    solvers.put(Scheme.FINITE_VOLUME, new VolumeOpenCl(room, times));
                }
                yield solvers;
            }
            default -> Map.of(Scheme.SPECTRAL, new SpectralOpenCl(room, prologue, times));
        };
    }

    @Override
    public long scratchBytes() {
        return (long) Double.BYTES * spec.numbers()
                + certificates.bytes(1)
                + all.stream().mapToLong(Trajectories::scratchBytes).sum();
    }

    @Override
    public boolean uploads() {
        return true;
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        MemorySegment memory = fieldStaging.of(Batch.bytes(told, count));
        try (Batch batch = Batch.over(told, count, memory)) {
            int[] attempts = new int[count];
            for (int from = 0; from < count; from += most) {
                int[] slots =
                        IntStream.range(from, Math.min(count, from + most)).toArray();
                while (slots.length > 0) {
                    slots = pass(first, slots, attempts, batch, fields);
                }
            }
            for (Field field : told.fields()) {
                queue.write(batch.tensor(field.name()).asSlice(0, field.bytes() * count), fields.buffer(field.name()));
            }
        }
        fieldStaging.sent();
    }

    /** Makes an attempt of each of these trajectories; those that need another. */
    private int[] pass(long first, int[] slots, int[] attempts, Batch batch, DeviceBatch fields) {
        draw(first, slots, attempts, batch);
        Pass pass = upload(slots, fields);
        double[] sums = new double[Math.toIntExact(certificates.bytes(slots.length) / Double.BYTES)];
        double[] apart = new double[slots.length];
        boolean[] wild = download(pass, sums, apart);
        List<Integer> again = new ArrayList<>();
        for (int k = 0; k < slots.length; k++) {
            if (wild[k]) {
                attempts[slots[k]] = prologue.next(first + slots[k], attempts[slots[k]]);
                again.add(slots[k]);
            } else {
                certify(first + slots[k], slots[k], sums, k, apart[k], batch);
            }
        }
        return again.stream().mapToInt(Integer::intValue).toArray();
    }

    private void draw(long first, int[] slots, int[] attempts, Batch batch) {
        all.forEach(Trajectories::clear);
        MemorySegment start = startStaging.of((long) Double.BYTES * spec.numbers() * slots.length);
        for (int k = 0; k < slots.length; k++) {
            int slot = slots[k];
            prologue.draw(first + slot, attempts[slot]);
            prologue.field(u);
            MemorySegment.copy(u, 0, start, Elements.F8, (long) Double.BYTES * k * u.length, u.length);
            solved.get(prologue.scheme()).add(k, slot);
            if (prologue.certified(first + slot)) {
                compared.get(prologue.scheme()).add(k, slot);
            }
            List<Letter> letters = spec.equation().letters;
            for (int letter = 0; letter < letters.size(); letter++) {
                batch.tensor(Settings.kebab(letters.get(letter)))
                        .setAtIndex(Elements.F8, slot, prologue.values()[letter]);
            }
            batch.tensor("error").setAtIndex(Elements.F8, slot, prologue.knownError());
            batch.tensor("attempts").setAtIndex(Elements.I4, slot, attempts[slot]);
        }
        queue.write(start, starts.of(start.byteSize()));
        startStaging.sent();
    }

    /** Enqueues everything. */
    private Pass upload(int[] slots, DeviceBatch fields) {
        long words = (long) Integer.BYTES * slots.length;
        long bytes = all.stream()
                        .mapToLong(Trajectories::uploadBytes)
                        .map(PdeSteps::whole)
                        .sum()
                + 2 * words;
        MemorySegment memory = staging.of(bytes);
        long startBytes = (long) Double.BYTES * spec.numbers() * slots.length;
        Pass pass = new Pass(slots.length, starts.of(startBytes), slotBuffer.of(words), flags.of(words), fields);
        MemorySegment slotMemory = memory.asSlice(0, words);
        MemorySegment.copy(slots, 0, slotMemory, Elements.I4, 0, slots.length);
        queue.write(slotMemory, pass.slots());
        MemorySegment zeros = memory.asSlice(words, words);
        queue.write(zeros.fill((byte) 0), pass.flags());
        long at = 2 * words;
        for (Trajectories trajectories : all) {
            trajectories.enqueue(memory.asSlice(at, trajectories.uploadBytes()), pass);
            at += whole(trajectories.uploadBytes());
        }
        staging.sent();
        return pass;
    }

    private static long whole(long bytes) {
        return Math.ceilDiv(bytes, Long.BYTES) * Long.BYTES;
    }

    /** Waits for the sums of frames and, by place, for what tells certified trajectories from the others (NaN); which left the finite. */
    private boolean[] download(Pass pass, double[] sums, double[] apart) {
        long sumBytes = certificates.bytes(pass.count());
        long flagBytes = (long) Integer.BYTES * pass.count();
        long bytes = sumBytes
                + flagBytes
                + compared.values().stream()
                        .mapToLong(Trajectories::differenceBytes)
                        .sum();
        MemorySegment memory = staging.of(bytes);
        queue.read(certificates.enqueue(pass), memory.asSlice(0, sumBytes));
        List<MemorySegment> differences = new ArrayList<>();
        long at = sumBytes;
        for (Trajectories trajectories : compared.values()) {
            MemorySegment part = memory.asSlice(at, trajectories.differenceBytes());
            if (trajectories.count() > 0) {
                queue.read(trajectories.differences(), part);
            }
            differences.add(part);
            at += part.byteSize();
        }
        MemorySegment flag = memory.asSlice(at, flagBytes);
        queue.read(pass.flags(), flag);
        queue.finish();
        MemorySegment.copy(memory, Elements.F8, 0, sums, 0, sums.length);
        Arrays.fill(apart, Double.NaN);
        int part = 0;
        for (Trajectories trajectories : compared.values()) {
            trajectories.differences(differences.get(part++), apart);
        }
        boolean[] wild = new boolean[pass.count()];
        for (int k = 0; k < wild.length; k++) {
            wild[k] = flag.getAtIndex(Elements.I4, k) != 0;
        }
        return wild;
    }

    private void certify(long index, int slot, double[] sums, int place, double apart, Batch batch) {
        boolean again = prologue.certified(index);
        certificate.begin();
        for (int frame = 0; frame < spec.frames(); frame++) {
            int at = (place * spec.frames() + frame) * CertificateOpenCl.SUMS;
            certificate.add(frame, sums[at], sums[at + 1], sums[at + 2], again && frame == 0 ? apart : 0);
        }
        if (again) {
            batch.tensor("error").setAtIndex(Elements.F8, slot, certificate.error());
        }
        batch.tensor("doubtful").setAtIndex(Elements.I4, slot, again ? certificate.doubtful() : 0);
        batch.tensor("mean_drift").setAtIndex(Elements.F8, slot, certificate.drift());
        batch.tensor("energy_growth").setAtIndex(Elements.F8, slot, certificate.growth());
    }

    @Override
    public void close() {
        try {
            staging.close();
        } finally {
            try {
                startStaging.close();
            } finally {
                fieldStaging.close();
            }
        }
    }
}
