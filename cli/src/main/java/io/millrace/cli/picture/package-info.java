/**
 * Pictures and figures of datasets.
 *
 * <p>{@link io.millrace.cli.picture.Picture} is what a workload's package implements;
 * {@link io.millrace.cli.picture.LinePicture} serves where none does;
 * {@link io.millrace.cli.picture.Panels} puts charts below each other; {@link io.millrace.cli.picture.Summary} has the
 * figures of one field.
 */
package io.millrace.cli.picture;
