/**
 * The grid encoder: frames of fields become latents of L tokens and D numbers each, by SIMD kernels, from weights that a seed or a file gives.
 *
 * <p>Read in this order: {@link io.millrace.latent.grid.GridShape}, what goes in and comes out; {@link io.millrace.latent.grid.GridWeights}, the tensors and
 * their names; {@link io.millrace.latent.grid.GridTables}, the definition of every bit; {@link io.millrace.latent.grid.GridEncoder}, which does it;
 * {@link io.millrace.latent.grid.SafetensorsReader}, how weights are read.
 */
package io.millrace.latent.grid;
