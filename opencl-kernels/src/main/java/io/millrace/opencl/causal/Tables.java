package io.millrace.opencl.causal;

import io.millrace.causal.CausalSpec;
import io.millrace.causal.Prologue;
import io.millrace.causal.Targets;
import io.millrace.causal.graph.Graph;
import io.millrace.causal.mechanism.Equation;
import io.millrace.causal.mechanism.Fourier;
import io.millrace.causal.mechanism.Mechanism;
import io.millrace.causal.mechanism.Streams;

/** What the host tells the device of the instances that are made at once. */
final class Tables {
    /** {@link InstanceColumn}s of each instance. */
    final Words instances = new Words();
    /** {@link NodeColumn}s of each node, as many rows an instance as tensors have nodes. */
    final Words nodes = new Words();
    /** Of each world how many targets, then of each its number and its value, a float. */
    final Words targets = new Words();
    /** Causes of all nodes. */
    final Words causes = new Words();
    /** Weights and coefficients of all nodes, floats. */
    final Words numbers = new Words();
    /** {@link FunctionColumn}s of each random function. */
    final Words functions = new Words();

    private final CausalSpec spec;
    private int count;
    private int functionNumbers;

    Tables(CausalSpec spec) {
        this.spec = spec;
    }

    /** Words of a world. */
    static int targetWidth(CausalSpec spec) {
        return 1 + 2 * spec.interventions().size().most();
    }

    void clear() {
        instances.clear();
        nodes.clear();
        targets.clear();
        causes.clear();
        numbers.clear();
        functions.clear();
        count = 0;
        functionNumbers = 0;
    }

    /** How many instances. */
    int count() {
        return count;
    }

    /** How many random functions. */
    int functionCount() {
        return functions.length() / FunctionColumn.values().length;
    }

    /** Numbers of all random functions. */
    int functionNumbers() {
        return functionNumbers;
    }

    /** Adds the instance that was drawn last. */
    void add(int slot, int attempt, Prologue drawn) {
        Graph graph = drawn.graph();
        instances.add(slot);
        instances.add(attempt);
        instances.add(graph.nodes);
        instances.add(drawn.targets().worlds);
        for (int p = 0; p < spec.width(); p++) {
            if (p < graph.nodes) {
                add(graph.order[p], drawn.equation(graph.order[p]));
            } else {
                for (int column = 0; column < NodeColumn.values().length; column++) {
                    nodes.add(0);
                }
            }
        }
        addTargets(drawn.targets());
        count++;
    }

    private void add(int node, Equation equation) {
        nodes.add(node);
        nodes.add(equation.mechanism.ordinal());
        nodes.add(equation.noise.ordinal());
        nodes.add(equation.scale);
        nodes.add(equation.bias);
        nodes.add(equation.causes);
        nodes.add(causes.length());
        nodes.add(numbers.length());
        nodes.add(function(node, equation, equation.function, Streams.FEATURES));
        nodes.add(function(node, equation, equation.spread, Streams.SPREAD_FEATURES));
        for (int k = 0; k < equation.causes; k++) {
            causes.add(equation.cause[k]);
        }
        if (equation.causes > 0 || equation.mechanism == Mechanism.SIGMOID_MIX) {
            for (int i = 0; i < equation.count; i++) {
                numbers.add(equation.numbers[i]);
            }
        }
    }

    /** Where the function's numbers will begin; −1: it has none. */
    private int function(int node, Equation equation, Fourier function, int stream) {
        if (function.count == 0) {
            return -1;
        }
        int start = functionNumbers;
        functions.add(count);
        functions.add(node);
        functions.add(equation.causes);
        functions.add(start);
        functions.add(stream);
        functions.add(function.amplitude);
        functions.add(function.perUnit);
        functionNumbers = Math.addExact(start, function.count * (equation.causes + 2));
        return start;
    }

    private void addTargets(Targets drawn) {
        for (int t = 0; t < spec.worlds(); t++) {
            boolean there = t < drawn.worlds;
            targets.add(there ? drawn.size[t] : 0);
            for (int s = 0; s < drawn.most; s++) {
                boolean target = there && s < drawn.size[t];
                targets.add(target ? drawn.node[t * drawn.most + s] : -1);
                targets.add(target ? drawn.value[t * drawn.most + s] : 0f);
            }
        }
    }
}
