/**
 * The grid encoder of {@link io.millrace.latent.grid} on a device: {@link io.millrace.opencl.latent.GridOpenCl} turns frames of fields that are there already into latents
 * that stay there.
 */
package io.millrace.opencl.latent;
