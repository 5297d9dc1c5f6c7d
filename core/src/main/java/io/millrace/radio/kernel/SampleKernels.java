package io.millrace.radio.kernel;

import io.millrace.fft.Fft;
import io.millrace.math.GaussKernel;
import io.millrace.math.PhasorKernel;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import java.util.function.IntFunction;

/**
 * What a backend computes samples with; twins that give the same bits. One thread's.
 *
 * @param draws random words by the array
 * @param normals normal numbers
 * @param phasors points of the unit circle
 * @param spins products of phasors
 * @param filters short filters, for delays
 * @param curves slow processes over samples
 * @param mix products and sums
 * @param dots sums over windows
 * @param transforms Fourier transforms of a length
 * @param interleave stores into tensors
 */
public record SampleKernels(
        Draws draws,
        GaussKernel normals,
        PhasorKernel phasors,
        SpinKernel spins,
        FilterKernel filters,
        CurveKernel curves,
        MixKernel mix,
        DotKernel dots,
        IntFunction<Fft> transforms,
        InterleaveKernel interleave) {
    /** The reference. */
    public static SampleKernels scalar(Philox philox) {
        return new SampleKernels(
                Draws.scalar(philox),
                GaussKernel.scalar(),
                PhasorKernel.scalar(),
                new SpinScalar(),
                new FilterScalar(),
                new CurveScalar(),
                new MixScalar(),
                new DotScalar(),
                Fft::scalar,
                new InterleaveScalar());
    }

    /** Over lanes; only where the vector module is present. */
    public static SampleKernels vector(Philox philox) {
        return new SampleKernels(
                Draws.vector(philox),
                GaussKernel.vector(),
                PhasorKernel.vector(),
                new SpinVector(),
                new FilterVector(),
                new CurveVector(),
                new MixVector(),
                new DotVector(),
                Fft::vector,
                new InterleaveVector());
    }
}
