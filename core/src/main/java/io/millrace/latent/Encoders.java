package io.millrace.latent;

import io.millrace.generator.UnavailableException;
import io.millrace.spec.SpecException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The encoders that there are. */
final class Encoders {
    private static final List<EncoderProvider> PROVIDERS =
            ServiceLoader.load(EncoderProvider.class, EncoderProvider.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Encoders() {}

    /**
     * An encoder of frames of these extents.
     *
     * @throws SpecException if it is none of such frames
     */
    static Encoder of(EncoderChoice choice, List<Integer> frame, boolean lanes) {
        return switch (choice) {
            case EncoderChoice.Grid grid -> GridFrames.of(grid, frame, lanes);
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
