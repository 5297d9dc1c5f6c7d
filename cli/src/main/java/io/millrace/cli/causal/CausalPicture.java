package io.millrace.cli.causal;

import io.millrace.causal.CausalSpec;
import io.millrace.cli.causal.Scatter.Cloud;
import io.millrace.cli.export.Instances;
import io.millrace.cli.picture.Beside;
import io.millrace.cli.picture.Panels;
import io.millrace.cli.picture.Picture;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Plan;
import io.millrace.generator.Workloads;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * The graph of a model with the targets of a world and the nodes that they lead to; and of that world the nodes against their twins in the base, or,
 * where rows have no twins, against their causes.
 */
public final class CausalPicture implements Picture {
    private static final int MOST_NODES = 6;
    private static final int IN_A_ROW = 3;
    private static final int MOST_POINTS = 1000;
    private static final int MOST_LETTERS = 120;
    private static final Color BASE = new Color(33, 113, 181);
    private static final Color STILL = new Color(110, 110, 110);
    private static final Color MOVED = new Color(241, 105, 19);

    /** The picture. */
    public CausalPicture() {}

    @Override
    public boolean suits(Plan plan) {
        return plan.workload().equals(CausalSpec.WORKLOAD)
                && plan.workloadVersion()
                        == Workloads.named(CausalSpec.WORKLOAD).version()
                && plan.fields().stream()
                        .anyMatch(field -> List.of("base", "intervened", "adjacency", "weights")
                                .contains(field.name()));
    }

    @Override
    public IChart draw(Dataset dataset, Instances at) throws IOException {
        CausalInstance instance = CausalInstance.of(dataset, at, "this picture");
        Dag dag = instance.graph() ? Dag.of(instance) : null;
        Shown shown = Shown.of(instance, dag);
        Plan plan = dataset.plan();
        List<String> heading = new ArrayList<>();
        heading.add("causal, seed " + plan.seed() + ", instance " + instance.index() + ": "
                + counted(instance.nodes(), "node") + (dag == null ? "" : ", " + counted(dag.edges(), "edge")));
        heading.add(law(plan.spec()));
        if (shown.world() >= 0) {
            heading.add(world(instance, shown));
        }
        List<IChart> charts = new ArrayList<>();
        if (dag == null) {
            heading.add("there is no graph to draw: fields is " + plan.spec().get("fields"));
        } else {
            EdgeStyle style = new EdgeStyle(instance, dag, shown.roles());
            charts.add(
                    GraphDrawing.suits(dag)
                            ? new GraphDrawing(dag, shown.roles(), style)
                            : new MatrixDrawing(dag, shown.roles(), style));
        }
        List<IChart> samples = samples(instance, dag, shown);
        if (samples.isEmpty()) {
            heading.add("there are no samples to draw: fields is " + plan.spec().get("fields"));
        }
        if (!instance.paired() && instance.based() && instance.intervened()) {
            heading.add("rows of the base are blue, those of the world orange");
        }
        for (int from = 0; from < samples.size(); from += IN_A_ROW) {
            charts.add(new Beside(samples.subList(from, Math.min(from + IN_A_ROW, samples.size()))));
        }
        return new Panels(heading.stream().map(CausalPicture::shortened).toList(), charts);
    }

    private static String law(Map<String, String> spec) {
        String scaling = spec.get("scaling").equals("none") ? "" : ", scaling " + spec.get("scaling");
        return spec.get("graph") + ", " + spec.get("mechanism") + ", noise " + spec.get("noise") + scaling;
    }

    private static String shortened(String line) {
        return line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + "…";
    }

    private static String world(CausalInstance instance, Shown shown) {
        Roles roles = shown.roles();
        String world = "world " + shown.world() + " of " + instance.worlds();
        if (!roles.known()) {
            return world + ": its target is not in this dataset";
        }
        boolean one = roles.targets().cardinality() == 1;
        return world + ": node" + (one ? " " : "s ") + numbers(roles.targets().stream()) + (one ? " is " : " are ")
                + what(instance, shown) + descendants(instance, roles, one);
    }

    private static String descendants(CausalInstance instance, Roles roles, boolean one) {
        int reached = roles.reached().cardinality();
        if (instance.graph() || instance.has("descendants")) {
            return (one ? " and has " : " and have ") + counted(reached, "descendant");
        }
        return roles.traced() ? (one ? " and moves " : " and move ") + counted(reached, "other") : "";
    }

    private static String what(CausalInstance instance, Shown shown) {
        return switch (instance.spec().interventions().kind()) {
            case HARD, CLAMP ->
                instance.intervened()
                        ? "set to "
                                + shown.roles().targets().stream()
                                        .mapToObj(target -> figure(instance.column(shown.world(), target, 1)[0]))
                                        .collect(Collectors.joining(", "))
                        : "set to one value";
            case HARD_PER_ROW -> "set to a value for each row";
            case SHIFT -> "shifted by one value";
            case SHIFT_PER_ROW -> "shifted by a value for each row";
        };
    }

    private static String numbers(IntStream numbers) {
        return numbers.mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static List<IChart> samples(CausalInstance instance, Dag dag, Shown shown) {
        List<IChart> charts = new ArrayList<>();
        if (instance.paired()) {
            for (int node : shown.nodes(dag, MOST_NODES)) {
                charts.add(twins(instance, shown, node));
            }
        } else if (instance.based() || instance.intervened()) {
            Causes causes = new Causes(instance, dag, shown);
            for (int node : instance.intervened() ? shown.nodes(dag, MOST_NODES) : causes.clearest(MOST_NODES)) {
                charts.add(clouds(instance, shown, node, causes.of(node)));
            }
        }
        return charts;
    }

    private static IChart twins(CausalInstance instance, Shown shown, int node) {
        int rows = Math.min(MOST_POINTS, instance.rows(false));
        Roles roles = shown.roles();
        String title = "node " + node
                + (roles.targets().get(node)
                        ? ", target"
                        : roles.reached().get(node)
                                ? ", moved by " + figure(shown.moves()[node]) + " deviations"
                                : ", not moved");
        Color color = roles.targets().get(node) ? Roles.TARGET : roles.reached().get(node) ? MOVED : STILL;
        Cloud cloud =
                new Cloud("rows", instance.column(-1, node, rows), instance.column(shown.world(), node, rows), color);
        return new Scatter(title, "base", "world " + shown.world(), List.of(cloud), true).chart();
    }

    /** A node over a cause, in the base and in a world, as far as these are there; over the rows where the cause is −1. */
    private static IChart clouds(CausalInstance instance, Shown shown, int node, int cause) {
        List<Cloud> clouds = new ArrayList<>();
        if (instance.based()) {
            clouds.add(cloud(instance, -1, node, cause, BASE));
        }
        if (instance.intervened()) {
            clouds.add(cloud(instance, shown.world(), node, cause, MOVED));
        }
        Roles roles = shown.roles();
        String role = roles.targets().get(node)
                ? ", target"
                : !roles.known() || !roles.traced()
                        ? ""
                        : roles.reached().get(node) ? ", descendant" : ", no descendant";
        String title = "node " + node + role;
        return new Scatter(title, cause < 0 ? "row" : "node " + cause, "node " + node, clouds, false).chart();
    }

    private static Cloud cloud(CausalInstance instance, int world, int node, int cause, Color color) {
        double[] y = instance.column(world, node, MOST_POINTS);
        double[] x = cause < 0
                ? IntStream.range(0, y.length).asDoubleStream().toArray()
                : instance.column(world, cause, MOST_POINTS);
        return new Cloud(world < 0 ? "base" : "world", x, y, color);
    }
}
