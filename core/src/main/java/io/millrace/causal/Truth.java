package io.millrace.causal;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.causal.graph.Graph;
import io.millrace.causal.mechanism.Equation;
import io.millrace.causal.mechanism.Mechanism;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Writes what is true of an instance: every field but the samples. Class: reproducible. */
final class Truth {
    private final CausalSpec spec;
    private final Prologue prologue;
    private final Moments moments;
    private final int width;
    private final Sortability sortability;
    /** Total effects, at {@code i·width + j}. */
    private final double[] effects;

    /** What is written of each pair of nodes, before it goes into a tensor. */
    private final byte[] flags;

    private final float[] numbers;
    private final Output[] outputs;
    private final Map<Output, MemorySegment> tensors = new EnumMap<>(Output.class);
    private MemorySegment noise;
    private MemorySegment family;
    private MemorySegment explained;
    private MemorySegment mean;
    private MemorySegment deviation;
    private MemorySegment nodes;
    private MemorySegment mask;
    private MemorySegment attempts;

    Truth(CausalSpec spec, Prologue prologue) {
        this.spec = spec;
        this.prologue = prologue;
        this.moments = prologue.moments();
        width = spec.width();
        sortability = spec.fields().contains(Output.SORTABILITY)
                ? new Sortability(spec.nodes().most())
                : null;
        outputs = spec.fields().toArray(Output[]::new);
        flags = new byte[width * width];
        boolean weighs = spec.fields().contains(Output.WEIGHTS) || spec.fields().contains(Output.TOTAL_EFFECTS);
        numbers = new float[weighs ? width * width : 0];
        effects = spec.fields().contains(Output.TOTAL_EFFECTS) ? new double[width * width] : null;
    }

    void bind(Batch batch) {
        attempts = batch.tensor("attempts");
        for (Output output : spec.fields()) {
            switch (output) {
                case BASE, INTERVENED, DELTA -> {}
                case TARGET -> tensors.put(output, batch.tensor("target"));
                case ADJACENCY -> tensors.put(output, batch.tensor("adjacency"));
                case WEIGHTS -> tensors.put(output, batch.tensor("weights"));
                case ORDER -> tensors.put(output, batch.tensor("order"));
                case DESCENDANTS -> tensors.put(output, batch.tensor("descendants"));
                case TOTAL_EFFECTS -> tensors.put(output, batch.tensor("total_effects"));
                case NOISE_SCALE -> tensors.put(output, batch.tensor("noise_scale"));
                case MECHANISM -> {
                    tensors.put(output, batch.tensor("mechanism"));
                    noise = batch.tensor("noise");
                    family = batch.tensor("graph_family");
                }
                case SORTABILITY -> {
                    tensors.put(output, batch.tensor("var_sortability"));
                    explained = batch.tensor("r2_sortability");
                }
            }
        }
        if (spec.scaling() != Scaling.NONE) {
            mean = batch.tensor("mean");
            deviation = batch.tensor("deviation");
        }
        if (spec.padded()) {
            nodes = batch.tensor("nodes");
            mask = batch.tensor("node_mask");
        }
    }

    /** Writes the fields of the instance that was drawn last, whose base as it is written stands in columns from {@code from} on. */
    void write(int row, int attempt, float[] x, int from, int stride) {
        attempts.setAtIndex(Elements.I4, row, attempt);
        Graph graph = prologue.graph();
        for (Output output : outputs) {
            MemorySegment tensor = tensors.get(output);
            switch (output) {
                case BASE, INTERVENED, DELTA -> {}
                case TARGET -> targets(row, tensor);
                case ADJACENCY -> adjacency(row, graph, tensor);
                case WEIGHTS -> weights(row, graph, tensor);
                case ORDER -> order(row, graph, tensor);
                case DESCENDANTS -> descendants(row, graph, tensor);
                case TOTAL_EFFECTS -> totalEffects(row, graph, tensor);
                case NOISE_SCALE -> noiseScale(row, graph, tensor);
                case MECHANISM -> mechanisms(row, graph, tensor);
                case SORTABILITY -> {
                    tensor.setAtIndex(Elements.F4, row, sortability.byVariance(graph, x, from, stride, spec.rows()));
                    explained.setAtIndex(
                            Elements.F4, row, sortability.byExplained(graph, x, from, stride, spec.rows()));
                }
            }
        }
        if (mean != null) {
            constants(row, graph);
        }
        if (mask != null) {
            nodes.setAtIndex(Elements.I4, row, graph.nodes);
            for (int j = 0; j < width; j++) {
                mask.set(Elements.U1, (long) row * width + j, (byte) (j < graph.nodes ? 1 : 0));
            }
        }
    }

