package io.millrace.natives.lal;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.simd.Simd;
import io.millrace.waveform.PolarizationException;
import io.millrace.waveform.Polarizations;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * LALSimulation's waveforms, written from LAL's own buffers straight into a batch; one thread's, a platform thread's.
 *
 * <p>On a uniform domain bin k is LAL's bin k: what LAL's series has too few is zero, what it has too many is left out. Which
 * of the first and last bins are zero is the model's affair (IMRPhenomD leaves out the bin of f_max). The time of arrival at
 * the earth is not applied: {@link Parameter#GEOCENT_TIME} is the caller's.
 */
public final class LalPolarizations implements Polarizations {
    private final LalModel model;
    private final DType type;
    private final LalDictionary options;
    private final Transfer transfer;
    private final double[] scale;

    LalPolarizations(LalModel model, DType type, LalDictionary options, double[] scale) {
        this.model = model;
        this.type = type;
        this.options = options;
        this.transfer = Simd.preferred() ? new TransferVector() : new TransferScalar();
        this.scale = scale == null ? null : twice(scale);
    }

    /** One factor for the real, one for the imaginary part. */
    private static double[] twice(double[] scale) {
        double[] twice = new double[2 * scale.length];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = scale[i / 2];
        }
        return twice;
    }

    @Override
    public Optional<String> refusal(Point point) {
        return model.refusal(point);
    }

    @Override
    public void make(Point point, MemorySegment plus, MemorySegment cross, int row) {
        Optional<String> refusal = model.refusal(point);
        if (refusal.isPresent()) {
            throw new PolarizationException(refusal.get() + ": " + point);
        }
        try (LalPair pair = model.make(point, options)) {
            double longitude = point.get(Parameter.LONGITUDE_ASCENDING_NODES);
            if (!model.domain().uniform() && longitude != 0) {
                rotate(pair, longitude);
            }
            // not &&: both are to be written
            if (!(write(pair.plus(), plus, row) & write(pair.cross(), cross, row))) {
                throw new PolarizationException("LALSimulation made a waveform that is not finite: "
                        + model.approximant().name() + " " + point);
            }
        } catch (LalException failed) {
            throw failed.ofParameters() ? new PolarizationException(failed.getMessage(), failed) : failed;
        }
    }

    /** Writes a whole row; whether all of it is finite. */
    private boolean write(MemorySegment from, MemorySegment tensor, int row) {
        long bytes = (long) model.domain().bins() * type.bytes();
        MemorySegment to = tensor.asSlice(bytes * row, bytes);
        int values = 2 * model.domain().bins();
        int present = (int) Math.min(values, from.byteSize() / Double.BYTES);
        boolean finite = type == DType.C8
                ? transfer.floats(from, to, present, scale)
                : transfer.doubles(from, to, present, scale);
        if (present < values) {
            to.asSlice(bytes / values * present).fill((byte) 0);
        }
        return finite;
    }

    /**
     * What {@code ChooseFDWaveform} does last and {@code …Sequence} not at all, with Ω the longitude of the ascending nodes:
     * h₊ ← cos 2Ω h₊ + sin 2Ω h×, h× ← cos 2Ω h× − sin 2Ω h₊. In LAL's own memory, which is about to be freed.
     */
    private static void rotate(LalPair pair, double longitude) {
        double cos = StrictMath.cos(2 * longitude);
        double sin = StrictMath.sin(2 * longitude);
        MemorySegment plus = pair.plus();
        MemorySegment cross = pair.cross();
        for (long at = 0; at < Math.min(plus.byteSize(), cross.byteSize()); at += Double.BYTES) {
            double p = plus.get(Elements.F8, at);
            double c = cross.get(Elements.F8, at);
            plus.set(Elements.F8, at, cos * p + sin * c);
            cross.set(Elements.F8, at, cos * c - sin * p);
        }
    }

    @Override
    public void close() {
        if (options != null) {
            options.close();
        }
    }
}
