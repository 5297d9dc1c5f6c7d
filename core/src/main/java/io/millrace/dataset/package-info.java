/** Datasets in directories. */
package io.millrace.dataset;
