/**
 * Counter-based random numbers: any value of any instance is reached directly, in any order, by any backend.
 *
 * <p>Philox4x32-10 (Salmon, Moraes, Dror, Shaw, <i>Parallel random numbers: as easy as 1, 2, 3</i>, SC'11). Key: the seed
 * mixed with the workload's name. Counter: {@code (block, attempt·2¹⁶ + stream, index low, index high)}. A stream is the
 * sequence of 32-bit words of blocks 0, 1, 2, …, four a block; on it
 *
 * <table class="striped">
 * <caption>positions on a stream</caption>
 * <tr><th>value</th><td>words</td><td>definition</td></tr>
 * <tr><th>uniform float k</th><td>k</td><td>(w ≫ 8)·2⁻²⁴ ∈ [0, 1)</td></tr>
 * <tr><th>uniform double k</th><td>2k, 2k+1</td><td>(x ≫ 11)·2⁻⁵³ ∈ [0, 1), x = w₂ₖ + 2³²·w₂ₖ₊₁</td></tr>
 * <tr><th>integer k below b</th><td>2k, 2k+1</td><td>⌊x·b·2⁻⁶⁴⌋, bias below 2⁻³²</td></tr>
 * <tr><th>normal doubles 2k, 2k+1</th><td>4k … 4k+3</td><td>the same of two 64-bit x</td></tr>
 * <tr><th>normal floats 2k, 2k+1</th><td>2k, 2k+1</td><td>Box–Muller</td></tr>
 * </table>
 *
 * <p>Read in this order: {@link io.millrace.random.Philox}, {@link io.millrace.random.RandomStream} (one value at a time),
 * {@link io.millrace.random.Draws} (many at a time, scalar or over lanes).
 */
package io.millrace.random;
