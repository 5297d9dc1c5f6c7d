package io.millrace.causal.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.causal.CausalSpec;
import io.millrace.causal.mechanism.Mechanism;
import io.millrace.spec.SpecException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTest {
    private static Mixture<Mechanism> mixture(String text) {
        return CausalSpec.DEFAULT.with("mechanism", text).equations().mechanisms();
    }

    @Test
    void choices() {
        Mixture<Mechanism> mixture = mixture("0.25*linear+0.5*mlp+0.25*mim");
        assertEquals(List.of(Mechanism.LINEAR, Mechanism.MLP, Mechanism.MIM), mixture.choices());
        assertEquals(Mechanism.LINEAR, mixture.at(0));
        assertEquals(Mechanism.LINEAR, mixture.at(Math.nextDown(0.25)));
        assertEquals(Mechanism.MLP, mixture.at(0.25));
        assertEquals(Mechanism.MIM, mixture.at(0.75));
        assertEquals(Mechanism.MIM, mixture.at(Math.nextDown(1.0)));
        assertFalse(mixture.single());
        assertTrue(mixture("mlp").single());
        assertTrue(mixture("1*mlp").single());
        assertEquals("0.25*LINEAR + 0.5*MLP + 0.25*MIM", mixture.text(Enum::name));
        assertEquals("MLP", mixture("1.0*mlp").text(Enum::name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.5*linear",
                "0.5*linear+0.4*mlp",
                "0.5*linear+0.6*mlp",
                "1.5*linear+-0.5*mlp",
                "1*linear+0*mlp",
                "linear+mlp"
            })
    void refusedWeights(String text) {
        assertEquals(
                "mechanism is '" + text + "': allowed is weights above 0 that sum to 1, as 0.7*a + 0.3*b",
                assertThrows(SpecException.class, () -> mixture(text)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", "linear+", "0.5*linear+0.5*", "0.5*linear+0.5*lin", "x*linear", "0.5 linear", "*linear"
            })
    void refusedTexts(String text) {
        String message = assertThrows(SpecException.class, () -> mixture(text)).getMessage();
        assertTrue(message.startsWith("mechanism is '" + text + "': allowed is linear, rff-gp, mlp, "), message);
    }

    @Test
    void refusedWhereTheyAreMade() {
        assertThrows(IllegalArgumentException.class, () -> new Mixture<>(List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Mixture<>(List.of("a"), List.of(0.5, 0.5)));
        assertThrows(SpecException.class, () -> new Mixture<>(List.of("a", "b"), List.of(0.5, Double.NaN)));
    }
}