    private void targets(int row, MemorySegment tensor) {
        Targets targets = prologue.targets();
        long element = (long) row * spec.worlds() * targets.most;
        for (int t = 0; t < spec.worlds(); t++) {
            int size = t < targets.worlds ? targets.size[t] : 0;
            for (int s = 0; s < targets.most; s++) {
                tensor.setAtIndex(Elements.I4, element++, s < size ? targets.node[t * targets.most + s] : -1);
            }
        }
    }

    private void adjacency(int row, Graph graph, MemorySegment tensor) {
        Arrays.fill(flags, (byte) 0);
        for (int j = 0; j < graph.nodes; j++) {
            for (int e = graph.parentStart[j]; e < graph.parentStart[j + 1]; e++) {
                flags[graph.parents[e] * width + j] = 1;
            }
        }
        MemorySegment.copy(flags, 0, tensor, Elements.U1, (long) row * flags.length, flags.length);
    }

    private void weights(int row, Graph graph, MemorySegment tensor) {
        Arrays.fill(numbers, 0);
        for (int j = 0; j < graph.nodes; j++) {
            Equation equation = prologue.equation(j);
            for (int k = 0; k < equation.causes; k++) {
                numbers[equation.cause[k] * width + j] = (float) weight(equation, k, j);
            }
        }
        write(row, tensor);
    }

    private void write(int row, MemorySegment tensor) {
        MemorySegment.copy(numbers, 0, tensor, Elements.F4, (long) row * numbers.length * Float.BYTES, numbers.length);
    }

    /** The weight of a cause in the units that are written. */
    private double weight(Equation equation, int k, int node) {
        double weight = equation.numbers[k];
        return switch (spec.scaling()) {
            case NONE -> weight;
            case Z_SCORE -> weight * moments.deviation[equation.cause[k]] / moments.deviation[node];
            case INTERNAL -> weight / moments.deviation[node];
        };
    }

    private void order(int row, Graph graph, MemorySegment tensor) {
        for (int p = 0; p < width; p++) {
            tensor.setAtIndex(Elements.I4, (long) row * width + p, p < graph.nodes ? graph.order[p] : -1);
        }
    }

    private void descendants(int row, Graph graph, MemorySegment tensor) {
        Arrays.fill(flags, (byte) 0);
        for (int j = 0; j < graph.nodes; j++) {
            for (int i = 0; i < graph.nodes; i++) {
                flags[i * width + j] = (byte) (graph.leads(i, j) ? 1 : 0);
            }
        }
        MemorySegment.copy(flags, 0, tensor, Elements.U1, (long) row * flags.length, flags.length);
    }

    /** T_ij = Σ_k T_ik w_kj over the causes k of j, T_jj = 1, in causal order. */
    private void totalEffects(int row, Graph graph, MemorySegment tensor) {
        Arrays.fill(numbers, 0);
        for (int p = 0; p < graph.nodes; p++) {
            int j = graph.order[p];
            Equation equation = prologue.equation(j);
            for (int i = 0; i < graph.nodes; i++) {
                double sum = i == j ? 1 : 0;
                for (int k = 0; k < equation.causes; k++) {
                    int cause = equation.cause[k];
                    if (i == cause || graph.leads(i, cause)) {
                        sum = Math.fma(effects[i * width + cause], weight(equation, k, j), sum);
                    }
                }
                effects[i * width + j] = sum;
                numbers[i * width + j] = (float) sum;
            }
        }
        write(row, tensor);
    }

    private void noiseScale(int row, Graph graph, MemorySegment tensor) {
        for (int j = 0; j < width; j++) {
            float scale = 0;
            if (j < graph.nodes && !prologue.equation(j).mechanism.decides()) {
                scale = prologue.equation(j).scale;
                boolean within = prologue.equation(j).mechanism == Mechanism.SIGMOID_MIX;
                scale = spec.scaling() == Scaling.NONE || within ? scale : scale / moments.deviation[j];
            }
            tensor.setAtIndex(Elements.F4, (long) row * width + j, scale);
        }
    }

    private void mechanisms(int row, Graph graph, MemorySegment tensor) {
        for (int j = 0; j < width; j++) {
            boolean there = j < graph.nodes;
            Equation equation = there ? prologue.equation(j) : null;
            long element = (long) row * width + j;
            tensor.setAtIndex(Elements.I4, element, there ? equation.mechanism.ordinal() : -1);
            boolean noisy = there && !equation.mechanism.decides();
            noise.setAtIndex(Elements.I4, element, noisy ? equation.noise.ordinal() : -1);
        }
        family.setAtIndex(Elements.I4, row, graph.family);
    }

    private void constants(int row, Graph graph) {
        for (int j = 0; j < width; j++) {
            long element = (long) row * width + j;
            mean.setAtIndex(Elements.F4, element, j < graph.nodes ? moments.mean[j] : 0);
            deviation.setAtIndex(Elements.F4, element, j < graph.nodes ? moments.deviation[j] : 0);
        }
    }
}
