package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.batch.Rows;
import io.millrace.random.Philox;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** The fields {@code coords} and {@code coords_x8}. */
final class CoordinatePart implements Part {
    private static final int SYMMETRIES = 8;

    private final CvrpSpec spec;
    private final CoordinateLaw law;
    private final Rows rows;
    private final float[] image;
    private MemorySegment coords;
    private MemorySegment images;

    private CoordinatePart(CvrpSpec spec, CoordinateLaw law, Rows rows) {
        this.spec = spec;
        this.law = law;
        this.rows = rows;
        this.image = new float[2 * spec.nodes() + Rows.SLACK];
    }

    static CoordinatePart of(CvrpSpec spec, Philox philox, CvrpKernels kernels, int chunk) {
        CoordinateLaw law = switch (spec.coordinates().kind()) {
            case UNIFORM -> new UniformLaw(kernels.draws(), spec.nodes(), chunk);
            case CLUSTER, MIXED, MIX_DISTRIBUTION -> new ClusterLaw(spec, philox, kernels.draws(), chunk);
            case GAUSSIAN_MIXTURE, GAUSSIAN_11_MIX -> new MixtureLaw(spec, philox, kernels.draws(), chunk);
            case UCHOA_X, XML100 -> new UchoaLaw(spec, philox, chunk);
        };
        return new CoordinatePart(spec, law, kernels.rows());
    }

    @Override
    public void bind(Batch batch) {
        coords = batch.tensor("coords");
        if (spec.augmentation() == SYMMETRIES) {
            images = batch.tensor("coords_x8");
        }
    }

    @Override
    public void make(Instance[] chunk, int count) {
        law.place(chunk, count);
        if (spec.padded()) {
            clearPadding(chunk, count);
        }
        int width = 2 * spec.nodes();
        int at = chunk[0].at;
        int stride = count > 1 ? chunk[1].at - at : width;
        rows.floats(chunk[0].xy, at, stride, width, count, coords, (long) chunk[0].row * width);
        if (images != null) {
            for (int number = 0; number < count; number++) {
                storeImages(chunk[number], width);
            }
        }
    }

    private void clearPadding(Instance[] chunk, int count) {
        for (int number = 0; number < count; number++) {
            Instance instance = chunk[number];
            Arrays.fill(instance.xy, instance.at + 2 * instance.nodes, instance.at + 2 * spec.nodes(), 0f);
        }
    }

    private void storeImages(Instance instance, int width) {
        for (int symmetry = 0; symmetry < SYMMETRIES; symmetry++) {
            reflect(instance, symmetry);
            rows.floats(image, 0, width, images, ((long) instance.row * SYMMETRIES + symmetry) * width);
        }
    }

    /** Kwon et al. 2020 (POMO), table 1: bit 0 mirrors the first coordinate, bit 1 the second, bit 2 swaps the inputs. */
    private void reflect(Instance instance, int symmetry) {
        float side = spec.coordinates().extent();
        for (int i = 0; i < instance.nodes; i++) {
            float x = instance.xy[instance.at + 2 * i];
            float y = instance.xy[instance.at + 2 * i + 1];
            float first = symmetry < 4 ? x : y;
            float second = symmetry < 4 ? y : x;
            image[2 * i] = (symmetry & 1) == 0 ? first : side - first;
            image[2 * i + 1] = (symmetry & 2) == 0 ? second : side - second;
        }
        Arrays.fill(image, 2 * instance.nodes, 2 * spec.nodes(), 0f);
    }
}
