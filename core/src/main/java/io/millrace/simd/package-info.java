/**
 * The vector species, chosen once per process, and why others were refused.
 *
 * <p>Read {@link io.millrace.simd.Simd} first: it never touches the vector module, so it answers on any JVM.
 * {@link io.millrace.simd.Species} holds the species themselves and may be loaded only where
 * {@link io.millrace.simd.Simd#present()} is true.
 */
package io.millrace.simd;
