/**
 * A small strict JSON, as RFC 8259 defines it and no wider: what plans, shard records and manifests are written in.
 *
 * <p>Read in this order: {@link io.millrace.json.Json}, {@link io.millrace.json.JsonReader},
 * {@link io.millrace.json.JsonWriter}, {@link io.millrace.json.JsonException}.
 */
package io.millrace.json;
