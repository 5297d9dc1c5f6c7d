package io.millrace.pde.volume;

/**
 * u_t + (u²/2)_x = κ u_xx on periodic cells, of second order where u is smooth, without new extrema at shocks: van Leer's slopes (<i>J. Comput. Phys.</i> 32, 1979), Godunov's flux,
 * central diffusion, three stages of Shu and Osher's third-order Runge–Kutta method (<i>J. Comput. Phys.</i> 77, 1988):
 *
 * <pre>
 * a = u + hF(u)    b = ¾u + ¼(a + hF(a))    u ← ⅓u + ⅔(b + hF(b))
 * </pre>
 *
 * <p>Stable while h(max|u|/Δx + 2κ/Δx²) ≤ 1; accurate by half of that. One thread's. Class: reproducible.
 */
public final class Muscl {
    private final FluxKernel kernel;
    private final int cells;
    private final double[] u;
    private final double[] stage;
    private final double[] other;
    private final double[] half;
    private final double[] flux;
    private double ratio;
    private double gradient;

    private Muscl(int cells, FluxKernel kernel) {
        if (cells < FluxKernel.GHOSTS / 2) {
            throw new IllegalArgumentException(cells + " cells: allowed are " + FluxKernel.GHOSTS / 2 + " or more");
        }
        this.cells = cells;
        this.kernel = kernel;
        int length = cells + 2 * FluxKernel.GHOSTS;
        u = new double[length];
        stage = new double[length];
        other = new double[length];
        half = new double[length];
        flux = new double[length];
    }

    /** The reference. */
    public static Muscl scalar(int cells) {
        return new Muscl(cells, new FluxScalar());
    }

    /** Over lanes. */
    public static Muscl vector(int cells) {
        return new Muscl(cells, new FluxVector());
    }

    /** Gives it κ, the width of a cell and the step. */
    public void equation(double diffusion, double width, double step) {
        ratio = step / width;
        gradient = diffusion / width;
    }

    /** The step over the width of a cell. */
    public double ratio() {
        return ratio;
    }

    /** κ over the width of a cell. */
    public double gradient() {
        return gradient;
    }

    /** Begins with these means of cells. */
    public void begin(double[] means) {
        System.arraycopy(means, 0, u, FluxKernel.GHOSTS, cells);
    }

    /** The means now. */
    public void fields(double[] means) {
        System.arraycopy(u, FluxKernel.GHOSTS, means, 0, cells);
    }

    /** A step. */
    public void step() {
        stage(u, 0, stage);
        stage(stage, 0.75, other);
        stage(other, 1.0 / 3, u);
    }

    private void stage(double[] from, double keep, double[] to) {
        for (int g = 1; g <= 2; g++) {
            from[FluxKernel.GHOSTS - g] = from[FluxKernel.GHOSTS + cells - g];
            from[FluxKernel.GHOSTS + cells + g - 1] = from[FluxKernel.GHOSTS + g - 1];
        }
        kernel.fluxes(from, half, gradient, cells, flux);
        kernel.advance(u, keep, from, ratio, flux, cells, to);
    }
}
