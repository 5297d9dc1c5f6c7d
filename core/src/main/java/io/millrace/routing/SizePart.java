package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.lang.foreign.MemorySegment;

/** The number of customers, and the mask where it is drawn. */
final class SizePart implements Part {
    private final CvrpSpec spec;
    private final RandomStream stream;
    private MemorySegment customers;
    private MemorySegment mask;

    SizePart(CvrpSpec spec, Philox philox) {
        this.spec = spec;
        this.stream = new RandomStream(philox);
    }

    @Override
    public void bind(Batch batch) {
        if (spec.padded()) {
            customers = batch.tensor("customers");
            mask = batch.tensor("mask");
        }
    }

    @Override
    public void make(Instance instance, int number) {
        instance.customers = spec.customers().least();
        if (spec.padded()) {
            int sizes = spec.customers().most() - spec.customers().least() + 1;
            instance.customers += stream.at(instance.index, 0, Streams.SIZE).below(0, sizes);
            customers.setAtIndex(Elements.I4, instance.row, instance.customers);
            int width = spec.nodes();
            for (int i = 0; i < width; i++) {
                mask.set(
                        Elements.U1,
                        (long) instance.row * width + i,
                        (byte) (i < spec.nodes(instance.customers) ? 1 : 0));
            }
        }
        instance.nodes = spec.nodes(instance.customers);
    }
}
