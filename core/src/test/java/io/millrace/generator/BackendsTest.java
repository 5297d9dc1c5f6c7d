package io.millrace.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.routing.CvrpSpec;
import io.millrace.simd.Simd;
import io.millrace.spec.Spec;
import io.millrace.spec.SpecException;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;

class BackendsTest {
    @Test
    void everyWorkloadIsFound() {
        assertTrue(Workloads.all().stream().anyMatch(workload -> workload.name().equals("routing")));
        assertSame(Workloads.named("routing"), Workloads.named("routing"));
        String message = assertThrows(SpecException.class, () -> Workloads.named("rooting"))
                .getMessage();
        assertTrue(message.contains("'rooting'") && message.contains("routing"), message);
    }

    @Test
    void theChoice() {
        List<String> names = Backends.all().stream().map(BackendProvider::name).toList();
        assertEquals(List.of("vector", "scalar"), names);
        Backends.Choice auto = Backends.choose(Backends.AUTO, CvrpSpec.DEFAULT, 7);
        assertEquals(Simd.preferred() ? "vector" : "scalar", auto.generator().backend());
        assertEquals(Simd.preferred() ? 0 : 1, auto.refused().size());
        assertEquals(7, auto.generator().seed());
        assertEquals(CvrpSpec.DEFAULT, auto.generator().spec());
        assertTrue(auto.generator().foreign().isEmpty());
        for (String name : names) {
            assertEquals(
                    name, Backends.choose(name, CvrpSpec.DEFAULT, 7).generator().backend());
        }
        String message = assertThrows(UnavailableException.class, () -> Backends.choose("gpu", CvrpSpec.DEFAULT, 7))
                .getMessage();
        assertEquals("backend is 'gpu': allowed is auto, vector, scalar", message);
    }

    /** Some library's: it claims to compute what the scalar kernels do. */
    private record Library(String name, String version) implements BackendProvider {
        @Override
        public int rank() {
            return -1;
        }

        @Override
        public Optional<String> objection() {
            return Optional.of("only when asked for");
        }

        @Override
        public Offer offer(Spec spec, long seed) {
            Offer.Accepted own = (Offer.Accepted) new ScalarBackend().offer(spec, seed);
            return version.isEmpty()
                    ? new Offer.Refused("there is no such library")
                    : new Offer.Accepted((Generator) Proxy.newProxyInstance(
                            Generator.class.getClassLoader(),
                            new Class<?>[] {Generator.class},
                            (proxy, method, arguments) -> method.getName().equals("foreign")
                                    ? Optional.of(name + " " + version)
                                    : method.invoke(own.generator(), arguments)));
        }
    }

    @Test
    void aDatasetIsMadeAgainByTheLibraryThatMadeIt() {
        List<BackendProvider> candidates = List.of(
                new ScalarBackend(), new Library("absent", ""), new Library("lib", "1"), new Library("lib", "2"));
        Generator generator =
                Backends.again(candidates, "lib 2", CvrpSpec.DEFAULT, 3).generator();
        assertEquals(Optional.of("lib 2"), generator.foreign());
        String message = assertThrows(
                        UnavailableException.class, () -> Backends.again(candidates, "lib 3", CvrpSpec.DEFAULT, 3))
                .getMessage();
        assertEquals(
                "the instances were computed by lib 3, which is not here: scalar: it computes by Millrace's own kernels; "
                        + "absent: there is no such library; lib: it computes by lib 1; lib: it computes by lib 2",
                message);
        assertTrue(Backends.again(Optional.empty(), CvrpSpec.DEFAULT, 3)
                .generator()
                .foreign()
                .isEmpty());
    }

    private static final String BROKEN = "; a backend could not be loaded: a provider that is not there";

    /** A backend whose module cannot be loaded, one whose classes cannot be linked, and one of two devices. */
    private static Iterator<BackendProvider> services() {
        Iterator<BackendProvider> sound = List.<BackendProvider>of(new Unlinked(), new Devices(), new ScalarBackend())
                .iterator();
        return new Iterator<>() {
            private boolean failed;

            @Override
            public boolean hasNext() {
                return !failed || sound.hasNext();
            }

            @Override
            public BackendProvider next() {
                if (!failed) {
                    failed = true;
                    throw new ServiceConfigurationError("a provider that is not there");
                }
                return sound.next();
            }
        };
    }

    private record Unlinked() implements BackendProvider {
        @Override
        public String name() {
            return "unlinked";
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public Optional<String> objection() {
            return Optional.empty();
        }

        @Override
        public Offer offer(Spec spec, long seed) {
            throw new NoClassDefFoundError("somebody/elses/Library");
        }
    }

    private record Devices() implements BackendProvider {
        @Override
        public String name() {
            return "devices";
        }

        @Override
        public int rank() {
            return -1;
        }

        @Override
        public Optional<String> objection() {
            return Optional.empty();
        }

        @Override
        public Offer offer(Spec spec, long seed) {
            return offer(spec, seed, "0");
        }

        @Override
        public Offer offer(Spec spec, long seed, String device) {
            return device.equals("0")
                    ? new ScalarBackend().offer(spec, seed)
                    : new Offer.Refused("there is no device '" + device + "'");
        }
    }

    @Test
    void aBrokenBackendIsPassedOverWithItsReason() {
        List<BackendProvider> all = Backends.load(services());
        assertEquals(
                List.of("devices", "unlinked", "scalar", "broken"),
                all.stream().map(BackendProvider::name).toList());
        Backends.Choice choice = Backends.choose(all, Backends.AUTO, CvrpSpec.DEFAULT, 1);
        assertEquals("scalar", choice.generator().backend());
        assertEquals(List.of("unlinked: a backend could not be loaded: somebody/elses/Library"), choice.refused());
        String message = assertThrows(
                        UnavailableException.class, () -> Backends.choose(all, "unlinked", CvrpSpec.DEFAULT, 1))
                .getMessage();
        assertEquals("backend unlinked: a backend could not be loaded: somebody/elses/Library", message);
        assertEquals(
                "a backend could not be loaded: a provider that is not there",
                all.getLast().objection().orElseThrow());
    }

    @Test
    void devicesAreChosenByName() {
        List<BackendProvider> all = Backends.load(services());
        assertEquals(
                "scalar",
                Backends.choose(all, "devices:0", CvrpSpec.DEFAULT, 1)
                        .generator()
                        .backend());
        for (String[] asked : new String[][] {
            {"devices:1", "backend devices: there is no device '1'"},
            {"scalar:0", "backend scalar: it has no devices to choose '0' from"},
            {"auto:0", "backend is 'auto:0': allowed is auto, devices, unlinked, scalar" + BROKEN},
            {":0", "backend is ':0': allowed is auto, devices, unlinked, scalar" + BROKEN}
        }) {
            String message = assertThrows(
                            UnavailableException.class, () -> Backends.choose(all, asked[0], CvrpSpec.DEFAULT, 1))
                    .getMessage();
            assertEquals(asked[1], message);
        }
    }
}
