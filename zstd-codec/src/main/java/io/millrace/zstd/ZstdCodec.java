package io.millrace.zstd;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import io.millrace.dataset.ColdCodec;
import io.millrace.dataset.DatasetException;
import java.nio.ByteBuffer;

/** zstd at level {@value #LEVEL}, with content size and checksum in each frame. */
public final class ZstdCodec implements ColdCodec {
    private static final int LEVEL = 3;

    /** For {@link java.util.ServiceLoader}. */
    public ZstdCodec() {}

    @Override
    public long bound(int bytes) {
        return Zstd.compressBound(bytes);
    }

    @Override
    public void compress(ByteBuffer from, ByteBuffer to) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.setLevel(LEVEL).setChecksum(true).setContentSize(true);
            int length = context.compressDirectByteBuffer(
                    to, to.position(), to.remaining(), from, from.position(), from.remaining());
            to.position(to.position() + length);
        }
    }

    @Override
    public void decompress(ByteBuffer from, ByteBuffer to) throws DatasetException {
        try {
            long length = Zstd.decompressDirectByteBuffer(
                    to, to.position(), to.remaining(), from, from.position(), from.remaining());
            if (Zstd.isError(length)) {
                throw new DatasetException("a frame is damaged: " + Zstd.getErrorName(length));
            }
            to.position(to.position() + (int) length);
        } catch (ZstdException e) {
            throw new DatasetException("a frame is damaged: " + e.getMessage(), e);
        }
    }
}
