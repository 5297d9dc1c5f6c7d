package io.millrace.radio.scene;

import io.millrace.math.InverseTrig;
import io.millrace.math.Trig;
import io.millrace.random.Philox;
import io.millrace.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Draws scenes until one is good. One thread's. Class: reproducible; scalar on the host in every backend. */
public final class SceneReader {
    /** Positions of an instance, at most this many. */
    public static final int MOST = 10_000;

    /** Philox's name of the workload, which stands above this room. */
    private static final String WORKLOAD = "radio";

    private final Scene scene;
    private final RandomStream transmitter;
    private final RandomStream random;
    private final Earth.Leg leg = new Earth.Leg();
    private final List<Place> receivers;
    private final double wavelength;
    private final double spaceLoss;
    private final double noise;
    private Box box;
    private Place centre;

    SceneReader(Scene scene, long seed) {
        this.scene = scene;
        Philox philox = Philox.of(WORKLOAD, seed);
        transmitter = new RandomStream(philox);
        random = new RandomStream(philox);
        wavelength = Scene.LIGHT / scene.carrier();
        spaceLoss = 32.4478 + 20 * StrictMath.log10(scene.carrier() / 1e6);
        noise = scene.noiseDbm();
        if (scene.layout() instanceof Layout.Fixed fixed) {
            receivers = fixed.places();
            span(receivers.size());
        } else {
            receivers = new ArrayList<>();
        }
    }

    /**
     * Draws the scene of an instance; attempt k draws the transmitter's place, its power, shadowing and obstacles anew.
     *
     * @return whether one of {@value #MOST} attempts was good; {@link Link#ledger} says why they were not
     */
    public boolean draw(long index, Link out) {
        out.attempts = 0;
        out.rejectedSnr = 0;
        out.rejectedGdop = 0;
        out.count = receivers(index);
        for (int r = 0; r < out.count; r++) {
            Place receiver = receivers.get(r);
            out.latitude[r] = receiver.latitude();
            out.longitude[r] = receiver.longitude();
            out.height[r] = scene.layout() instanceof Layout.Drawn
                    ? aboveGround(receiver)
                    : Math.max(receiver.height(), scene.terrain().ground(receiver));
        }
        for (; out.attempts < MOST; out.attempts++) {
            connect(index, out.attempts, out);
            int heard = 0;
            for (int r = 0; r < out.count; r++) {
                heard += out.heard[r] ? 1 : 0;
            }
            out.gdop = Position.gdop(out);
            if (heard < scene.leastHeard()) {
                out.rejectedSnr++;
            } else if (scene.maxGdop().isPresent() && out.gdop > scene.maxGdop().get()) {
                out.rejectedGdop++;
            } else {
                return true;
            }
        }
        return false;
    }

    private int receivers(long index) {
        if (!(scene.layout() instanceof Layout.Drawn drawn)) {
            return receivers.size();
        }
        random.at(index, 0, Streams.COUNT);
        int count = drawn.least() + random.below(0, drawn.most() - drawn.least() + 1);
        random.at(index, 0, Streams.RECEIVERS);
        receivers.clear();
        for (int r = 0; r < count; r++) {
            receivers.add(drawn.kind() == Layout.Kind.RANDOM ? inDisc(drawn, r) : onLattice(drawn, r));
        }
        span(count);
        return count;
    }

    private Place inDisc(Layout.Drawn drawn, int r) {
        double radius = drawn.spread() * Math.sqrt(random.uniformDouble(2 * r));
        return offset(drawn.centre(), radius, 2 * Math.PI * random.uniformDouble(2 * r + 1));
    }

    /** Ring k of the lattice has 6k places, k on each of its sides, from one corner to the next. */
    private Place onLattice(Layout.Drawn drawn, int r) {
        int ring = 0;
        int first = 0;
        while (r >= first + Math.max(1, 6 * ring)) {
            first += Math.max(1, 6 * ring);
            ring++;
        }
        if (ring == 0) {
            return drawn.centre();
        }
        int side = (r - first) / ring;
        int step = (r - first) % ring;
        double angle = Math.PI / 3 * (side + random.uniformDouble(0));
        double x = ring * Trig.cos(angle) + step * Trig.cos(angle + 2 * Math.PI / 3);
        double y = ring * Trig.sin(angle) + step * Trig.sin(angle + 2 * Math.PI / 3);
        return shifted(drawn.centre(), drawn.spread() * x, drawn.spread() * y);
    }

    private static Place offset(Place centre, double radius, double angle) {
        return shifted(centre, radius * Trig.cos(angle), radius * Trig.sin(angle));
    }

    /** Metres east and north of a place, on the plane that touches there. */
    private static Place shifted(Place centre, double east, double north) {
        return new Place(
                centre.latitude() + north / (Earth.RADIUS * Earth.RADIAN),
                centre.longitude() + east / (Earth.RADIUS * Earth.RADIAN * centre.cosine()),
                centre.height());
    }

