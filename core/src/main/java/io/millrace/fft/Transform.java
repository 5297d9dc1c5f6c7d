package io.millrace.fft;

import java.util.ArrayList;
import java.util.List;

/**
 * One thread's transform of one type of array: the passes in their order, and the memory between them.
 *
 * <p>Lanes want an index in which data are contiguous. While the stride s is shorter than a vector, that is p: data stand as
 * [q][p], and the factors are contiguous in p, too. Then the data are transposed, and from there on it is q: data stand as
 * [p][q], as in {@link FftPlan}, and a factor is the same for all lanes. The butterflies are the same in either order.
 *
 * <p>Of many signals at once the inner index has the signals first: lanes are contiguous from the first stage on.
 *
 * <p>There are no tails: where the inner index is no multiple of the lanes, the last vector starts earlier and writes some
 * results twice; where it is shorter than a vector, the vector reaches into the next run, which is written later.
 */
final class Transform<A> {
    /** From one pair of arrays to another. */
    private interface Pass<A> {
        void run(A re, A im, int at, A outRe, A outIm, int outAt);
    }

    private final List<Pass<A>> passes = new ArrayList<>();
    private final A evenRe;
    private final A evenIm;
    private final A oddRe;
    private final A oddIm;
    /** Whether no pass reaches beyond the numbers, so that those between may stand in the caller's arrays. */
    private final boolean exact;
    /** Whether the last pass is in place, which makes the number of the others even: they need but one pair of arrays. */
    private final boolean settled;

    Transform(FftPlan plan, int signals, Stages<A> stages) {
        int lanes = stages.lanes();
        int stage = 0;
        while (signals == 1 && stage < plan.stages() && unsorted(plan, stage, lanes)) {
            add(stages, Step.unsorted(plan, stage++, stages.precision));
        }
        for (int before = stage - 1; before >= 0; before--) {
            int rows = plan.radix(before);
            int length = plan.length() / rows;
            passes.add((re, im, at, outRe, outIm, outAt) -> {
                stages.interleave(rows, length, re, at, outRe, outAt);
                stages.interleave(rows, length, im, at, outIm, outAt);
            });
        }
        exact = stage == plan.stages() || plan.stride(stage) * signals >= lanes;
        for (; stage < plan.stages(); stage++) {
            add(stages, Step.sorted(plan, stage, signals, lanes, stages.precision));
        }
        settled = exact && passes.size() % 2 == 1 && inPlace(plan, signals, lanes);
        int room = plan.length() * signals + lanes;
        evenRe = stages.precision.zeros().apply(room);
        evenIm = stages.precision.zeros().apply(room);
        oddRe = stages.precision.zeros().apply(room);
        oddIm = stages.precision.zeros().apply(room);
    }

    /**
     * Whether a stage goes over p. Lanes interleave twos and fours alone: where a quarter of the lanes is filled, 3 and 5 go over
     * q, which costs them less.
     */
    private static boolean unsorted(FftPlan plan, int stage, int lanes) {
        int radix = plan.radix(stage);
        int stride = plan.stride(stage);
        int enough = radix == 3 || radix == 5 ? lanes / 4 : lanes;
        return stride < Math.max(2, enough) && stride < lanes && plan.twists(stage) >= lanes;
    }

    /** Whether each butterfly of the last stage, which has one twist, writes where it reads, after it has read, and nothing is written twice. */
    private static boolean inPlace(FftPlan plan, int signals, int lanes) {
        int last = plan.stages() - 1;
        return plan.radix(last) <= 4 && plan.stride(last) * signals % lanes == 0;
    }

    private void add(Stages<A> stages, Step<A> step) {
        Step<A> chosen = stages.lanes() == 1 && step.outer() > step.inner() ? step.turned() : step;
        passes.add((re, im, at, outRe, outIm, outAt) -> stages.run(chosen, re, im, at, outRe, outIm, outAt));
    }

    /**
     * Whether there are lanes, and the first pass, which reads the caller's arrays, and the last, which writes them, have a
     * vector in a row.
     */
    static boolean suits(FftPlan plan, int signals, int lanes) {
        int last = plan.stages() - 1;
        if (lanes == 1 || last < 0) {
            return false;
        }
        if (signals > 1) {
            // one pass is in place, and may write nothing twice
            return signals >= lanes && (last > 0 || signals % lanes == 0);
        }
        return Math.min(plan.twists(0), plan.stride(last)) >= lanes;
    }

    /** In place. */
    void run(A re, A im, int at) {
        A fromRe = re;
        A fromIm = im;
        int from = at;
        for (int pass = 0; pass < passes.size(); pass++) {
            int rest = passes.size() - 1 - pass;
            boolean home = rest == 0 || rest % 2 == (settled ? 1 : 0) && pass > 0 && exact;
            boolean even = pass % 2 == 0;
            A toRe = home ? re : even ? evenRe : oddRe;
            A toIm = home ? im : even ? evenIm : oddIm;
            int to = home ? at : 0;
            passes.get(pass).run(fromRe, fromIm, from, toRe, toIm, to);
            fromRe = toRe;
            fromIm = toIm;
            from = to;
        }
    }
}
