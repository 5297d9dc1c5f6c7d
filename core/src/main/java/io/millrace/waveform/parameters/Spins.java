package io.millrace.waveform.parameters;

import static io.millrace.waveform.parameters.Parameter.IOTA;
import static io.millrace.waveform.parameters.Parameter.MASS_1;
import static io.millrace.waveform.parameters.Parameter.MASS_2;
import static io.millrace.waveform.parameters.Parameter.PHASE;
import static io.millrace.waveform.parameters.Parameter.SPIN_1X;
import static io.millrace.waveform.parameters.Parameter.SPIN_1Y;
import static io.millrace.waveform.parameters.Parameter.SPIN_1Z;
import static io.millrace.waveform.parameters.Parameter.SPIN_2X;
import static io.millrace.waveform.parameters.Parameter.SPIN_2Y;
import static io.millrace.waveform.parameters.Parameter.SPIN_2Z;

import io.millrace.math.InverseTrig;
import io.millrace.math.Trig;

/**
 * From magnitudes, tilts and azimuths about the total angular momentum J to Cartesian spins and the inclination at the
 * reference frequency, in the conventions of LALSimulation's {@code SimInspiralTransformPrecessingNewInitialConditions}.
 *
 * <p>Frame A: the orbital angular momentum L along z, spin 1 at azimuth 0, spin 2 at azimuth φ₁₂. In units of solar masses,
 * v = (π·M·f_ref)^(1/3), L = m₁m₂/v·(1 + (3/2 + η/6)·v²) (Kidder 1995, equation 2.9), S_k = m_k²·a_k, and J = L + S₁ + S₂ has
 * the polar angle θ₀ and the azimuth φ₀. Frame J: J along z, the line of sight N = (0, sin θ_JN, cos θ_JN), and L at the
 * azimuth φ_JL. So in A, turned by φ₀, N has the components
 *
 * <pre>
 * N_u = cos θ_JN·sin θ₀ − sin θ_JN·sin φ_JL·cos θ₀
 * N_w = −sin θ_JN·cos φ_JL
 * N_z = cos θ_JN·cos θ₀ + sin θ_JN·sin φ_JL·sin θ₀ = cos ι
 * </pre>
 *
 * and turning about L until N lies at π/2 − φ_ref, as it does in the frame whose x axis points from body 2 to body 1, leaves
 * spin 1 at the azimuth π/2 − φ_ref − φ₀ − atan2(N_w, N_u).
 */
final class Spins {
    private Spins() {}

    /** What a spin's two angles make of it. */
    private record Body(double magnitude, double inPlane, double along) {
        static Body of(double magnitude, double tilt) {
            return new Body(magnitude, magnitude * Trig.sin(tilt), magnitude * Trig.cos(tilt));
        }
    }

    private static boolean aligned(double magnitude, double tilt) {
        // the sine of the double nearest to π is not 0
        return magnitude == 0 || tilt == 0 || tilt == Math.PI;
    }

    /**
     * Sets the spins and iota of a point that has its masses and its phase. Where both spins are aligned, iota is θ_JN.
     *
     * @param values by {@link Quantity#ordinal}: a_1, a_2, tilt_1, tilt_2, phi_12, phi_jl, theta_jn; an aligned spin is given
     *     by the magnitude's sign
     * @param referenceFrequency f_ref in Hz, &gt; 0
     */
    static void precessing(double[] values, double referenceFrequency, Point point) {
        double tilt1 = values[Quantity.TILT_1.ordinal()];
        double tilt2 = values[Quantity.TILT_2.ordinal()];
        double thetaJn = values[Quantity.THETA_JN.ordinal()];
        Body one = Body.of(values[Quantity.A_1.ordinal()], tilt1);
        Body two = Body.of(values[Quantity.A_2.ordinal()], tilt2);
        point.set(SPIN_1Z, one.along);
        point.set(SPIN_2Z, two.along);
        if (aligned(one.magnitude, tilt1) && aligned(two.magnitude, tilt2)) {
            point.set(SPIN_1X, 0);
            point.set(SPIN_1Y, 0);
            point.set(SPIN_2X, 0);
            point.set(SPIN_2Y, 0);
            point.set(IOTA, thetaJn);
            return;
        }
        double phi12 = values[Quantity.PHI_12.ordinal()];
        double m1 = point.get(MASS_1);
        double m2 = point.get(MASS_2);
        double spin1 = m1 * m1 * one.inPlane;
        double spin2 = m2 * m2 * two.inPlane;
        double jx = Math.fma(spin2, Trig.cos(phi12), spin1);
        double jy = spin2 * Trig.sin(phi12);
        double jz = orbital(m1, m2, referenceFrequency) + m1 * m1 * one.along + m2 * m2 * two.along;
        double across = Math.sqrt(Math.fma(jx, jx, jy * jy));
        double size = Math.sqrt(Math.fma(jz, jz, across * across));
        double sin0 = across / size;
        double cos0 = jz / size;

        double phiJl = values[Quantity.PHI_JL.ordinal()];
        double sinJn = Trig.sin(thetaJn);
        double cosJn = Trig.cos(thetaJn);
        double up = sinJn * Trig.sin(phiJl);
        double nu = Math.fma(cosJn, sin0, -up * cos0);
        double nw = -sinJn * Trig.cos(phiJl);
        double nz = Math.fma(cosJn, cos0, up * sin0);
        point.set(IOTA, InverseTrig.atan2(Math.sqrt(Math.fma(nu, nu, nw * nw)), nz));

        double azimuth = Math.PI / 2 - point.get(PHASE) - InverseTrig.atan2(jy, jx) - InverseTrig.atan2(nw, nu);
        point.set(SPIN_1X, one.inPlane * Trig.cos(azimuth));
        point.set(SPIN_1Y, one.inPlane * Trig.sin(azimuth));
        point.set(SPIN_2X, two.inPlane * Trig.cos(azimuth + phi12));
        point.set(SPIN_2Y, two.inPlane * Trig.sin(azimuth + phi12));
    }

    /** |L| to 1PN, in squared solar masses. */
    private static double orbital(double m1, double m2, double referenceFrequency) {
        double total = m1 + m2;
        double eta = m1 / total * (m2 / total);
        double v = StrictMath.cbrt(Math.PI * total * Units.SUN_SECONDS * referenceFrequency);
        return m1 * m2 / v * Math.fma(v * v, 1.5 + eta / 6, 1);
    }

    /** The magnitude of a body's spin. */
    static double magnitude(Point point, Parameter x, Parameter y, Parameter z) {
        double sx = point.get(x);
        double sy = point.get(y);
        double sz = point.get(z);
        return Math.sqrt(Math.fma(sx, sx, Math.fma(sy, sy, sz * sz)));
    }

    /** The magnitude of spin 1. */
    static double first(Point point) {
        return magnitude(point, SPIN_1X, SPIN_1Y, SPIN_1Z);
    }

    /** The magnitude of spin 2. */
    static double second(Point point) {
        return magnitude(point, SPIN_2X, SPIN_2Y, SPIN_2Z);
    }
}