    private void span(int count) {
        box = Box.of(receivers, count);
        centre = box.centre();
    }

    private double aboveGround(Place place) {
        double ground = scene.terrain().ground(place);
        return place.height() + (ground == Double.NEGATIVE_INFINITY ? 0 : ground);
    }

    private void connect(long index, int attempt, Link out) {
        transmitter.at(index, attempt, Streams.TRANSMITTER);
        Place place = place();
        out.transmitterLatitude = place.latitude();
        out.transmitterLongitude = place.longitude();
        double altitude = aboveGround(place);
        double radiated = scene.power().at(transmitter.uniformDouble(3)) + scene.gain() - scene.clutter() - spaceLoss;
        for (int r = 0; r < out.count; r++) {
            scene.earth().measure(place, receivers.get(r), centre, leg);
            double rise = out.height[r] - altitude;
            out.east[r] = leg.east;
            out.north[r] = leg.north;
            // the link budget is of the far field
            out.distance[r] = Math.max(wavelength, Math.sqrt(leg.ground * leg.ground + rise * rise));
            out.power[r] = radiated - 20 * StrictMath.log10(out.distance[r] / 1000);
        }
        obstruct(index, attempt, place, altitude, out);
        random.at(index, attempt, Streams.SHADOWING);
        for (int r = 0; r < out.count; r++) {
            out.power[r] = Math.fma(scene.shadowing(), random.normal(r), out.power[r]);
        }
        listen(index, attempt, out);
    }

    private void listen(long index, int attempt, Link out) {
        random.at(index, attempt, Streams.SNR);
        for (int r = 0; r < out.count; r++) {
            out.snr[r] = scene.snr().isPresent() ? scene.snr().get().at(random.uniformDouble(r)) : out.power[r] - noise;
            out.noise[r] = out.power[r] - out.snr[r];
            out.heard[r] = out.snr[r] >= scene.snrWindow().least()
                    && out.snr[r] <= scene.snrWindow().most();
        }
    }

    private void obstruct(long index, int attempt, Place place, double altitude, Link out) {
        switch (scene.terrain()) {
            case Terrain.None none -> {}
            case Terrain.Blocking blocking -> {
                random.at(index, attempt, Streams.OBSTACLE);
                for (int r = 0; r < out.count; r++) {
                    if (random.uniformDouble(3 * r) < blocking.probability()) {
                        double before = out.distance[r] * Math.fma(0.8, random.uniformDouble(3 * r + 1), 0.1);
                        double height = blocking.height() * random.uniformDouble(3 * r + 2);
                        out.power[r] -= KnifeEdge.loss(
                                KnifeEdge.parameter(height, before, out.distance[r] - before, wavelength));
                    }
                }
            }
            case Terrain.Profile profile -> {
                for (int r = 0; r < out.count; r++) {
                    out.power[r] -= KnifeEdge.loss(profile.map()
                            .parameter(place, altitude, receivers.get(r), out.height[r], out.distance[r], wavelength));
                }
            }
        }
    }

    /**
     * Uniform by area: in longitude and in the sine of the latitude. The frame around the box is four rectangles: the whole strips
     * south and north of it, and what remains west and east.
     */
    private Place place() {
        double u = transmitter.uniformDouble(0);
        double v = transmitter.uniformDouble(1);
        if (scene.area() == Area.INSIDE) {
            return in(u, v, box.west(), box.east(), box.south(), box.north());
        }
        Box outer = box.wider(scene.margin());
        if (scene.area() == Area.ANYWHERE) {
            return in(u, v, outer.west(), outer.east(), outer.south(), outer.north());
        }
        double strips = outer.east() - outer.west();
        double below = strips * (sine(box.south()) - sine(outer.south()));
        double above = strips * (sine(outer.north()) - sine(box.north()));
        double tall = sine(box.north()) - sine(box.south());
        double left = (box.west() - outer.west()) * tall;
        double right = (outer.east() - box.east()) * tall;
        double part = transmitter.uniformDouble(2) * (below + above + left + right);
        if (part < below) {
            return in(u, v, outer.west(), outer.east(), outer.south(), box.south());
        }
        if (part < below + above) {
            return in(u, v, outer.west(), outer.east(), box.north(), outer.north());
        }
        return part < below + above + left
                ? in(u, v, outer.west(), box.west(), box.south(), box.north())
                : in(u, v, box.east(), outer.east(), box.south(), box.north());
    }

    private Place in(double u, double v, double west, double east, double south, double north) {
        double low = sine(south);
        double sine = Math.fma(v, sine(north) - low, low);
        return new Place(
                Math.clamp(StrictMath.toDegrees(InverseTrig.asin(sine)), -90, 90),
                Math.clamp(Math.fma(u, east - west, west), -180, 180),
                scene.transmitterHeight());
    }

    private static double sine(double degrees) {
        return Trig.sin(degrees * Earth.RADIAN);
    }
}
