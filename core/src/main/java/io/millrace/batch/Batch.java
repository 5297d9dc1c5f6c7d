package io.millrace.batch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Instances {@code first … first + count − 1}, one tensor per field: contiguous, row-major, little-endian, native memory.
 * A whole batch's tensors start at multiples of 64 bytes; a {@link #slice}'s are aligned to their elements only.
 *
 * <p><b>Who owns the memory.</b> {@link #allocate}: the batch; {@link #close} frees it. {@link #over}: the caller; the
 * segment must outlive the batch. {@link #slice} and {@link #range}: the batch they were cut from. A batch taken from a
 * pipeline is lent: {@link #close} hands it back. After {@link #close} every accessor throws
 * {@link IllegalStateException}; the tensors of a lent batch must then no longer be read, for they are being refilled.
 *
 * <pre>
 *   segment  |f0[0] f0[1] … f0[capacity−1] pad|f1[0] … f1[capacity−1] pad| …      pad to the next multiple of 64
 * </pre>
 */
public final class Batch implements AutoCloseable {
    /** Every tensor of a whole batch starts at a multiple of this many bytes. */
    public static final int ALIGNMENT = 64;

    private final Schema schema;
    private final int capacity;
    private final MemorySegment[] tensors;
    /** What this is a slice of, from instance {@link #first} of it on; null for a batch of its own. */
    private final Batch whole;

    private final int count;
    private final Runnable onClose;
    private long first;
    private volatile boolean closed;

    private Batch(
            Schema schema,
            int capacity,
            MemorySegment[] tensors,
            Batch whole,
            long first,
            int count,
            Runnable onClose) {
        this.schema = schema;
        this.capacity = capacity;
        this.tensors = tensors;
        this.whole = whole;
        this.first = first;
        this.count = count;
        this.onClose = onClose;
    }

    /**
     * Bytes that a batch of this capacity takes.
     *
     * @throws ArithmeticException if they do not fit a {@code long}
     */
    public static long bytes(Schema schema, int capacity) {
        requirePositive(capacity);
        long sum = 0;
        for (Field field : schema.fields()) {
            sum = Math.addExact(sum, padded(Math.multiplyExact(field.bytes(), (long) capacity)));
        }
        return sum;
    }

    /**
     * A batch over memory of its own, readable from every thread.
     *
     * @throws OutOfMemoryError if there is no room for it
     */
    public static Batch allocate(Schema schema, int capacity) {
        long bytes = bytes(schema, capacity);
        Arena arena = Arena.ofShared();
        try {
            return create(schema, capacity, arena.allocate(bytes, ALIGNMENT), arena::close);
        } catch (Throwable t) {
            arena.close();
            throw t;
        }
    }

    /**
     * A batch over the caller's memory: a mapped file, a pinned buffer, a part of a larger segment.
     *
     * @param memory native, starting at a multiple of {@value #ALIGNMENT}, at least {@link #bytes} long, writable
     * @throws IllegalArgumentException if it is not
     */
    public static Batch over(Schema schema, int capacity, MemorySegment memory) {
        return over(schema, capacity, memory, () -> {});
    }

    /** The same; {@code onClose} runs once, when the batch no longer needs the memory. */
    public static Batch over(Schema schema, int capacity, MemorySegment memory, Runnable onClose) {
        long bytes = bytes(schema, capacity);
        if (!memory.isNative() || memory.isReadOnly()) {
            throw new IllegalArgumentException("a batch needs a native, writable segment: this one is "
                    + (memory.isNative() ? "read-only" : "on the Java heap"));
        }
        if (memory.address() % ALIGNMENT != 0 || memory.byteSize() < bytes) {
            throw new IllegalArgumentException("a batch of " + capacity + " needs " + bytes + " bytes at a multiple of "
                    + ALIGNMENT + ": this segment has " + memory.byteSize() + " at address " + memory.address());
        }
        return create(schema, capacity, memory, onClose);
    }

    private static Batch create(Schema schema, int capacity, MemorySegment memory, Runnable onClose) {
        List<Field> fields = schema.fields();
        MemorySegment[] tensors = new MemorySegment[fields.size()];
        long offset = 0;
        for (int i = 0; i < tensors.length; i++) {
            long size = fields.get(i).bytes() * capacity;
            tensors[i] = memory.asSlice(offset, size);
            offset += padded(size);
        }
        return new Batch(schema, capacity, tensors, null, 0, capacity, onClose);
    }

    /** What the tensors hold. */
    public Schema schema() {
        return schema;
    }

    /** The most instances that fit. */
    public int capacity() {
        return capacity;
    }

    /** The index of the first instance. */
    public long first() {
        return whole == null ? first : whole.first() + first;
    }

    /**
     * Says which instances this batch holds from now on; its slices follow.
     *
     * @throws IllegalStateException for a slice, which has its index from the batch it was cut from
     */
    public void startAt(long first) {
        if (whole != null) {
            throw new IllegalStateException("a slice starts where its batch says");
        }
        this.first = first;
    }

    /** The number of instances. */
    public int count() {
        return count;
    }

    /**
     * The tensor of a field: exactly {@code count × field.bytes()} bytes.
     *
     * @param field its position in the schema
     * @throws IllegalStateException after {@link #close}
     */
    public MemorySegment tensor(int field) {
        if (closed || whole != null && whole.closed) {
            throw new IllegalStateException("this batch is closed: its memory belongs to somebody else now");
        }
        return tensors[field];
    }

    /** The tensor of the field of that name, see {@link #tensor(int)}. */
    public MemorySegment tensor(String field) {
        return tensor(schema.indexOf(field));
    }

    /** The same memory, from instance {@code from} of this batch on; closing the slice changes nothing. */
    public Batch slice(int from, int count) {
        if (from < 0 || count < 0 || from + count > this.count) {
            throw new IndexOutOfBoundsException(
                    "instances " + from + " … " + (from + (long) count) + " of a batch of " + this.count);
        }
        MemorySegment[] cut = cut(from, count);
        return whole == null
                ? new Batch(schema, count, cut, this, from, count, () -> {})
                : new Batch(schema, count, cut, whole, first + from, count, () -> {});
    }

    /** The same memory, holding {@code count} instances from index {@code first} on; {@code onClose} runs once. */
    public Batch range(long first, int count, Runnable onClose) {
        if (count < 0 || count > capacity) {
            throw new IndexOutOfBoundsException(count + " instances in a batch of capacity " + capacity);
        }
        return new Batch(schema, capacity, count == this.count ? tensors : cut(0, count), null, first, count, onClose);
    }

    private MemorySegment[] cut(int from, int count) {
        MemorySegment[] cut = new MemorySegment[tensors.length];
        for (int i = 0; i < cut.length; i++) {
            long bytes = schema.fields().get(i).bytes();
            cut[i] = tensor(i).asSlice(from * bytes, count * bytes);
        }
        return cut;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            onClose.run();
        }
    }

    private static long padded(long bytes) {
        return Math.addExact(bytes, ALIGNMENT - 1L) & -ALIGNMENT;
    }

    private static void requirePositive(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a batch holds 1 instance or more, not " + capacity);
        }
    }
}
