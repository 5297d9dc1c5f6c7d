/**
 * Formats that datasets are exported to, instance by instance, so that the heap does not grow with the dataset.
 *
 * <p>Read in this order: {@link io.millrace.cli.export.ExportFormat}, {@link io.millrace.cli.export.Instances},
 * {@link io.millrace.cli.export.Staging}, {@link io.millrace.cli.export.Safetensors}. What belongs to one workload is in
 * that workload's package beside this one.
 */
package io.millrace.cli.export;
