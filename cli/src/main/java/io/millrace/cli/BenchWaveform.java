package io.millrace.cli;

import io.millrace.generator.Workloads;
import io.millrace.spec.Key;
import io.millrace.waveform.WaveformSpec;
import io.millrace.waveform.parameters.ParameterKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Waveforms over models and element types: 20 to 1024 Hz at 0.125 Hz, masses 10 to 80, aligned spins up to 0.9. */
@Command(
        name = "waveform",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measure waveforms over models, element types and threads. Where no law is set, component masses are "
                        + "uniform from 10 to 80 solar masses and aligned spins from -0.9 to 0.9.")
final class BenchWaveform implements Callable<Integer> {
    /** On the grid of the workload's defaults, the job that other programs have figures for. */
    private static final SettingsOptions.Weakest LAWS = new SettingsOptions.Weakest(
            Map.of(
                    "mass_1", "uniform(10, 80)",
                    "mass_2", "uniform(10, 80)",
                    "chi_1", "uniform(-0.9, 0.9)",
                    "chi_2", "uniform(-0.9, 0.9)"),
            ParameterKeys.ALL.stream().map(Key::name).collect(Collectors.toUnmodifiableSet()));

    private final Console console;

    @Option(
            names = "--approximant",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "IMRPhenomD,TaylorF2",
            description = "Models (default: ${DEFAULT-VALUE}).")
    private List<String> approximants;

    @Option(
            names = "--dtype",
            split = ",",
            paramLabel = "T",
            defaultValue = "c8,c16",
            description = "Element types (default: ${DEFAULT-VALUE}).")
    private List<String> types;

    @Mixin
    private ParametersOption parameters = new ParametersOption();

    @Mixin
    private BenchOptions options = new BenchOptions();

    BenchWaveform(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Map<String, String>> cases = new ArrayList<>();
        for (String approximant : approximants) {
            for (String type : types) {
                cases.add(Map.of("approximant", approximant, "dtype", type));
            }
        }
        SettingsOptions.Strongest given =
                parameters.given(Workloads.named(WaveformSpec.WORKLOAD), options.settings(), console);
        return options.run(
                new BenchOptions.Job(
                        WaveformSpec.WORKLOAD,
                        0,
                        List.of("approximant", "dtype"),
                        cases,
                        given,
                        LAWS,
                        BenchColumns.NONE),
                console);
    }
}
