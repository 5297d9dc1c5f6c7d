/** What the command knows of trajectories: their picture. */
package io.millrace.cli.pde;
