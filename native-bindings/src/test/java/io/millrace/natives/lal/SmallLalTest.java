package io.millrace.natives.lal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The contract with the small library, which also counts. */
final class SmallLalTest extends LalContract {
    private static Lal lal;

    @BeforeAll
    static void open() {
        lal = SmallLibrary.plain().open();
    }

    @Override
    Lal lal() {
        return lal;
    }

    @AfterEach
    void nothingIsLeftAndNothingWasPrinted() {
        assertEquals(0, SmallLibrary.plain().live());
        assertEquals(0, SmallLibrary.plain().printed());
    }
}
