/**
 * Features of received signals: what a receiver without the transmitted signal can measure.
 *
 * <p>Read in this order: {@link io.millrace.radio.feature.Feature}, what they are; {@link io.millrace.radio.feature.WindowSums}, what is
 * summed over a window; {@link io.millrace.radio.feature.WindowFeatures}, what follows; {@link io.millrace.radio.feature.Statistics}
 * over windows; {@link io.millrace.radio.feature.FeatureExtractor}, all of it, for a worker.
 */
package io.millrace.radio.feature;
