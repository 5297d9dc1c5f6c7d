package io.millrace.cli;

import io.millrace.generator.BackendProvider;
import io.millrace.generator.Backends;
import io.millrace.generator.Offer;
import io.millrace.generator.Workload;
import io.millrace.generator.Workloads;
import io.millrace.simd.Simd;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Prints what a run would meet here. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Print this machine, the backend that a run would use, and why the others were passed over.")
final class InfoCommand implements Callable<Integer> {
    private final Console console;

    InfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PrintStream out = console.out();
        Runtime runtime = Runtime.getRuntime();
        out.println("java       " + System.getProperty("java.runtime.version") + ", "
                + System.getProperty("java.vm.name") + " by " + System.getProperty("java.vendor"));
        out.println("system     " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch"));
        out.println(
                "processor  " + Machine.processor() + ", " + Figures.counted(runtime.availableProcessors(), "core"));
        out.println("memory     " + Figures.bytes(Machine.memory()) + ", heap at most "
                + Figures.bytes(runtime.maxMemory()));
        out.println("vectors    " + (Simd.present() ? Simd.bits() + " bits" : "absent") + ", fused multiply-add "
                + Machine.fma().map(fused -> fused ? "yes" : "no").orElse("unknown"));
        out.println("backends");
        backends(out);
        out.println("workloads  "
                + Workloads.all().stream()
                        .map(workload -> workload.name() + " (version " + workload.version() + ")")
                        .sorted()
                        .collect(Collectors.joining(", ")));
        return ExitCode.OK;
    }

    /** In the order of the choice; the offers are for each workload's spec of defaults. */
    private static void backends(PrintStream out) {
        boolean chosen = false;
        for (BackendProvider backend : Backends.all()) {
            String verdict;
            if (backend.objection().isPresent()) {
                verdict = "passed over: " + backend.objection().get();
            } else if (backend.rank() < 0) {
                verdict = refusal(backend) == null ? "there when asked for" : "refused: " + refusal(backend);
            } else if (refusal(backend) != null) {
                verdict = "refused: " + refusal(backend);
            } else if (chosen) {
                verdict = "there";
            } else {
                verdict = "chosen";
                chosen = true;
            }
            out.println("  " + backend.name() + ": " + verdict);
            backend.devices().forEach(device -> out.println("    " + device));
        }
    }

    /** Why it refuses every workload; null if it does not. */
    private static String refusal(BackendProvider backend) {
        String reason = null;
        for (Workload workload : Workloads.all()) {
            switch (backend.offer(workload.parse(Map.of()), 0)) {
                case Offer.Accepted accepted -> {
                    accepted.generator().close();
                    return null;
                }
                case Offer.Refused refusal -> reason = refusal.reason();
            }
        }
        return reason;
    }
}
