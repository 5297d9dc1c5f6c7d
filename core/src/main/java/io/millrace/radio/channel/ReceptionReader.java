package io.millrace.radio.channel;

import io.millrace.math.Trig;
import io.millrace.radio.kernel.Ramp;
import io.millrace.radio.scene.Link;
import io.millrace.radio.scene.Scene;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.util.Arrays;

/** Draws receptions. One thread's. Class: reproducible; scalar on the host in every backend. */
public final class ReceptionReader {
    private final Channel channel;
    private final Scene scene;
    private final double sampleRate;
    private final RandomStream random;
    private final int spacing;
    private final double[] powers;

    /** Of a channel in a scene. */
    public ReceptionReader(Channel channel, Scene scene, double sampleRate, Philox philox) {
        this.channel = channel;
        this.scene = scene;
        this.sampleRate = sampleRate;
        this.random = new RandomStream(philox);
        this.spacing = new Nodes(channel.doppler(), sampleRate).spacing();
        this.powers = new double[channel.count()];
    }

    /**
     * Draws what a receiver's samples are made from.
     *
     * @param offset of the transmitter's carrier in Hz
     */
    public void read(long index, int receiver, Link link, double offset, Reception out) {
        drawPaths(index, receiver, out);
        double turn = 2 * Math.PI * random.at(index, 0, Streams.HEADING).uniformDouble(0);
        out.doppler =
                channel.doppler() * (Trig.cos(turn) * link.east[receiver] + Trig.sin(turn) * link.north[receiver]);
        double error = channel.receiver().oscillator()
                * 1e-6
                * Math.fma(2, random.at(index, 0, Streams.OSCILLATOR).uniformDouble(receiver), -1);
        out.arrival = link.distance[receiver] / Scene.LIGHT
                + channel.receiver().clock()
                        * random.at(index, 0, Streams.CLOCK).normal(receiver);
        out.drift = error + out.doppler / scene.carrier();
        out.carrierOffset = error * scene.carrier() + offset;
        boolean direct = channel.fading() == Fading.NONE;
        out.carrierStep = Ramp.step(out.carrierOffset + (direct ? out.doppler : 0), sampleRate);
        drawFading(index, receiver, out);
        double power = StrictMath.pow(10, link.power[receiver] / 10);
        out.amplitude = (float) Math.sqrt(power);
        double noise = StrictMath.pow(10, link.noise[receiver] / 10);
        out.ratio = StrictMath.pow(10, link.snr[receiver] / 10);
        double total = channel.receiver().noise() ? noise * sampleRate / scene.ratioBandwidth() : 0;
        out.noise = (float) Math.sqrt(total / 2);
        drawFrontEnd(index, receiver, Math.sqrt(power + total), out);
    }

    private void drawPaths(long index, int receiver, Reception out) {
        int paths = powers.length;
        int first = receiver * Channel.MOST_PATHS;
        Multipath profile = channel.multipath();
        if (profile == Multipath.EXPONENTIAL) {
            random.at(index, 0, Streams.DELAYS);
            out.delay[0] = 0;
            for (int l = 1; l < paths; l++) {
                out.delay[l] = Multipath.LONGEST * channel.delaySpread() * random.uniformDouble(first + l);
            }
            Arrays.sort(out.delay);
            double sum = 0;
            for (int l = 0; l < paths; l++) {
                powers[l] = channel.delaySpread() == 0 ? 1 : StrictMath.exp(-out.delay[l] / channel.delaySpread());
                sum += powers[l];
            }
            for (int l = 0; l < paths; l++) {
                powers[l] /= sum;
            }
        } else {
            for (int l = 0; l < paths; l++) {
                out.delay[l] = channel.delaySpread() * profile.delay(l);
                powers[l] = profile.power(l);
            }
        }
        random.at(index, 0, Streams.PHASES);
        for (int l = 0; l < paths; l++) {
            out.level[l] = (float) Math.sqrt(powers[l]);
            out.phase[l] = Ramp.turn(random.uniformDouble(first + l));
        }
    }

    private void drawFading(long index, int receiver, Reception out) {
        double k = channel.multipath().steadiness();
        if (channel.fading() == Fading.RICIAN && k == 0) {
            k = StrictMath.pow(10, channel.steadiness() / 10);
        }
        out.steady = (float) Math.sqrt(k / (k + 1));
        out.scattered = (float) Math.sqrt(1 / (k + 1));
        out.steadyStep = Ramp.step(out.doppler, sampleRate) * spacing;
        if (channel.fading() == Fading.NONE || channel.scatter() != Scatter.SINUSOIDS) {
            return;
        }
        random.at(index, 0, Streams.SINUSOIDS);
        int sinusoids = channel.sinusoids();
        for (int l = 0; l < powers.length; l++) {
            int first = (receiver * Channel.MOST_PATHS + l) * Channel.MOST_SINUSOIDS;
            for (int n = 0; n < sinusoids; n++) {
                double around = Math.fma(2, random.uniformDouble(2 * (first + n)), -1);
                double angle = Math.PI / sinusoids * Math.fma(2, n, around);
                int at = l * sinusoids + n;
                out.sinusoidStep[at] = Ramp.step(channel.doppler() * Trig.cos(angle), sampleRate) * spacing;
                out.sinusoidPhase[at] = Ramp.turn(random.uniformDouble(2 * (first + n) + 1));
            }
        }
    }

    private void drawFrontEnd(long index, int receiver, double nominal, Reception out) {
        Channel.Receiver front = channel.receiver();
        random.at(index, 0, Streams.FRONT_END);
        double gain =
                StrictMath.pow(10, front.gainImbalance() / 20 * Math.fma(2, random.uniformDouble(4 * receiver), -1));
        double skew =
                StrictMath.toRadians(front.phaseImbalance()) * Math.fma(2, random.uniformDouble(4 * receiver + 1), -1);
        // I' = I, Q' = g(Q cos φ + I sin φ): μ = (1 + g e^{iφ})/2, ν = (1 − g e^{−iφ})/2
        out.muRe = (float) ((1 + gain * Trig.cos(skew)) / 2);
        out.muIm = (float) (gain * Trig.sin(skew) / 2);
        out.nuRe = (float) ((1 - gain * Trig.cos(skew)) / 2);
        out.nuIm = (float) (gain * Trig.sin(skew) / 2);
        double turn = 2 * Math.PI * random.uniformDouble(4 * receiver + 2);
        out.dcRe = (float) (front.dc() * nominal * Trig.cos(turn));
        out.dcIm = (float) (front.dc() * nominal * Trig.sin(turn));
        double full = nominal * StrictMath.pow(10, front.headroom() / 20);
        out.quantum = (float) (full * StrictMath.pow(2, 1 - front.bits()));
        out.carrierPhase = Ramp.turn(random.uniformDouble(4 * receiver + 3));
        out.phaseNoise = (float) (Math.sqrt(front.phaseNoise() / (2 * Math.PI * sampleRate)) * 0x1p32);
    }
}
