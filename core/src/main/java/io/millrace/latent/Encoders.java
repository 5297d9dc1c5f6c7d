package io.millrace.latent;

import io.millrace.generator.UnavailableException;
import io.millrace.latent.grid.GridTables;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The encoders that there are; the grid encoder by one of its kernels. */
public final class Encoders {
    private static final List<EncoderProvider> PROVIDERS =
            ServiceLoader.load(EncoderProvider.class, EncoderProvider.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private final Function<GridTables, Encoder> grid;

    /** With any other grid encoder: a device's. */
    public Encoders(Function<GridTables, Encoder> grid) {
        this.grid = grid;
    }

    /** By processors, over lanes or not; lanes only where {@link io.millrace.simd.Simd#present()}. */
    public static Encoders onProcessors(boolean lanes) {
        return new Encoders(tables -> new GridFrames(tables, lanes));
    }

    /**
     * An encoder of frames of these extents.
     *
     * @throws io.millrace.spec.SpecException if it is none of such frames
     * @throws UnavailableException if what computes it is not here
     */
    public Encoder of(EncoderChoice choice, List<Integer> frame) {
        return switch (choice) {
            case EncoderChoice.Grid of -> grid.apply(of.tables(frame));
            case EncoderChoice.Model model -> provider(model.kind()).open(model.file(), frame);
        };
    }

    private static EncoderProvider provider(String kind) {
        return PROVIDERS.stream()
                .filter(provider -> provider.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new UnavailableException("encoder is '" + kind + "': here there are "
                        + Stream.concat(
                                        Stream.of(LatentKeys.GRID),
                                        PROVIDERS.stream().map(EncoderProvider::name))
                                .collect(Collectors.joining(", "))));
    }
}
