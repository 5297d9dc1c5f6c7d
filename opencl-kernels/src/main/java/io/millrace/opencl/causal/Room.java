package io.millrace.opencl.causal;

import io.millrace.causal.CausalSpec;
import io.millrace.causal.Scaling;
import io.millrace.causal.law.Law;
import io.millrace.causal.mechanism.Mechanism;
import io.millrace.causal.mechanism.Noise;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Source;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the kernels of one worker share.
 *
 * @param spec what is made
 * @param philox its random numbers
 * @param queue the worker's
 */
record Room(CausalSpec spec, Philox philox, Queue queue) {
    /** Floats of a node's mean, deviation, and what it is multiplied by. */
    static final int MOMENTS = 3;

    private static final Map<String, Object> CONSTANTS = constants();

    private static Map<String, Object> constants() {
        Map<String, Object> constants = new HashMap<>();
        constants.put("PAIRS", Draws.PAIRS);
        constants.put("MOMENTS", MOMENTS);
        constants.put("FASTEST", Mechanism.FASTEST);
        constants.put("ROOT_3", floating(Math.sqrt(3)));
        constants.put("ROOT_HALF", floating(Math.sqrt(0.5)));
        constants.put("EULER", floating(0.5772157f));
        constants.put("GUMBEL", floating(Math.sqrt(6) / Math.PI));
        constants.put("BELOW_1", floating(1 - 0x1p-24f));
        constants.put("STREAM_NOISE", io.millrace.causal.Streams.NOISE);
        constants.put("STREAM_NOISE_TURNS", io.millrace.causal.Streams.NOISE_TURNS);
        constants.put("STREAM_FRESH", io.millrace.causal.Streams.FRESH);
        constants.put("STREAM_FRESH_TURNS", io.millrace.causal.Streams.FRESH_TURNS);
        constants.put("STREAM_WORDS", io.millrace.causal.Streams.WORDS);
        constants.put("STREAM_FRESH_WORDS", io.millrace.causal.Streams.FRESH_WORDS);
        constants.put("STREAM_ROW_VALUES", io.millrace.causal.Streams.ROW_VALUES);
        constants.put("NODE_BLOCKS", io.millrace.causal.mechanism.Streams.NODE_BLOCKS);
        constants.put("INSTANCE_WIDTH", InstanceColumn.values().length);
        constants.put("NODE_WIDTH", NodeColumn.values().length);
        constants.put("FUNCTION_WIDTH", FunctionColumn.values().length);
        Source.define(constants, "INSTANCE", InstanceColumn.values());
        Source.define(constants, "NODE", NodeColumn.values());
        Source.define(constants, "FUNCTION", FunctionColumn.values());
        Source.define(constants, "MECHANISM", Mechanism.values());
        Source.define(constants, "NOISE", Noise.values());
        Source.define(constants, "SCALING", Scaling.values());
        Source.define(constants, "LAW", Law.Kind.values());
        return constants;
    }

    private static String floating(double number) {
        return Float.toHexString((float) number) + "f";
    }

    /** A kernel of the last of these files, which stand on {@code causal.cl}. */
    Kernel kernel(String name, String... files) {
        Map<String, Object> constants = new HashMap<>(CONSTANTS);
        constants.put("WORDS", words());
        constants.put("MOST_TARGETS", spec.interventions().size().most());
        constants.put("TARGET_WIDTH", Tables.targetWidth(spec));
        List<String> all = new ArrayList<>(List.of("causal.cl"));
        all.addAll(List.of(files));
        return queue.kernel(Source.of(Room.class, constants, all.toArray(String[]::new)), name);
    }

    /** Words that have a bit for each node: of few lengths, for each is a program of its own. */
    private int words() {
        int words = Math.ceilDiv(spec.width(), Integer.SIZE);
        return words <= 2 ? words : words <= 8 ? 8 : CausalSpec.MOST_NODES / Integer.SIZE;
    }

    /** Floats of all columns of an instance's base. */
    long columns() {
        return (long) spec.width() * spec.baseStride();
    }
}
