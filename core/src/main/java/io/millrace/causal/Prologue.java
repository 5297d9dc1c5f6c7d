package io.millrace.causal;

import io.millrace.batch.Batch;
import io.millrace.causal.graph.Graph;
import io.millrace.causal.graph.GraphReader;
import io.millrace.causal.mechanism.Equation;
import io.millrace.causal.mechanism.EquationReader;
import io.millrace.generator.GenerationException;
import io.millrace.math.GaussKernel;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import java.util.stream.Stream;

/**
 * What is scalar of an instance, for whoever makes its samples, here or on a device: graph, equations, the targets of each world. One thread's.
 * Class: reproducible.
 */
public final class Prologue {
    /** Attempts of an instance, the first among them. */
    private static final int MOST_ATTEMPTS = 10_000;

    private final CausalSpec spec;
    private final GraphReader graphs;
    private final EquationReader reader;
    private final TargetReader targetReader;
    private final Graph graph;
    private final Equation[] equations;
    private final Targets targets;

    private final Moments moments;
    private final Truth truth;

    Prologue(CausalSpec spec, long seed, Draws draws, GaussKernel normals, boolean functionsElsewhere) {
        this.spec = spec;
        Philox philox = Philox.of(CausalSpec.WORKLOAD, seed);
        int most = spec.nodes().most();
        graphs = new GraphReader(spec.graphs(), spec.nodes(), philox, draws);
        reader = new EquationReader(spec.equations(), philox, draws, normals, functionsElsewhere);
        targetReader = new TargetReader(spec, philox, draws);
        graph = new Graph(most);
        equations = Stream.generate(Equation::new).limit(most).toArray(Equation[]::new);
        targets = new Targets(spec.worlds(), spec.interventions().size().most());
        moments = new Moments(most);
        truth = new Truth(spec, this);
    }

    /** Draws an attempt of an instance. */
    public void draw(long index, int attempt) {
        graphs.read(index, attempt, graph);
        reader.read(index, attempt, graph, equations);
        targetReader.read(index, attempt, graph.nodes, targets);
    }

    /**
     * The attempt that follows one with a value that was too large.
     *
     * @throws GenerationException after the last
     */
    public int next(long index, int attempt) {
        if (attempt + 1 == MOST_ATTEMPTS) {
            throw new GenerationException(
                    index,
                    "each of " + MOST_ATTEMPTS + " graphs had a value beyond largest, "
                            + spec.settings().get("largest")
                            + ": make weights, nodes or edges fewer or smaller, or scaling internal",
                    null);
        }
        return attempt + 1;
    }

    /** The graph of what was drawn last. */
    public Graph graph() {
        return graph;
    }

    /** The equation of a node. */
    public Equation equation(int node) {
        return equations[node];
    }

    /** The interventions. */
    public Targets targets() {
        return targets;
    }

    /** What standardises the nodes, of samples that are made elsewhere to be set before {@link #truth}. */
    public Moments moments() {
        return moments;
    }

    /** Writes go to this batch from now on, which may lack the samples' fields. */
    public void bind(Batch batch) {
        truth.bind(batch);
    }

    /**
     * Writes the fields of what was drawn last, but the samples.
     *
     * @param x columns of the base as they are written, which {@link Output#SORTABILITY} alone is measured of
     * @param from where the first of them begins
     * @param stride from one to the next
     */
    public void truth(int row, int attempt, float[] x, int from, int stride) {
        truth.write(row, attempt, x, from, stride);
    }
}
