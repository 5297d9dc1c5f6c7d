package io.millrace.opencl.radio;

import io.millrace.batch.DType;
import io.millrace.fft.FftPlan;
import io.millrace.opencl.FftOpenCl;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Divisor;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Scratch;
import io.millrace.radio.signal.Modulation;
import io.millrace.radio.signal.Ofdm;

/** {@code ofdm.cl}: symbols by transforms, then their samples. */
final class OfdmOpenCl implements BasebandOpenCl {
    private static final String[] FILES = {FftOpenCl.FILE, "envelope.cl", "ofdm.cl"};

    private final Room room;
    private final int length;
    private final int whole;
    private final FftPlan plan;
    private final Kernel transforms;
    private final Kernel samples;
    private final Buffer table;
    private final Buffer stages;
    private final Buffer factors;
    private final Scratch re;
    private final Scratch im;
    private final Scratch otherRe;
    private final Scratch otherIm;

    OfdmOpenCl(Room room, Modulation modulation) {
        this.room = room;
        length = Ofdm.length(room.spec().emission());
        whole = length + length / Ofdm.PREFIX;
        plan = FftPlan.of(length);
        transforms = room.kernel("ofdm_symbols", FILES);
        samples = room.kernel("ofdm", FILES);
        table = room.constant(modulation.text(), modulation.table(room.spec().emission()));
        FftOpenCl fft = new FftOpenCl(plan, DType.F4);
        stages = fft.stages(room.queue());
        factors = fft.factors(room.queue());
        re = room.queue().newScratch();
        im = room.queue().newScratch();
        otherRe = room.queue().newScratch();
        otherIm = room.queue().newScratch();
    }

    /** As many members at a time as the budget holds symbols of. */
    @Override
    public void enqueue(Piece piece, int at, int members) {
        int symbols = (piece.stride() + whole - 2) / whole + 1;
        long each = 4L * Float.BYTES * symbols * length;
        int most = Math.clamp(room.budget() / each, 1, members);
        for (int done = 0; done < members; done += most) {
            enqueue(piece, at + done, Math.min(most, members - done), symbols);
        }
    }

    private void enqueue(Piece piece, int at, int members, int symbols) {
        long groups = (long) members * symbols;
        long bytes = Float.BYTES * groups * length;
        Buffer evenRe = re.of(bytes);
        Buffer evenIm = im.of(bytes);
        Buffer oddRe = otherRe.of(bytes);
        Buffer oddIm = otherIm.of(bytes);
        transforms
                .arg(piece.order())
                .arg(at)
                .arg(piece.signals())
                .arg(symbols)
                .arg(Divisor.of(symbols))
                .arg(piece.first())
                .arg(room.philox())
                .arg(table)
                .arg(length)
                .arg(plan.stages())
                .arg(stages)
                .arg(factors)
                .arg(evenRe)
                .arg(evenIm)
                .arg(oddRe)
                .arg(oddIm)
                .runGroups(groups, room.group(transforms));
        boolean odd = plan.stages() % 2 == 1;
        piece.envelope(samples, at)
                .arg(symbols)
                .arg(length)
                .arg(whole)
                .arg(Divisor.of(whole))
                .arg(odd ? oddRe : evenRe)
                .arg(odd ? oddIm : evenIm)
                .runGroups((long) members * piece.blocks(), room.group(samples));
    }
}
