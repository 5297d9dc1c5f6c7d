package io.millrace.cli;

import io.millrace.generator.Generator;
import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Options;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.scene.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Radio signals over modulations and lengths: at seven receivers, with two paths that fade, and noise. */
@Command(
        name = "radio",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measure radio signals over modulations, lengths and threads. Where nothing else is set, seven receivers "
                        + "have 200,000 samples each of FM voice at 200 kHz, over two paths with Rayleigh fading of "
                        + "10 Hz, with noise. The last column compares the samples a second with those of a plain pass "
                        + "y = a*x + b over complex64 arrays as large as a batch, by as many threads.")
final class BenchRadio implements Callable<Integer> {
    private static final SettingsOptions.Weakest JOB = new SettingsOptions.Weakest(
            Map.of(
                    "modulation", "fm-voice",
                    "receivers", "italy",
                    "samples", "200000",
                    "sample-rate", "200000",
                    "multipath", "exponential",
                    "paths", "2",
                    "fading", "rayleigh",
                    "doppler-hz", "10",
                    "noise", "true"),
            Set.of());

    private final Console console;

    @Option(
            names = "--modulation",
            split = ",",
            paramLabel = "NAME",
            description = "Modulations, a row each; what the settings say where not given.")
    private List<String> modulations;

    @Option(
            names = "--samples",
            split = ",",
            paramLabel = "N",
            description = "Samples of each signal; what the settings say where not given.")
    private List<String> samples;

    @Mixin
    private BenchOptions options = new BenchOptions();

    BenchRadio(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Map<String, String>> cases = List.of(Map.of());
        cases = over(cases, "modulation", modulations);
        cases = over(cases, "samples", samples);
        return options.run(
                new BenchOptions.Job(
                        RadioSpec.WORKLOAD,
                        0,
                        List.of("modulation", "samples"),
                        cases,
                        SettingsOptions.Strongest.NONE,
                        JOB,
                        new Samples()),
                console);
    }

    /** Each case with each value of a key. */
    private static List<Map<String, String>> over(List<Map<String, String>> cases, String key, List<String> values) {
        if (values == null) {
            return cases;
        }
        List<Map<String, String>> more = new ArrayList<>();
        for (Map<String, String> one : cases) {
            for (String value : values) {
                Map<String, String> with = new LinkedHashMap<>(one);
                with.put(key, value);
                more.add(with);
            }
        }
        return more;
    }

    /** Complex samples a second, and the same over those of {@link MultiplyAdd}. */
    private static final class Samples implements BenchColumns {
        private static final double MOST_SECONDS = 1;

        @Override
        public String heading() {
            return String.format(Locale.ROOT, " %11s %9s", "Msamples/s", "of a*x+b");
        }

        @Override
        public Cells measure(Generator generator, Options options, Rates rates, Cancellation stop)
                throws InterruptedException {
            RadioSpec spec = (RadioSpec) generator.spec();
            Layout layout = spec.scene().layout();
            // their number is uniform, so this is its mean
            double receivers = (layout.least() + layout.most()) / 2.0;
            double made = rates.instancesPerSecond() * receivers * spec.samples();
            long batch = (long) options.batch() * spec.receivers() * spec.samples();
            double plain = MultiplyAdd.samplesPerSecond(
                    options.workers(), batch, Math.min(rates.seconds(), MOST_SECONDS), stop);
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("samples_per_second", made);
            figures.put("multiply_add_samples_per_second", plain);
            figures.put("multiply_add_fraction", made / plain);
            return new Cells(String.format(Locale.ROOT, " %,11.1f %9.3f", made / 1e6, made / plain), figures);
        }
    }
}
