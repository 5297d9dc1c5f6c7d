/** zstd for the cold tier of datasets, through zstd-jni: {@link io.millrace.zstd.ZstdCodec}. */
package io.millrace.zstd;
