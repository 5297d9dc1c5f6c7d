/**
 * Encoders of the latent cache from ONNX models, through ONNX Runtime's Java API. {@link io.millrace.onnx.OnnxEncoders} opens them, {@code OnnxEncoder} is one: the owner of a
 * session, which encodes one batch at a time, in the memory where the batch is.
 *
 * <p>What they compute is ONNX Runtime's, and labelled so: its bits depend on version, processor and device.
 */
package io.millrace.onnx;
