/**
 * The {@code millrace} command: one file for each of its commands, and the little that they share.
 *
 * <p>Read {@link io.millrace.cli.Main} and {@code Millrace} first, then any {@code …Command}: they all have one shape.
 * A command gets a {@code Console}, so that a test can hold it; it throws what went wrong, and {@code Complaint} makes a
 * sentence of it.
 */
package io.millrace.cli;
