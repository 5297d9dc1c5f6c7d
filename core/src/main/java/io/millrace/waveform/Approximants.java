package io.millrace.waveform;

import io.millrace.spec.Nearest;
import io.millrace.spec.SpecException;
import java.util.List;

/** The names of waveform models: those that have kernels here, and those that LALSimulation knows. */
public final class Approximants {
    /** Those with kernels of Millrace's own. */
    public static final List<String> OWN = List.of("IMRPhenomD", "TaylorF2");

    /** Those of LALSimulation 6.2 that make waveforms from parameters alone: a closed list, so that a name means one thing. */
    private static final List<String> KNOWN =
            List.of(("TaylorT1 TaylorT2 TaylorT3 TaylorT4 TaylorEt TaylorF2 TaylorF2Ecc TaylorF2NLTides "
                            + "TaylorF2RedSpin TaylorF2RedSpinTidal TaylorR2F4 EccentricFD EccentricTD SpinTaylorF2 "
                            + "SpinTaylorT1 SpinTaylorT4 SpinTaylorT5 SpinTaylorT4Fourier SpinTaylorT5Fourier "
                            + "SpinDominatedWf PhenSpinTaylor PhenSpinTaylorRD HGimri EOBNRv2 EOBNRv2HM EOBNRv2_ROM "
                            + "EOBNRv2HM_ROM TEOBResum_ROM TEOBResumS SEOBNRv1 SEOBNRv1_ROM_EffectiveSpin "
                            + "SEOBNRv1_ROM_DoubleSpin SEOBNRv2 SEOBNRv2_opt SEOBNRv2T SEOBNRv2_ROM_EffectiveSpin "
                            + "SEOBNRv2_ROM_DoubleSpin SEOBNRv2_ROM_DoubleSpin_HI Lackey_Tidal_2013_SEOBNRv2_ROM SEOBNRv3 "
                            + "SEOBNRv3_opt SEOBNRv3_opt_rk4 SEOBNRv3_pert SEOBNRv4 SEOBNRv4_opt SEOBNRv4P SEOBNRv4PHM "
                            + "SEOBNRv4T SEOBNRv4T_surrogate SEOBNRv4HM SEOBNRv4HM_PA pSEOBNRv4HM_PA SEOBNRv4_ROM "
                            + "SEOBNRv4HM_ROM SEOBNRv4_ROM_NRTidal SEOBNRv4_ROM_NRTidalv2 SEOBNRv4_ROM_NRTidalv2_NSBH "
                            + "SEOBNRv5_ROM SEOBNRv5HM_ROM SEOBNRv5_ROM_NRTidalv3 IMRPhenomA IMRPhenomB IMRPhenomC "
                            + "IMRPhenomD IMRPhenomD_NRTidal IMRPhenomD_NRTidalv2 IMRPhenomNSBH IMRPhenomHM IMRPhenomP "
                            + "IMRPhenomPv2 IMRPhenomPv2_NRTidal IMRPhenomPv2_NRTidalv2 IMRPhenomPv3 IMRPhenomPv3HM "
                            + "IMRPhenomXAS IMRPhenomXAS_NRTidalv2 IMRPhenomXAS_NRTidalv3 IMRPhenomXHM IMRPhenomXP "
                            + "IMRPhenomXP_NRTidalv2 IMRPhenomXP_NRTidalv3 IMRPhenomXPHM IMRPhenomXPNR IMRPhenomXO4a "
                            + "IMRPhenomT IMRPhenomTHM IMRPhenomTP IMRPhenomTPHM NRSur4d2s NRSur7dq2 NRSur7dq4 "
                            + "NRHybSur3dq8")
                    .split(" "));

    private Approximants() {}

    /**
     * Refuses a name that nobody knows.
     *
     * @throws SpecException with the nearest ones
     */
    static void check(String name) {
        if (!KNOWN.contains(name)) {
            throw new SpecException("approximant", name, Nearest.sentence(name, KNOWN));
        }
    }

    /** Whether Millrace has kernels for it. */
    static boolean own(String name) {
        return OWN.contains(name);
    }

    /** A model for one thread. */
    static Model model(String name) {
        return switch (name) {
            case "IMRPhenomD" -> new PhenomD();
            case "TaylorF2" -> new TaylorF2();
            default -> throw new IllegalArgumentException(name + " has no kernels here");
        };
    }
}
