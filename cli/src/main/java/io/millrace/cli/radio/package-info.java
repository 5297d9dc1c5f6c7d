/**
 * What the command knows of radio signals: the export as SigMF, and the picture of an instance.
 *
 * <p>{@link io.millrace.cli.radio.SigmfExport} and {@link io.millrace.cli.radio.RadioPicture} read an instance by way of
 * {@code RadioInstance}; {@code SigmfMetadata} has the names of SigMF and of its extension
 * <a href="https://github.com/sigmf/SigMF">namespace</a> {@code millrace}, which {@code docs/millrace.sigmf-ext.md} defines.
 */
package io.millrace.cli.radio;
