package io.millrace.opencl.radio;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.batch.Field;
import io.millrace.batch.Schema;
import io.millrace.opencl.DeviceBatch;
import io.millrace.opencl.Steps;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Scratch;
import io.millrace.opencl.device.Staging;
import io.millrace.radio.Prologue;
import io.millrace.radio.RadioGenerator;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.channel.Channel;
import io.millrace.radio.channel.Fading;
import io.millrace.radio.channel.Reception;
import io.millrace.radio.channel.Scatter;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.signal.Modulation;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The host's rows and fields, their upload, and then, for as many instances at a time as the scratch memory's budget allows, the envelopes and
 * every receiver's samples of them.
 */
final class RadioSteps implements Steps {
    /** The fields that the device makes alone. */
    private static final Set<String> MADE = Set.of("iq", "features");

    private final RadioSpec spec;
    private final Room room;
    private final Prologue prologue;
    private final Staging staging;
    private final Schema told;
    private final int receptionRow;
    private final int sinusoidRow;
    private final Map<Modulation, BasebandOpenCl> basebands = new EnumMap<>(Modulation.class);
    private final EchoesOpenCl echoes;
    private final TruthOpenCl truth;
    /** Null where none are written. */
    private final FeatureOpenCl features;

    private final Scratch signals;
    private final Scratch receptions;
    private final Scratch sinusoids;
    private final Scratch order;
    private final Scratch xRe;
    private final Scratch xIm;
    private final Scratch midRe;
    private final Scratch midIm;
    /** Samples of a piece where they are no field. */
    private final Scratch iq;

    private final long[] signal = new long[Room.SIGNAL_ROW];
    private final long[] reception;
    private final long[] waves;

    RadioSteps(RadioGenerator host, Queue queue) {
        spec = host.spec();
        room = new Room(spec, host.seed(), queue);
        prologue = host.newPrologue();
        staging = new Staging(queue);
        told = new Schema(
                host.schema().fields().stream()
                        .filter(field -> !MADE.contains(field.name()))
                        .toList(),
                List.of());
        Channel channel = spec.channel();
        receptionRow = ReceptionColumn.PATHS + ReceptionColumn.PATH_WIDTH * channel.count();
        boolean waving = channel.fading() != Fading.NONE && channel.scatter() == Scatter.SINUSOIDS;
        sinusoidRow = waving ? 2 * channel.count() * channel.sinusoids() : 0;
        reception = new long[receptionRow];
        waves = new long[sinusoidRow];
        ScanOpenCl scan = new ScanOpenCl(room);
        for (Modulation modulation : spec.emission().modulations()) {
            basebands.put(modulation, open(modulation, scan));
        }
        echoes = new EchoesOpenCl(room, scan, receptionRow);
        truth = new TruthOpenCl(room, receptionRow);
        features = spec.output().features() ? new FeatureOpenCl(room, receptionRow) : null;
        iq = queue.newScratch();
        signals = queue.newScratch();
        receptions = queue.newScratch();
        sinusoids = queue.newScratch();
        order = queue.newScratch();
        xRe = queue.newScratch();
        xIm = queue.newScratch();
        midRe = queue.newScratch();
        midIm = queue.newScratch();
    }

    private BasebandOpenCl open(Modulation modulation, ScanOpenCl scan) {
        return switch (modulation.family()) {
            case FM -> new FmOpenCl(room, scan);
            case AM, DSB, SSB -> new AmOpenCl(room, modulation.family());
            case LINEAR -> new LinearOpenCl(room, modulation);
            case FSK -> new FskOpenCl(room, scan, modulation);
            case LORA -> new LoRaOpenCl(room);
            case LFM -> new LfmOpenCl(room);
            case OFDM -> new OfdmOpenCl(room, modulation);
        };
    }

