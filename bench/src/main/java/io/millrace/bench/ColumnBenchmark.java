package io.millrace.bench;

import io.millrace.batch.Batch;
import io.millrace.causal.CausalSpec;
import io.millrace.causal.graph.Graph;
import io.millrace.causal.graph.GraphReader;
import io.millrace.causal.kernel.ColumnKernels;
import io.millrace.causal.mechanism.Equation;
import io.millrace.causal.mechanism.EquationReader;
import io.millrace.causal.mechanism.Mechanism;
import io.millrace.random.Philox;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The kernels of causal models over 64 rows of 10 nodes; the unit is a value. The node that is made has three causes. */
public class ColumnBenchmark extends Measured {
    private static final int ROWS = 64;
    private static final int NODES = 10;
    private static final int CAUSES = 3;
    private static final int ALL = ROWS * NODES;

    /** The kernels. */
    @Param({"scalar", "vector"})
    public String backend;

    private final int[] words = new int[ALL + 64];
    private final int[] turns = new int[ALL + 64];
    private final float[] re = new float[ALL + 64];
    private final float[] im = new float[ALL + 64];
    private final float[] x = new float[ALL + 64];
    private final float[] base = new float[ALL + 64];
    private final float[] world = new float[ALL + 64];
    private final int[] at = {0, ROWS, 2 * ROWS};
    private final Equation[] equations =
            Stream.generate(Equation::new).limit(CAUSES + 1).toArray(Equation[]::new);
    private ColumnKernels kernels;
    private Equation linear;
    private Equation fourier;
    private Equation perceptron;
    private Arena arena;
    private MemorySegment intervened;
    private MemorySegment delta;
    private long index;

    /** Takes the kernels, and columns of noise. */
    @Setup
    public void prepare() {
        Philox philox = Philox.of("bench", SEED);
        CausalSpec spec = CausalSpec.DEFAULT;
        kernels = backend.equals("vector")
                ? ColumnKernels.vector(philox, spec.equations())
                : ColumnKernels.scalar(philox, spec.equations());
        linear = last("linear", philox);
        fourier = last("rff-gp", philox);
        perceptron = last("mlp", philox);
        arena = Arena.ofShared();
        intervened = arena.allocate(4L * ALL, Batch.ALIGNMENT);
        delta = arena.allocate(4L * ALL, Batch.ALIGNMENT);
        gaussian();
        System.arraycopy(re, 0, x, 0, ALL);
    }

    /** The equation of the node that all others cause. */
    private Equation last(String mechanism, Philox philox) {
        CausalSpec spec = CausalSpec.DEFAULT
                .with("nodes", CAUSES + 1)
                .with("graph", "full")
                .with("mechanism", mechanism);
        Graph graph = new Graph(CAUSES + 1);
        new GraphReader(spec.graphs(), spec.nodes(), philox, kernels.draws()).read(0, 0, graph);
        new EquationReader(spec.equations(), philox, kernels.draws(), kernels.normals(), false)
                .read(0, 0, graph, equations);
        Equation made = equations[graph.order[CAUSES]];
        equations[graph.order[CAUSES]] = new Equation();
        return made;
    }

    /** Normal noise from nothing, two numbers at once. */
    @Benchmark
    @OperationsPerInvocation(2 * ALL)
    public float gaussian() {
        kernels.draws().pairs(index, 0, 1, 0, ALL, words, turns);
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        kernels.normals().add(words, turns, ALL, 1, re, im, 0);
        index++;
        return re[0];
    }

    /** Noise of Student's law from random words. */
    @Benchmark
    @OperationsPerInvocation(ALL)
    public float student() {
        kernels.noise().student(words, turns, 0, ALL, 3, 1, im);
        return im[0];
    }

    /** A linear node. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float linear() {
        kernels.functions().get(Mechanism.LINEAR).apply(linear, x, at, ROWS, 3 * ROWS);
        return x[3 * ROWS];
    }

    /** A node of a Gaussian process by 100 Fourier features. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float fourier() {
        kernels.fourier().apply(fourier.function, CAUSES, 0, x, at, ROWS, x, 3 * ROWS);
        return x[3 * ROWS];
    }

    /** A node of a network of 100 units. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float perceptron() {
        kernels.functions().get(Mechanism.MLP).apply(perceptron, x, at, ROWS, 3 * ROWS);
        return x[3 * ROWS];
    }

    /** A column into rows. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float scatter() {
        kernels.twins().scatter(x, 0, ROWS, base, 3, NODES);
        return base[3];
    }

    /** A world's rows and their differences into tensors. */
    @Benchmark
    @OperationsPerInvocation(ALL)
    public MemorySegment twins() {
        kernels.twins().store(world, base, ALL, intervened, delta, 0);
        return delta;
    }

    /** Gives the memory back. */
    @TearDown
    public void release() {
        arena.close();
    }
}
