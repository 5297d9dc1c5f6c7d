package io.millrace.causal;

import io.millrace.causal.graph.Graph;
import io.millrace.causal.graph.GraphReader;
import io.millrace.causal.mechanism.Equation;
import io.millrace.causal.mechanism.EquationReader;
import io.millrace.math.GaussKernel;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import java.util.stream.Stream;

/**
 * What is scalar of an instance, for whoever makes its samples, here or on a device: graph, equations, the targets of each world. One thread's.
 * Class: reproducible.
 */
public final class Prologue {
    private final GraphReader graphs;
    private final EquationReader reader;
    private final TargetReader targetReader;
    private final Graph graph;
    private final Equation[] equations;
    private final Targets targets;

    Prologue(CausalSpec spec, long seed, Draws draws, GaussKernel normals) {
        Philox philox = Philox.of(CausalSpec.WORKLOAD, seed);
        int most = spec.nodes().most();
        graphs = new GraphReader(spec.graphs(), spec.nodes(), philox, draws);
        reader = new EquationReader(spec.equations(), philox, draws, normals);
        targetReader = new TargetReader(spec, philox);
        graph = new Graph(most);
        equations = Stream.generate(Equation::new).limit(most).toArray(Equation[]::new);
        targets = new Targets(spec.worlds(), spec.interventions().size().most());
    }

    /** Draws an attempt of an instance. */
    public void draw(long index, int attempt) {
        graphs.read(index, attempt, graph);
        reader.read(index, attempt, graph, equations);
        targetReader.read(index, attempt, graph.nodes, targets);
    }

    /** Its graph. */
    public Graph graph() {
        return graph;
    }

    /** The equation of a node. */
    public Equation equation(int node) {
        return equations[node];
    }

    /** Its interventions. */
    public Targets targets() {
        return targets;
    }
}