    /** Of an instance that is made alone; rows of several share their envelopes' memory. */
    @Override
    public long scratchBytes() {
        long rows = Long.BYTES * (Room.SIGNAL_ROW + (long) spec.receivers() * (receptionRow + sinusoidRow));
        return rows
                + 4L * Float.BYTES * (spec.samples() + spec.mostSpread() + Block.LENGTH)
                + (spec.output().samples() ? 0 : iqBytes());
    }

    private long iqBytes() {
        return 2L * Float.BYTES * spec.samples() * spec.receivers();
    }

    @Override
    public boolean uploads() {
        return true;
    }

    @Override
    public void enqueue(long first, int count, DeviceBatch fields) {
        Upload upload = new Upload(first, count);
        upload.write(fields);
        int rows = upload.rowAt[count];
        if (rows < count * spec.receivers()) {
            clear(count, fields);
        }
        for (int from = 0; from < count; ) {
            int to = upload.pieceEnd(from);
            make(upload, from, to, fields);
            from = to;
        }
    }

    /** Zeros, where some receivers are not there. */
    private void clear(int count, DeviceBatch fields) {
        if (spec.output().samples()) {
            truth.clear(count, fields);
        }
        if (features != null) {
            features.clear(count, fields);
        }
    }

    private void make(Upload upload, int from, int to, DeviceBatch fields) {
        int blocks = upload.blocks(from, to);
        boolean kept = spec.output().samples();
        long samples = (long) (to - from) * blocks * Block.LENGTH;
        Piece piece = new Piece(
                upload.first,
                from,
                to - from,
                upload.rowAt[from],
                upload.rowAt[to] - upload.rowAt[from],
                blocks,
                upload.signalRows,
                upload.orderOnDevice,
                upload.receptionRows,
                upload.sinusoidRows,
                xRe.of(Float.BYTES * samples),
                xIm.of(Float.BYTES * samples),
                midRe.of(Float.BYTES * samples),
                midIm.of(Float.BYTES * samples),
                kept ? fields.buffer("iq") : iq.of((to - from) * iqBytes()),
                kept ? 0 : from,
                fields);
        for (int at = from; at < to; ) {
            int end = upload.sameEnd(at, to);
            basebands.get(upload.modulationAt(at)).enqueue(piece, at, end - at);
            at = end;
        }
        truth.enqueue(piece, echoes.blocks(), echoes.enqueue(piece));
        if (features != null) {
            features.enqueue(piece);
        }
    }

    @Override
    public void close() {
        staging.close();
    }

    /** A batch's rows: made on the host, sent to the device. */
    private final class Upload {
        final long first;
        /** The first reception of each instance. */
        final int[] rowAt;

        Buffer signalRows;
        Buffer receptionRows;
        Buffer sinusoidRows;
        Buffer orderOnDevice;
        private final int count;
        private final Modulation[] modulations;
        private final int[] blocks;
        private final int[] instances;

        Upload(long first, int count) {
            this.first = first;
            this.count = count;
            rowAt = new int[count + 1];
            modulations = new Modulation[count];
            blocks = new int[count];
            instances = new int[count];
        }

