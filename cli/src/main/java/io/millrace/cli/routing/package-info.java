/** What the command knows of routing alone: its exports and its picture. */
package io.millrace.cli.routing;
