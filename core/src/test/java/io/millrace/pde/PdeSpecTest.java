package io.millrace.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.generator.Workloads;
import io.millrace.spec.SpecException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdeSpecTest {
    /** What is written is read again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "points=1024",
                "equation=advection beta=choice(0.1,0.2,7) points=30 dtype=f2",
                "equation=reaction-diffusion nu=log-uniform(0.5,5) rho=uniform(1,10) frames=101 t-end=1",
                "equation=kuramoto-sivashinsky length=64 initial=kassam-trefethen steps=12 certify=0",
                "equation=korteweg-de-vries delta=uniform(0.01,0.03)",
                "equation=diffusion-sorption d=log-uniform(0.0001,0.001) k=0.0001 n=0.9 t-end=500 frames=101",
                "equation=navier-stokes points=64 nu=log-uniform(1e-05,0.001) f=0 frames=21 t-end=20",
                "scheme=spectral nu=1000 points=4096",
                "equation=allen-cahn nu=1e-05 initial=gaussian-field dtype=f8"
            })
    void thereAndBack(String settings) {
        PdeSpec spec = Made.spec(settings);
        assertEquals(spec, PdeKeys.parse(spec.settings()));
        assertEquals(spec, Workloads.named("pde").parse(spec.settings()));
        assertEquals(PdeKeys.ALL.size(), spec.settings().size());
    }

    @Test
    void defaults() {
        assertEquals(PdeSpec.DEFAULT, Workloads.named("pde").parse(Map.of()));
        assertEquals(7, PdeSpec.DEFAULT.with("steps", 7).stepsOfFrame(Scheme.SPECTRAL));
        assertEquals(0.01, PdeSpec.DEFAULT.interval(), 1e-15);
    }

    /** One sentence that names the key and what is allowed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "equation=heat | equation",
                "points=7 | points",
                "points=9 | points",
                "points=134 | points",
                "points=131072 | points",
                "length=0 | length",
                "frames=1 | frames",
                "t-end=0 | t-end",
                "t-end=-1 | t-end",
                "steps=0 | steps",
                "nu=0.001 steps=5 | steps of",
                "nu=0.01 steps=2 | auto, or 3 and more",
                "equation=reaction-diffusion rho=1000 steps=1 | auto, or 10 and more",
                "equation=korteweg-de-vries points=256 steps=2 | auto, or 6 and more",
                "scheme=upwind | scheme",
                "equation=allen-cahn scheme=finite-volume | scheme",
                "equation=diffusion-sorption scheme=spectral | scheme",
                "equation=diffusion-sorption initial=pdebench | initial",
                "initial=constant | initial",
                "equation=navier-stokes | points",
                "equation=navier-stokes points=512 frames=2000 | numbers of one trajectory",
                "equation=navier-stokes points=64 frames=2 t-end=1 nu=0.0001 steps=1 | steps",
                "equation=navier-stokes points=64 initial=pdebench | initial",
                "initial=sines | initial",
                "nu=0 | nu",
                "nu=uniform(1,0.5) | nu",
                "nu=log-uniform(0,1) | nu",
                "nu=choice(1) | nu",
                "nu=uniform(0.5,2000) | nu",
                "nu=gamma(1,2) | nu",
                "beta=2 | beta",
                "equation=advection nu=1 | nu",
                "certify=-1 | certify",
                "dtype=f16 | dtype",
                "points=65536 frames=5000 | numbers of one trajectory",
                "t-end=1000000 frames=2 | t-end",
                "scheme=finite-volume nu=1000 points=4096 | t-end",
                "scheme=finite-volume nu=4 steps=1000 | auto, or",
                "viscosity=1 | viscosity"
            })
    void refusals(String settings, String what) {
        String message =
                assertThrows(SpecException.class, () -> Made.spec(settings)).getMessage();
        assertTrue(message.contains(what), message);
        assertTrue(!message.contains("\n"), message);
    }
}
