package io.millrace.cli;

import io.millrace.generator.Generator;
import io.millrace.pde.Equation;
import io.millrace.pde.PdeSpec;
import io.millrace.pde.Scheme;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trajectories over equations. */
@Command(
        name = "pde",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measure trajectories over equations and threads: where nothing else is set, 201 frames of 1024 points.")
final class BenchPde implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--equation",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "advection,burgers,reaction-diffusion",
            description = "Equations (default: ${DEFAULT-VALUE}).")
    private List<String> equations;

    @Mixin
    private BenchOptions options = new BenchOptions();

    BenchPde(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.run(
                new BenchOptions.Job(
                        PdeSpec.WORKLOAD,
                        0,
                        List.of("equation"),
                        equations.stream()
                                .map(equation -> Map.of("equation", equation))
                                .toList(),
                        SettingsOptions.Strongest.NONE,
                        SettingsOptions.Weakest.NONE,
                        new Steps()),
                console);
    }

    /** Steps of trajectories a second, without those of certificates; where each trajectory has its own scheme and its own number, none. */
    private static final class Steps implements BenchColumns {
        @Override
        public String heading() {
            return String.format(Locale.ROOT, " %11s", "steps/s");
        }

        @Override
        public Cells measure(Generator generator, Options options, Rates rates, Cancellation stop) {
            PdeSpec spec = (PdeSpec) generator.spec();
            boolean known = spec.steps() > 0 || spec.scheme() != Scheme.AUTO || spec.equation() != Equation.BURGERS;
            if (!known) {
                return new Cells(String.format(Locale.ROOT, " %11s", "-"), Map.of());
            }
            double steps = spec.steps(spec.scheme());
            double made = rates.instancesPerSecond() * steps;
            return new Cells(String.format(Locale.ROOT, " %,11.0f", made), Map.of("steps_per_second", made));
        }
    }
}
