/**
 * What to generate: immutable specs and the keys they are written with.
 *
 * <p>Read in this order: {@link io.millrace.spec.Spec}, {@link io.millrace.spec.Key},
 * {@link io.millrace.spec.SpecException}.
 */
package io.millrace.spec;
