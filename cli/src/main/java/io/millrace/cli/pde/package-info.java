/** What the command knows of trajectories: their picture, their export. */
package io.millrace.cli.pde;
