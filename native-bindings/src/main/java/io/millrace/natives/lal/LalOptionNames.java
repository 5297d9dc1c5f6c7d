package io.millrace.natives.lal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Model options by the type of their value, which a C symbol does not tell: the suffixes of LALSimulation's functions
 * {@code XLALSimInspiralWaveformParamsInsert…} that take a {@code INT4} or a {@code REAL8}, but for those that say again what
 * a waveform's arguments say (masses, spins, frequencies). Older versions have fewer.
 */
final class LalOptionNames {
    /** Options of type {@code INT4}. */
    static final Set<String> WHOLES = names("""
            EOBChooseNumOrAnalHamDer EOBEllMaxForNyquistCheck EccEvol2PNSpinFlag EccEvolAlwaysOutput EnableLIV
            FrameAxis GETides GMTides Lmax Lscorr ModesChoice NonGRParameterization OnlyFinal PNAmplitudeOrder
            PNEccentricityOrder PNPhaseOrder PNSpinOrder PNTidalOrder PhenomTHMInspiralVersion
            PhenomTPHMMergerVersion PhenomXAntisymmetricWaveform PhenomXHMAmpInterpolMB
            PhenomXHMInspiralAmpFitsVersion PhenomXHMInspiralAmpFreqsVersion PhenomXHMInspiralAmpVersion
            PhenomXHMInspiralPhaseVersion PhenomXHMIntermediateAmpFitsVersion
            PhenomXHMIntermediateAmpFreqsVersion PhenomXHMIntermediateAmpVersion
            PhenomXHMIntermediatePhaseVersion PhenomXHMReleaseVersion PhenomXHMRingdownAmpFitsVersion
            PhenomXHMRingdownAmpFreqsVersion PhenomXHMRingdownAmpVersion PhenomXHMRingdownPhaseVersion
            PhenomXInspiralAmpVersion PhenomXInspiralPhaseVersion PhenomXIntermediateAmpVersion
            PhenomXIntermediatePhaseVersion PhenomXOnlyReturnPhase PhenomXPConvention PhenomXPExpansionOrder
            PhenomXPFinalSpinMod PhenomXPHMMBandVersion PhenomXPHMModesL0Frame PhenomXPHMPrecModes
            PhenomXPHMTwistPhenomHM PhenomXPHMUseModes PhenomXPNRForceXHMAlignment
            PhenomXPNRUseInputCoprecDeviations PhenomXPNRUseTunedAngles PhenomXPNRUseTunedCoprec
            PhenomXPNRUseTunedCoprec33 PhenomXPSpinTaylorCoarseFactor PhenomXPTransPrecessionMethod
            PhenomXPrecVersion PhenomXReturnCoPrec PhenomXRingdownAmpVersion PhenomXRingdownPhaseVersion
            PhenomXTidalFlag Sideband
            """);

    /** Options of type {@code REAL8}. */
    static final Set<String> REALS = names("""
            DOmega210 DOmega220 DOmega330 DOmega440 DOmega550 DTau210 DTau220 DTau330 DTau440 DTau550
            EccentricityFreq FinalFreq InitialPeriastronPrecession NLTidesA1 NLTidesA2 NLTidesF1 NLTidesF2
            NLTidesN1 NLTidesN2 NonGRAlphaPPE NonGRAlphaPPE0 NonGRAlphaPPE1 NonGRAlphaPPE2 NonGRAlphaPPE3
            NonGRAlphaPPE4 NonGRAlphaPPE5 NonGRAlphaPPE6 NonGRAlphaPPE7 NonGRAmp21 NonGRAmp33 NonGRBetaPPE
            NonGRBetaPPE0 NonGRBetaPPE1 NonGRBetaPPE2 NonGRBetaPPE3 NonGRBetaPPE4 NonGRBetaPPE5 NonGRBetaPPE6
            NonGRBetaPPE7 NonGRDAlpha1 NonGRDAlpha2 NonGRDAlpha3 NonGRDAlpha4 NonGRDAlpha5 NonGRDB1 NonGRDB2
            NonGRDB3 NonGRDB4 NonGRDBeta1 NonGRDBeta2 NonGRDBeta3 NonGRDC1 NonGRDC2 NonGRDC4 NonGRDCL NonGRDChi0
            NonGRDChi1 NonGRDChi2 NonGRDChi3 NonGRDChi3NS NonGRDChi3S NonGRDChi4 NonGRDChi4NS NonGRDChi4S
            NonGRDChi5 NonGRDChi5L NonGRDChi5LNS NonGRDChi5LS NonGRDChi5NS NonGRDChi5S NonGRDChi6 NonGRDChi6L
            NonGRDChi6NS NonGRDChi6S NonGRDChi7 NonGRDChi7NS NonGRDChi7S NonGRDChiMinus1 NonGRDChiMinus2
            NonGRDChikappaA NonGRDChikappaS NonGRDSigma1 NonGRDSigma2 NonGRDSigma3 NonGRDSigma4 NonGRDXi1
            NonGRDXi2 NonGRDXi3 NonGRDXi4 NonGRDXi5 NonGRDXi6 NonGRLIVASign NonGRLIVAlpha NonGRLIVLogLambdaEff
            NonGRPhi1 NonGRPhi2 NonGRPhi3 NonGRPhi4 PhenomXCPMU1 PhenomXCPMU1l3m3 PhenomXCPMU2 PhenomXCPMU2l3m3
            PhenomXCPMU3 PhenomXCPMU3l3m3 PhenomXCPMU4 PhenomXCPMU4l3m3 PhenomXCPNU0 PhenomXCPNU0l3m3
            PhenomXCPNU4 PhenomXCPNU4l3m3 PhenomXCPNU5 PhenomXCPNU5l3m3 PhenomXCPNU6 PhenomXCPNU6l3m3
            PhenomXCPZETA1 PhenomXCPZETA1l3m3 PhenomXCPZETA2 PhenomXCPZETA2l3m3 PhenomXHMPhaseRef21
            PhenomXHMThresholdMband PhenomXPHMThresholdMband PhenomXPNRInterpTolerance Redshift
            TidalHexadecapolarLambda1 TidalHexadecapolarLambda2 TidalLambda1 TidalLambda2 TidalOctupolarFMode1
            TidalOctupolarFMode2 TidalOctupolarLambda1 TidalOctupolarLambda2 TidalQuadrupolarFMode1
            TidalQuadrupolarFMode2 dQuadMon1 dQuadMon2
            """);

    private LalOptionNames() {}

    private static Set<String> names(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Both, and {@code ModeArray}. */
    static List<String> all() {
        return Stream.of(WHOLES.stream(), REALS.stream(), Stream.of("ModeArray"))
                .flatMap(names -> names)
                .sorted()
                .toList();
    }
}
