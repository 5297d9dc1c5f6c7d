package io.millrace.dataset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What an inspection gathers, from several threads; bounded, however much is wrong. */
final class Findings {
    private final List<Finding> problems = new ArrayList<>();
    private final BitSet badShards = new BitSet();
    private boolean badConstants;
    private boolean badPlan;
    private boolean badManifest;
    private long unlisted;
    private long bytes;
    private boolean complete = true;

    synchronized void add(String file, long offset, String sentence) {
        if (problems.size() < VerifyReport.LISTED) {
            problems.add(new Finding(file, offset, sentence));
        } else {
            unlisted++;
        }
    }

    synchronized void badShard(int shard) {
        badShards.set(shard);
    }

    synchronized void badConstants() {
        badConstants = true;
    }

    synchronized void badPlan() {
        badPlan = true;
    }

    synchronized void badManifest() {
        badManifest = true;
    }

    synchronized void read(long count) {
        bytes += count;
    }

    synchronized void cancelled() {
        complete = false;
    }

    synchronized BitSet shards() {
        return (BitSet) badShards.clone();
    }

    synchronized boolean constantsAreBad() {
        return badConstants;
    }

    synchronized boolean planIsBad() {
        return badPlan;
    }

    synchronized boolean manifestIsBad() {
        return badManifest;
    }

    synchronized VerifyReport report() {
        return new VerifyReport(
                problems.stream()
                        .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::offset))
                        .toList(),
                unlisted,
                bytes,
                complete);
    }
}
