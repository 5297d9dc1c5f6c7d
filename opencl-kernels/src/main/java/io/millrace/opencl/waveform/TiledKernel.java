package io.millrace.opencl.waveform;

import io.millrace.batch.DType;
import io.millrace.opencl.device.Device;
import io.millrace.opencl.device.Kernel;
import io.millrace.opencl.device.Queue;
import io.millrace.opencl.device.Source;
import io.millrace.waveform.GridColumn;
import io.millrace.waveform.SignalColumn;
import io.millrace.waveform.WaveformSpec;
import java.util.HashMap;
import java.util.Map;

/** A kernel over the bins of instances: one work-group for each tile of a row, see {@code tile.cl}. */
final class TiledKernel {
    /** Bins of a tile at most: the four columns that {@code strain.cl} needs of it are 24 KiB of the 32 that every device has. */
    private static final int TILE = 768;

    /** Work-items of a group on a GPU: three rounds of them are a tile. */
    private static final int GROUP = 256;
    /** Groups are so many times this many items. */
    private static final int WARP = 32;

    private final int bins;
    private final int tiles;
    private final int width;
    private final int group;
    private final Kernel kernel;

    /** The kernel of that name, in its file. */
    TiledKernel(String name, WaveformSpec spec, Queue queue) {
        boolean processor = queue.context().device().type() == Device.Type.CPU;
        Map<String, Integer> constants = constants();
        constants.put("PROCESSOR", processor ? 1 : 0);
        constants.put("SINGLE", spec.dtype() == DType.C8 ? 1 : 0);
        Source source = Source.of(TiledKernel.class, constants, "tile.cl", "phase.cl", "amplitude.cl", name + ".cl");
        bins = spec.domain().bins();
        width = Math.ceilDiv(bins, Math.ceilDiv(bins, TILE));
        tiles = Math.ceilDiv(bins, width);
        kernel = queue.kernel(source, name);
        int most = Math.min(GROUP, kernel.group());
        group = processor ? 1 : Math.min(most, Math.ceilDiv(width, WARP) * WARP);
    }

    private static Map<String, Integer> constants() {
        Map<String, Integer> constants = new HashMap<>();
        for (SignalColumn column : SignalColumn.values()) {
            constants.put("SIGNAL_" + column.name(), column.at());
        }
        constants.put("SIGNAL_ANTENNA_WIDTH", SignalColumn.ANTENNA.width());
        constants.put("SIGNAL_ROW", SignalColumn.ROW);
        Source.define(constants, "GRID", GridColumn.values());
        constants.put("TILE", TILE);
        return constants;
    }

    /** The kernel with the arguments of its tiles set; those that are its own come next. */
    Kernel args() {
        return kernel.arg(tiles).arg(width).arg(bins);
    }

    /** Enqueues it for so many instances, with the arguments that were set. */
    void run(int count) {
        kernel.runGroups((long) count * tiles, group);
    }
}
