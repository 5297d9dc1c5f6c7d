package io.millrace.causal.kernel;

import io.millrace.batch.Rows;
import io.millrace.batch.RowsScalar;
import io.millrace.batch.RowsVector;
import io.millrace.causal.mechanism.Equations;
import io.millrace.causal.mechanism.Mechanism;
import io.millrace.math.GaussKernel;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What a backend computes with, of one thread; the scalar and the vector kind give the same bits.
 *
 * @param draws random numbers by the array
 * @param normals normal numbers, of two at once
 * @param noise noise of the other families
 * @param functions of each mechanism but {@link Mechanism#RFF_GP}
 * @param fourier random functions
 * @param decide discrete nodes
 * @param columns what is done to whole columns
 * @param twins the rows of a world
 * @param linear the rows of a linear world of so many nodes
 * @param rows stores into tensors
 */
public record ColumnKernels(
        Draws draws,
        GaussKernel normals,
        NoiseKernel noise,
        Map<Mechanism, FunctionKernel> functions,
        FourierKernel fourier,
        DecideKernel decide,
        ColumnKernel columns,
        TwinKernel twins,
        IntFunction<LinearKernel> linear,
        Rows rows) {
    /** The reference. */
    public static ColumnKernels scalar(Philox philox, Equations equations) {
        Map<Mechanism, FunctionKernel> functions = new EnumMap<>(Mechanism.class);
        SumScalar sum = new SumScalar();
        functions.put(Mechanism.LINEAR, sum);
        functions.put(Mechanism.LOGISTIC, sum);
        functions.put(Mechanism.POISSON, sum);
        functions.put(Mechanism.MLP, new PerceptronScalar(equations.hidden()));
        functions.put(Mechanism.MIM, new IndexScalar());
        functions.put(Mechanism.QUADRATIC, new QuadraticScalar());
        functions.put(Mechanism.POLYNOMIAL, new PolynomialScalar(equations.degree()));
        functions.put(Mechanism.SIGMOID_ADD, new SigmoidSumScalar());
        functions.put(Mechanism.SIGMOID_MIX, new PlainScalar());
        return new ColumnKernels(
                Draws.scalar(philox),
                GaussKernel.scalar(),
                new NoiseScalar(),
                functions,
                new FourierScalar(),
                new DecideScalar(),
                new ColumnScalar(),
                new TwinScalar(),
                LinearScalar::new,
                new RowsScalar());
    }

    /** Over lanes; only where {@link io.millrace.simd.Simd#present()}. */
    public static ColumnKernels vector(Philox philox, Equations equations) {
        Map<Mechanism, FunctionKernel> functions = new EnumMap<>(Mechanism.class);
        SumVector sum = new SumVector();
        functions.put(Mechanism.LINEAR, sum);
        functions.put(Mechanism.LOGISTIC, sum);
        functions.put(Mechanism.POISSON, sum);
        functions.put(Mechanism.MLP, new PerceptronVector(equations.hidden()));
        functions.put(Mechanism.MIM, new IndexVector());
        functions.put(Mechanism.QUADRATIC, new QuadraticVector());
        functions.put(Mechanism.POLYNOMIAL, new PolynomialVector(equations.degree()));
        functions.put(Mechanism.SIGMOID_ADD, new SigmoidSumVector());
        functions.put(Mechanism.SIGMOID_MIX, new PlainVector());
        return new ColumnKernels(
                Draws.vector(philox),
                GaussKernel.vector(),
                new NoiseVector(),
                functions,
                new FourierVector(),
                new DecideVector(),
                new ColumnVector(),
                new TwinVector(),
                LinearVector::new,
                new RowsVector());
    }
}
