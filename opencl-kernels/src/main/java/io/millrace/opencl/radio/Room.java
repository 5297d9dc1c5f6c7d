package io.millrace.opencl.radio;

import io.millrace.batch.DType;
import io.millrace.opencl.FftOpenCl;
import io.millrace.opencl.device.Buffer;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Source;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.channel.Channel;
import io.millrace.radio.channel.Nodes;
import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.FilterKernel;
import io.millrace.radio.kernel.FractionalDelay;
import io.millrace.radio.kernel.MixKernel;
import io.millrace.radio.signal.Family;
import io.millrace.radio.signal.FrequencyPulse;
import io.millrace.radio.signal.Pulse;
import io.millrace.radio.signal.SignalColumn;
import io.millrace.random.Draws;
import io.millrace.random.Philox;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the parts of one worker share. */
final class Room {
    /** Words of an envelope's row: its columns, and how many samples it has. */
    static final int SIGNAL_ROW = SignalColumn.ROW + 1;

    /** Nodes of a path's gain that a work-group makes: its local memory is a few KiB. */
    static final int NODES = 256;

    /** Work-items of a group on a GPU, at most: four samples each of a block. */
    private static final int GROUP = 256;

    /** Bytes between kernels: on a processor what its caches hold, on a GPU what keeps all its units busy. */
    private static final long NEAR = 4 << 20;

    private static final long FAR = 64 << 20;

    private static final Map<String, Object> CONSTANTS = constants();

    private final RadioSpec spec;
    private final Philox philox;
    private final Queue queue;
    private final boolean processor;

    Room(RadioSpec spec, long seed, Queue queue) {
        this.spec = spec;
        this.philox = Philox.of(RadioSpec.WORKLOAD, seed);
        this.queue = queue;
        this.processor = queue.context().device().type() == Device.Type.CPU;
    }

    private static Map<String, Object> constants() {
        Map<String, Object> constants = new HashMap<>();
        FftOpenCl.define(constants, DType.F4);
        constants.put("BLOCK", Block.LENGTH);
        constants.put("STEP", Block.STEP);
        constants.put("WAYS", MixKernel.WAYS);
        constants.put("GROUP", GROUP);
        constants.put("NODES", NODES);
        constants.put("NODES_BEFORE", Nodes.BEFORE);
        constants.put("PAIRS", Draws.PAIRS);
        constants.put("TAPS", FilterKernel.TAPS);
        constants.put("TAPS_BEFORE", FractionalDelay.BEFORE);
        constants.put("SIDE", FractionalDelay.SIDE);
        constants.put("PHASES", FractionalDelay.PHASES);
        constants.put("MOST_PATHS", Channel.MOST_PATHS);
        constants.put("MOST_SPAN", Pulse.SPAN);
        constants.put("PULSE_SPAN", Pulse.SPAN);
        constants.put("PULSE_PHASE_BITS", Pulse.PHASE_BITS);
        constants.put("FSK_PHASE_BITS", FrequencyPulse.PHASE_BITS);
        constants.put("NOISE_HALF", Float.toHexString((float) Math.sqrt(0.5)) + "f");
        constants.put("STREAM_PAUSES", io.millrace.radio.signal.Streams.PAUSES);
        constants.put("STREAM_SYMBOLS", io.millrace.radio.signal.Streams.SYMBOLS);
        constants.put("STREAM_NOISE", io.millrace.radio.channel.Streams.NOISE);
        constants.put("STREAM_PHASE_NOISE", io.millrace.radio.channel.Streams.PHASE_NOISE);
        constants.put("STREAM_SCATTER", io.millrace.radio.channel.Streams.SCATTER);
        constants.put("SIGNAL_ROW", SIGNAL_ROW);
        constants.put("SIGNAL_SAMPLES", SignalColumn.ROW);
        for (SignalColumn column : SignalColumn.values()) {
            constants.put("SIGNAL_" + column.name(), column.at());
        }
        constants.put("RECEPTION_PATHS", ReceptionColumn.PATHS);
        constants.put("PATH_WIDTH", ReceptionColumn.PATH_WIDTH);
        Source.define(constants, "RECEPTION", ReceptionColumn.values());
        Source.define(constants, "PATH", ReceptionColumn.Path.values());
        Source.define(constants, "FAMILY", Family.values());
        return constants;
    }

    RadioSpec spec() {
        return spec;
    }

    Philox philox() {
        return philox;
    }

    Queue queue() {
        return queue;
    }

    /** Bytes of scratch memory that instances are grouped by. */
    long budget() {
        return processor ? NEAR : FAR;
    }

    /** A kernel of the last of these files, which stand on {@code radio.cl}. */
    Kernel kernel(String name, String... files) {
        return kernel(name, Map.of(), files);
    }

    /** The same with constants of its own. */
    Kernel kernel(String name, Map<String, ?> more, String... files) {
        Map<String, Object> constants = new HashMap<>(CONSTANTS);
        constants.putAll(more);
        constants.put("PROCESSOR", processor ? 1 : 0);
        List<String> all = new ArrayList<>(List.of("radio.cl"));
        all.addAll(List.of(files));
        return queue.kernel(Source.of(Room.class, constants, all.toArray(String[]::new)), name);
    }

    /** Work-items of a group that makes a block: a power of two, which divides it. */
    int group(Kernel kernel) {
        return processor ? 1 : Integer.highestOneBit(Math.min(GROUP, kernel.group()));
    }

    /** These words on the device, under a name. */
    Buffer constant(String name, int[] words) {
        return queue.constant(
                name, (long) Integer.BYTES * words.length, memory -> memory.copyFrom(MemorySegment.ofArray(words)));
    }

    /** The same of floats. */
    Buffer constant(String name, float[] numbers) {
        return queue.constant(
                name, (long) Float.BYTES * numbers.length, memory -> memory.copyFrom(MemorySegment.ofArray(numbers)));
    }
}
