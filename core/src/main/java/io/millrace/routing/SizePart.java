package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.batch.Elements;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.lang.foreign.MemorySegment;

/** The number of customers where it is drawn, and the mask. Class: exact. */
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
        customers = batch.tensor("customers");
        mask = batch.tensor("mask");
    }

    @Override
    public void make(Instance[] chunk, int count) {
        for (int number = 0; number < count; number++) {
            draw(chunk[number]);
        }
    }

    private void draw(Instance instance) {
        int sizes = spec.customers().most() - spec.customers().least() + 1;
        instance.customers = spec.customers().least()
                + stream.at(instance.index, 0, Streams.SIZE).below(0, sizes);
        instance.nodes = spec.nodes(instance.customers);
        customers.setAtIndex(Elements.I4, instance.row, instance.customers);
        int width = spec.nodes();
        for (int i = 0; i < width; i++) {
            mask.set(Elements.U1, (long) instance.row * width + i, (byte) (i < instance.nodes ? 1 : 0));
        }
    }
}
