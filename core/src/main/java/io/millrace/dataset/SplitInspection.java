package io.millrace.dataset;

import io.millrace.pipeline.Cancellation;
import io.millrace.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One look at a directory of parts. It changes nothing. */
final class SplitInspection {
    private final Path directory;
    private final boolean locked;
    private final List<Finding> problems = new ArrayList<>();
    private long unlisted;
    private long bytes;
    private boolean complete = true;
    private long checked;

    /**
     * For a directory.
     *
     * @param locked whether the lock in it is the caller's
     */
    SplitInspection(Path directory, boolean locked) {
        this.directory = directory;
        this.locked = locked;
    }

    /** Looks at all parts, and whether they are those of the splits, which no instance is in twice. */
    VerifyReport run(int workers, Progress progress, Cancellation stop) throws IOException {
        Sweeper.requirePermission(directory);
        Optional<Splits> splits = splits();
        for (String name : Sweeper.names(directory)) {
            boolean part = Files.isDirectory(directory.resolve(name));
            if (part) {
                part(name, splits, workers, progress, stop);
            } else if (!name.equals(Layout.SPLITS)
                    && !(locked && name.equals(Layout.LOCK))
                    && !SplitTables.isTable(name)) {
                boolean begun = name.equals(Layout.LOCK) || name.startsWith(".") && name.endsWith(".partial");
                problems.add(new Finding(
                        name,
                        -1,
                        name
                                + (begun
                                        ? " is what an interrupted run left: the next one removes it"
                                        : " does not belong to this dataset")));
            }
        }
        splits.ifPresent(all -> problems.addAll(SplitTables.findings(directory, all)));
        for (Splits.Part part : splits.map(Splits::parts).orElse(List.of())) {
            if (!Files.isDirectory(directory.resolve(part.name()))) {
                problems.add(new Finding(
                        part.name(), -1, part.name() + " is missing: the command that began it continues it"));
            }
        }
        problems.sort(Comparator.comparing(Finding::file).thenComparing(Finding::offset));
        return new VerifyReport(problems, unlisted, bytes, complete);
    }

    private Optional<Splits> splits() throws IOException {
        try {
            Splits splits = SplitsJson.read(directory);
            bytes += Files.size(directory.resolve(Layout.SPLITS));
            return Optional.of(splits);
        } catch (DatasetException e) {
            problems.add(new Finding(Layout.SPLITS, -1, within(e.getMessage())));
            return Optional.empty();
        }
    }

    private String within(String message) {
        String prefix = directory + directory.getFileSystem().getSeparator();
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private void part(String name, Optional<Splits> splits, int workers, Progress progress, Cancellation stop)
            throws IOException {
        long before = checked;
        Progress ofAll = (done, total) -> progress.update(
                before + done, splits.map(all -> all.range().count()).orElse(before + total));
        Inspection inspection = new Inspection(directory.resolve(name), false).run(workers, ofAll, stop);
        checked += inspection.plan().map(Plan::count).orElse(0L);
        VerifyReport report = inspection.findings().report();
        for (Finding finding : report.problems()) {
            String file = finding.file().isEmpty() ? name : name + "/" + finding.file();
            problems.add(new Finding(file, finding.offset(), name + "/" + finding.sentence()));
        }
        unlisted += report.unlisted();
        bytes += report.bytes();
        complete &= report.complete();
        if (splits.isPresent() && inspection.plan().isPresent()) {
            fits(name, splits.get(), inspection.plan().get());
        }
    }

    private void fits(String name, Splits splits, Plan plan) {
        Optional<Splits.Part> part =
                splits.parts().stream().filter(each -> each.name().equals(name)).findFirst();
        if (part.isEmpty()) {
            problems.add(new Finding(name, -1, name + " is no split of " + Layout.SPLITS));
        } else if (part.get().range().first() != plan.first()
                || part.get().range().count() != plan.count()
                || !Splits.from(plan).equals(splits.from())) {
            problems.add(new Finding(
                    name + "/" + Layout.PLAN,
                    -1,
                    name + "/" + Layout.PLAN + " is not the plan that " + Layout.SPLITS + " speaks of"));
        }
    }
}
