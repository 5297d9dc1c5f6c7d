package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.batch.DType;
import io.millrace.generator.UnavailableException;
import io.millrace.waveform.Conditioning;
import io.millrace.waveform.PolarizationException;
import io.millrace.waveform.domain.Domain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A library that does everything wrong that LAL may do wrong: the small one, in which each model errs in one way. */
final class MisbehaviourTest {
    private static SmallLibrary small;
    private static Lal lal;

    @BeforeAll
    static void open() {
        small = SmallLibrary.plain();
        lal = small.open();
    }

    @AfterEach
    void nothingIsLeftAndNothingWasPrinted() {
        assertEquals(0, small.live());
        assertEquals(0, small.printed());
    }

    /** That of GSL would have ended this process if its handler were on. */
    @ParameterizedTest
    @CsvSource({
        "LeavesPointer, failed with code 33 (Input domain error)",
        "NullCross, 'failed with code 0 (success, but there is no waveform)'",
        "InGsl, failed with code 33 (Input domain error)",
        "Silent, failed with code 0 (without a reason)",
        "NotFinite, a waveform that is not finite"
    })
    void failures(String approximant, String sentence) {
        LalModel model = Made.model(lal, approximant);
        for (DType type : List.of(DType.C8, DType.C16)) {
            PolarizationException failed =
                    assertThrows(PolarizationException.class, () -> Made.both(model, type, Made.point()));
            assertTrue(failed.getMessage().contains(sentence), failed.getMessage());
            assertTrue(failed.getMessage().contains("mass_1=36.0"), failed.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"C8", "C16"})
    void whatIsMissingIsZero(DType type) {
        double[] whole = Made.both(Made.model(lal, "TaylorF2"), type, Made.point());
        double[] half = Made.both(Made.model(lal, "ShortSeries"), type, Made.point());
        int bins = Made.DOMAIN.bins();
        for (int from : new int[] {0, 2 * bins}) {
            int kept = 2 * (bins / 2);
            assertArrayEquals(
                    Arrays.copyOfRange(whole, from, from + kept), Arrays.copyOfRange(half, from, from + kept));
            for (int i = kept; i < 2 * bins; i++) {
                assertEquals(0, half[from + i]);
            }
        }
        double[] none = Made.both(Made.model(lal, "NoData"), type, Made.point());
        assertTrue(Arrays.stream(none).limit(2L * bins).allMatch(value -> value == 0));
    }

    /** What LAL's series has too many may even be NaN. */
    @ParameterizedTest
    @CsvSource({"C8", "C16"})
    void whatIsTooMuchIsLeftOut(DType type) {
        assertArrayEquals(
                Made.both(Made.model(lal, "TaylorF2"), type, Made.point()),
                Made.both(Made.model(lal, "LongSeries"), type, Made.point()));
    }

    @Test
    void tenThousandCallsLeakNothing() {
        LalModel model = Made.model(
                lal, "TaylorF2", Made.SHORT, 20, Conditioning.NONE, Map.of("dQuadMon1", "2", "ModeArray", "2:2"));
        LalModel failing = Made.model(lal, "LeavesPointer", Made.SHORT, 20, Conditioning.NONE, Map.of());
        long before = small.destroyed();
        try (LalPolarizations own = model.newPolarizations(DType.C8, null);
                LalPolarizations failingOwn = failing.newPolarizations(DType.C8, null)) {
            for (int k = 0; k < 10_000; k++) {
                Made.both(own, DType.C8, Made.SHORT.bins(), Made.point(k));
                if (k % 10 == 0) {
                    assertThrows(
                            PolarizationException.class,
                            () -> Made.both(failingOwn, DType.C8, Made.SHORT.bins(), Made.point()));
                }
            }
            assertEquals(1, small.live(), "the dictionary");
        }
        assertEquals(before + 21_000, small.destroyed());
    }

    @Test
    void numbersOfModelsAreTheLibrarys() {
        Lal other = SmallLibrary.compiled("-DFIRST=71").open();
        assertNotEquals(
                lal.approximant("TaylorF2").value(),
                other.approximant("TaylorF2").value());
        assertArrayEquals(
                Made.both(Made.model(lal, "TaylorF2"), DType.C16, Made.point()),
                Made.both(Made.model(other, "TaylorF2"), DType.C16, Made.point()));
    }

    @Test
    void aFunctionThatNothingWorksWithoutIsMissedAtOnce() {
        SmallLibrary without = SmallLibrary.compiled("-DNO_DICTIONARY");
        String message = assertThrows(UnavailableException.class, without::open).getMessage();
        assertTrue(message.contains("XLALCreateDict"), message);
        assertTrue(message.contains(without.file().toString()), message);
    }

    @Test
    void anotherOneIsMissedWhenItIsUsed() {
        Lal without = SmallLibrary.compiled("-DNO_SEQUENCE").open();
        Made.both(Made.model(without, "TaylorF2"), DType.C8, Made.point());
        Domain bands = Domain.multibanded(List.of(20.0, 60.0, 140.0), 0.125, 0.125);
        String message = assertThrows(
                        UnavailableException.class,
                        () -> Made.model(without, "TaylorF2", bands, 20, Conditioning.NONE, Map.of()))
                .getMessage();
        assertTrue(message.contains("XLALSimInspiralChooseFDWaveformSequence"), message);
    }

    @Test
    void optionsThatAreNone() {
        assertOption(Map.of("PNPhaseOrdr", "3"), "no option 'PNPhaseOrdr': the nearest are PNPhaseOrder");
        assertOption(Map.of("PNPhaseOrder", "3.5"), "option PNPhaseOrder is '3.5': allowed is a whole number");
        assertOption(Map.of("PNPhaseOrder", "9"), "does not take the option PNPhaseOrder = 9: code 33");
        assertOption(Map.of("dQuadMon1", "many"), "option dQuadMon1 is 'many': allowed is a number");
        assertOption(Map.of("dQuadMon1", "NaN"), "option dQuadMon1 is 'NaN': allowed is a finite number");
        assertOption(Map.of("TidalLambda1", "400"), "this version of LALSimulation has no option TidalLambda1");
        assertOption(Map.of("ModeArray", "2:3"), "option ModeArray has the mode '2:3'");
    }

    private static void assertOption(Map<String, String> options, String sentence) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Made.model(lal, "TaylorF2", Made.SHORT, 20, Conditioning.NONE, options))
                .getMessage();
        assertTrue(message.contains(sentence), message);
    }

    @Test
    void combinationsThatDoNotExist() {
        Domain bands = Domain.multibanded(List.of(20.0, 60.0, 140.0), 0.125, 0.125);
        assertThrows(
                IllegalArgumentException.class,
                () -> Made.model(lal, "TaylorF2", bands, 20, Conditioning.INSPIRAL_FD, Map.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Made.model(lal, "TaylorT4", bands, 20, Conditioning.NONE, Map.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Made.model(lal, "TaylorF2").newPolarizations(DType.F4, null));
    }
}
