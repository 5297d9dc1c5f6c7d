package io.millrace.radio.scene;

import io.millrace.spec.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** Scenes drawn for a test. */
final class Drawn {
    private Drawn() {}

    /** The scene of settings written as {@code key=value key=value}. */
    static Scene scene(String settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings.strip().split("\\s+")) {
            String[] pair = setting.split("=", 2);
            map.put(pair[0], pair[1]);
        }
        return SceneKeys.parse(new Settings(SceneKeys.ALL, map), Map.of());
    }

    /** Shows instances 0, 1, … to a consumer, each in the same link. */
    static void each(Scene scene, long seed, int count, ObjLongConsumer<Link> consumer) {
        SceneReader reader = scene.newReader(seed);
        Link link = new Link(scene.layout().most());
        for (int i = 0; i < count; i++) {
            if (!reader.draw(i, link)) {
                throw new AssertionError(link.ledger());
            }
            consumer.accept(link, i);
        }
    }
}
