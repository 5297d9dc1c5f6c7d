/**
 * What the command knows of causal models: the picture of an instance, and the export for AVICI.
 *
 * <p>{@link io.millrace.cli.causal.AviciExport} writes and {@link io.millrace.cli.causal.CausalPicture} draws what {@code CausalInstance}
 * reads. Of the picture {@code Shown} chooses world and nodes; {@code Dag} is the graph, {@code Layers} its places, {@code GraphDrawing} and
 * {@code MatrixDrawing} draw it, in the colours of {@code Roles} and {@code EdgeStyle}; {@code Scatter} draws samples.
 */
package io.millrace.cli.causal;
