/**
 * Elementary functions whose bits are the same everywhere: scalar and vector, any vector width, interpreted or
 * compiled.
 *
 * <p>Each function is a fixed sequence of {@code + − × ÷ sqrt fma}, comparisons, integer operations and reinterpreted
 * bits (class <em>reproducible</em>): nothing here calls {@code Math.sin} or a vector library. Twins go by their
 * stem: {@code Log} is scalar and holds the constants and the formula, {@code LogVector} does the same per lane. NaN
 * in gives the canonical NaN; subnormals are kept.
 *
 * <table>
 * <caption>Worst errors found, in units of the last place</caption>
 * <thead>
 * <tr><th>function</th><th>argument</th><th>float</th><th>double</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>{@link io.millrace.math.Exp exp}</td><td>all</td><td>0.88</td><td>0.83</td></tr>
 * <tr><td>{@link io.millrace.math.Exp exp2}</td><td>all</td><td></td><td>0.84</td></tr>
 * <tr><td>{@link io.millrace.math.Log log}</td><td>all</td><td>0.86</td><td>0.82</td></tr>
 * <tr><td>{@link io.millrace.math.Trig sin}</td><td>all; fast to 2^17, 2^31</td><td>0.79</td><td>0.77</td></tr>
 * <tr><td>{@link io.millrace.math.Trig cos}</td><td>as sin</td><td>0.79</td><td>0.77</td></tr>
 * <tr><td>{@link io.millrace.math.Turns sin}, of turns</td><td>word, 32 or 64 bits</td><td>0.84</td><td>0.77</td></tr>
 * <tr><td>{@link io.millrace.math.Turns cos}, of turns</td><td>word, 32 or 64 bits</td><td>0.84</td><td>0.80</td></tr>
 * <tr><td>{@link io.millrace.math.Turns sinOf, cosOf}</td><td>turns to 2^50</td><td></td><td>2.3e-16 absolute</td></tr>
 * <tr><td>{@link io.millrace.math.InverseTrig asin}</td><td>[−1, 1]</td><td></td><td>1.1</td></tr>
 * <tr><td>{@link io.millrace.math.InverseTrig acos}</td><td>[−1, 1]</td><td></td><td>1.1</td></tr>
 * <tr><td>{@link io.millrace.math.InverseTrig atan}</td><td>all</td><td></td><td>1.5</td></tr>
 * <tr><td>{@link io.millrace.math.InverseTrig atan2}</td><td>all pairs</td><td></td><td>1.5</td></tr>
 * <tr><td>{@link io.millrace.math.Normal normal} pair</td><td>two words</td><td>radius 0.98</td><td></td></tr>
 * </tbody>
 * </table>
 *
 * <p>The range of fast reduction is given for float and double. Float errors are of all arguments, double errors of
 * random and hard ones (multiples of π/2, edges, subnormals). Where a polynomial's source is not named it was fitted
 * for this package, as a minimax in the relative error of the whole function.
 *
 * <p>Inlining: a vector that crosses a call which C2 did not inline is allocated, twenty times slower. C2 inlines no
 * method above 325 bytes of bytecode and no ordinary one once a compilation has 18,000 nodes, some sixty vector
 * operations. So call one of these functions per loop, early in it, and stage values through arrays within the
 * first-level cache; sine and cosine together are {@code TrigVector.sinCos} and {@code TurnsVector.polar}, normals
 * are {@code NormalVector.pairs}. With one lane or two (64 bits; doubles at 128) the vectors are right but slower
 * than the scalars.
 *
 * <p>{@link io.millrace.math.PhasorKernel} and {@link io.millrace.math.GaussKernel} make points of the unit circle and normal numbers by the array, at
 * half the price: their errors are absolute, and stand with them.
 *
 * <p>Read {@link io.millrace.math.Exp} and {@link io.millrace.math.ExpVector} first: they show the pattern. The
 * package's vector classes load the vector module and may be used only where {@link io.millrace.simd.Simd#present()}
 * is true.
 */
package io.millrace.math;
