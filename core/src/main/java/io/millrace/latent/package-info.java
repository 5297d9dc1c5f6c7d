/**
 * The workload {@code latent}: the cache of trajectories' latents. An instance is a trajectory of {@code pde}, encoded frame by frame; its fields are made on the worker that
 * encodes them and never leave memory. So a cache is a dataset like any other: continued, verified and repaired from its plan, which holds the encoder's weights, too.
 *
 * <p>Read in this order: {@link io.millrace.latent.LatentSpec}, {@link io.millrace.latent.LatentGenerator}, {@link io.millrace.latent.Encoder}; then inside
 * {@code TaskWorker}, {@code Halves}.
 */
package io.millrace.latent;
