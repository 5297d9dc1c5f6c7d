package io.millrace.radio.scene;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Receivers that are there: public software-defined radios on 2 m. Coordinates to about 1 km. */
enum Preset {
    /** Seven in the north-west of Italy: Aquila di Giaveno, Montanaro, Torino, Coazze, Passo dei Giovi, Genova, Milano. */
    ITALY(
            new Place(45.02, 7.29, 600),
            new Place(45.234, 7.857, 300),
            new Place(45.044, 7.672, 250),
            new Place(45.03, 7.27, 700),
            new Place(44.561, 8.956, 480),
            new Place(44.395, 8.956, 100),
            new Place(45.478, 9.123, 120));

    private final Layout.Fixed layout;

    Preset(Place... places) {
        layout = new Layout.Fixed(text(), List.of(places));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Layout> named(String name) {
        for (Preset preset : values()) {
            if (preset.text().equals(name)) {
                return Optional.of(preset.layout);
            }
        }
        return Optional.empty();
    }
}
