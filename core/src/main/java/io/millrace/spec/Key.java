package io.millrace.spec;

/**
 * One key of a workload's specs: a record component's name in kebab-case.
 *
 * @param name as written in YAML and on the command line
 * @param byDefault the value where the key is not given
 * @param unit the unit, or empty
 * @param allowed the range or the choices
 * @param meaning one line
 */
public record Key(String name, String byDefault, String unit, String allowed, String meaning) {}
