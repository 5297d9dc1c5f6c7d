package io.millrace.dataset;

/**
 * Something wrong with a dataset.
 *
 * @param file relative to the dataset, with slashes; empty for the directory itself
 * @param offset where in the file the damaged block starts, or −1 where the file as a whole is meant
 * @param sentence all of it in words
 */
public record Finding(String file, long offset, String sentence) {}
