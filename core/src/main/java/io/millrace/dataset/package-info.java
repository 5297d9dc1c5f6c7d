/**
 * Datasets: directories of NumPy arrays that are made from a plan, any part of which can be made again from it.
 *
 * <pre>
 * cvrp100/
 *   plan.json                   first: workload, spec, seed, range, shard size, fields, constants, versions
 *   constants/axis.npy …        arrays that all instances share; absent if there are none
 *   000000/shard.json           length and checksums of each file of the shard, sums of its counters
 *   000000/coords.npy …         one array per field, its first extent the instances of the shard
 *   000001/ …
 *   manifest.json               last, from plan and shards alone: a finished dataset has one
 * </pre>
 *
 * <p><b>Arrays</b> are {@code .npy} files, version 1.0, whose heads are padded so that the payload starts at byte 4096:
 * {@code np.load(file, mmap_mode="c")} reads them, and so does a mapping.
 *
 * <p><b>Checksums</b> are CRC32C (RFC 3720, section 12.1), in eight lower-case hexadecimal digits. An array has one for
 * each block of 4 MiB, counted from the start of the file. Each JSON file has one of itself: its last 27 bytes are always
 * <code>␣␣"checksum":␣"0123abcd"⏎&#125;⏎</code> (␣ a space, ⏎ a line feed), and the digits are the checksum of every byte before these. A shard's record
 * holds the checksum of its plan, the manifest those of all records, so the manifest's own stands for the whole dataset.
 *
 * <p><b>Commits.</b> A shard is written in {@code .000000.partial/}: files, force, {@code shard.json}, force, then the
 * directory is renamed and its parent forced. Constants likewise. Plan and manifest: temporary file, force, atomic
 * rename, force of the directory. So whatever has its name is whole, and an interrupted run leaves finished shards and
 * dotted names, which the next run removes. A failed force deletes the shard, for nobody knows what reached the disk.
 * While a run writes, it holds a lock on {@code .lock}, which it deletes at its end.
 *
 * <p><b>Splits.</b> A directory with {@code splits.json} has a dataset for each of its parts, and nothing else; see {@link io.millrace.dataset.Splits}.
 *
 * <p><b>The cold tier.</b> In the place of {@code latent.npy} there may be {@code latent.npy.zst}, compressed, an instance a frame; records speak of its content. See
 * {@link io.millrace.dataset.ColdTier}.
 *
 * <p><b>Nothing</b> in a dataset tells workers, batches, backend, time or machine: equal plans give equal directories,
 * byte for byte, in however many runs.
 *
 * <p>Read in this order: {@link io.millrace.dataset.Plan}, {@link io.millrace.dataset.DatasetWriter},
 * {@link io.millrace.dataset.Dataset}, {@link io.millrace.dataset.DatasetVerifier},
 * {@link io.millrace.dataset.DatasetRepair}, {@link io.millrace.dataset.Npy}; then inside {@code Layout},
 * {@code ShardWriting}, {@code OpenShard}, {@code CrcCombine}.
 */
package io.millrace.dataset;