        /** Draws and describes all instances, and enqueues the transfers. */
        void write(DeviceBatch fields) {
            long most = (long) count * spec.receivers();
            long signalBytes = (long) Long.BYTES * Room.SIGNAL_ROW * count;
            long receptionBytes = Long.BYTES * receptionRow * most;
            long sinusoidBytes = Long.BYTES * sinusoidRow * most;
            long toldBytes = Batch.bytes(told, count);
            MemorySegment all =
                    staging.of(toldBytes + signalBytes + receptionBytes + sinusoidBytes + (long) Integer.BYTES * count);
            MemorySegment signalRows = all.asSlice(toldBytes, signalBytes);
            MemorySegment receptionRows = all.asSlice(toldBytes + signalBytes, receptionBytes);
            MemorySegment sinusoidRows = all.asSlice(toldBytes + signalBytes + receptionBytes, sinusoidBytes);
            MemorySegment orderRows =
                    all.asSlice(toldBytes + signalBytes + receptionBytes + sinusoidBytes, (long) Integer.BYTES * count);
            try (Batch batch = Batch.over(told, count, all.asSlice(0, toldBytes))) {
                prologue.bind(batch);
                for (int i = 0; i < count; i++) {
                    describe(i, signalRows, receptionRows, sinusoidRows);
                }
                sort();
                MemorySegment.copy(instances, 0, orderRows, Elements.I4, 0, count);
                for (Field field : told.fields()) {
                    room.queue()
                            .write(
                                    batch.tensor(field.name()).asSlice(0, field.bytes() * count),
                                    fields.buffer(field.name()));
                }
            }
            int rows = rowAt[count];
            this.signalRows = send(signals, signalRows);
            this.receptionRows = send(receptions, receptionRows.asSlice(0, (long) Long.BYTES * receptionRow * rows));
            this.sinusoidRows = sinusoidRow == 0
                    ? null
                    : send(sinusoids, sinusoidRows.asSlice(0, (long) Long.BYTES * sinusoidRow * rows));
            this.orderOnDevice = send(order, orderRows);
            staging.sent();
        }

        private Buffer send(Scratch scratch, MemorySegment rows) {
            Buffer buffer = scratch.of(rows.byteSize());
            room.queue().write(rows, buffer);
            return buffer;
        }

        private void describe(
                int i, MemorySegment signalRows, MemorySegment receptionRows, MemorySegment sinusoidRows) {
            prologue.draw(first + i);
            prologue.truth(i);
            prologue.describe(signal);
            int length = spec.samples() + prologue.reach();
            signal[Room.SIGNAL_ROW - 1] = length;
            put(signal, signalRows, i);
            modulations[i] = prologue.modulation();
            blocks[i] = Block.count(length);
            int receivers = prologue.link().count;
            for (int r = 0; r < receivers; r++) {
                ReceptionColumn.write(prologue, i, r, reception);
                put(reception, receptionRows, rowAt[i] + r);
                if (sinusoidRow > 0) {
                    Reception drawn = prologue.reception(r);
                    for (int n = 0; n < sinusoidRow / 2; n++) {
                        waves[2 * n] = drawn.sinusoidPhase[n];
                        waves[2 * n + 1] = drawn.sinusoidStep[n];
                    }
                    put(waves, sinusoidRows, rowAt[i] + r);
                }
            }
            rowAt[i + 1] = rowAt[i] + receivers;
        }

        private static void put(long[] row, MemorySegment rows, int at) {
            MemorySegment.copy(row, 0, rows, Elements.I8, (long) Long.BYTES * row.length * at, row.length);
        }

        /** Where the piece ends that begins with an instance. */
        int pieceEnd(int from) {
            int end = from + 1;
            long most = blocks[from];
            while (end < count) {
                most = Math.max(most, blocks[end]);
                long each =
                        4L * Float.BYTES * Block.LENGTH * most + (spec.output().samples() ? 0 : iqBytes());
                if (each * (end + 1 - from) > room.budget()) {
                    break;
                }
                end++;
            }
            return end;
        }

        /** Instances by modulation within each piece. */
        private void sort() {
            for (int from = 0; from < count; ) {
                int to = pieceEnd(from);
                int at = from;
                for (Modulation modulation : basebands.keySet()) {
                    for (int i = from; i < to; i++) {
                        if (modulations[i] == modulation) {
                            instances[at++] = i;
                        }
                    }
                }
                from = to;
            }
        }

        /** Blocks of the longest envelope. */
        int blocks(int from, int to) {
            int most = 0;
            for (int i = from; i < to; i++) {
                most = Math.max(most, blocks[i]);
            }
            return most;
        }

        Modulation modulationAt(int at) {
            return modulations[instances[at]];
        }

        /** Where instances of another modulation begin. */
        int sameEnd(int at, int to) {
            int end = at + 1;
            while (end < to && modulationAt(end) == modulationAt(at)) {
                end++;
            }
            return end;
        }
    }
}
