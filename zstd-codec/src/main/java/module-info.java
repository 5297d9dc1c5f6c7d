/** The cold tier of datasets. */
module io.millrace.zstd {
    requires transitive io.millrace.core;
    requires com.github.luben.zstd_jni;

    exports io.millrace.zstd;

    provides io.millrace.dataset.ColdCodec with
            io.millrace.zstd.ZstdCodec;
}
