package io.millrace.cli.radio;

import io.millrace.dataset.Plan;
import io.millrace.json.Json;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.scene.Place;
import io.millrace.radio.scene.Terrain;
import io.millrace.spec.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metadata of SigMF {@value #VERSION} (sections "Global Object", "Captures Array", "Annotations Array", "SigMF Collection Format" of
 * its specification), with what is true of a signal under the extension {@value #EXTENSION}. Numbers that are infinite are left out, for
 * JSON has none.
 */
final class SigmfMetadata {
    /** Of SigMF's specification. */
    static final String VERSION = "1.2.5";

    private static final String EXTENSION = "millrace";
    private static final String EXTENSION_VERSION = "1.0.0";

    /** Instance 0 begins there, and each next one as the last ends: nothing here may depend on when it is made. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /** Seconds, 7922 years, after which times begin anew: years have four digits. */
    private static final BigInteger PERIOD = BigInteger.valueOf(250_000_000_000L);

    private final Plan plan;
    private final RadioInstance instance;
    private final RadioSpec spec;

    SigmfMetadata(Plan plan, RadioInstance instance) {
        this.plan = plan;
        this.instance = instance;
        this.spec = instance.spec();
    }

    /** Names and digests of a collection's recordings. */
    static final class Streams {
        private final List<Json> streams = new ArrayList<>();

        /** Adds a "SigMF Recording Object"; the hash is that of the metadata file. */
        void add(String name, String hash) {
            streams.add(new Members().put("name", name).put("hash", hash).json());
        }
    }

    /** The metadata file of a receiver's recording. */
    Json recording(int receiver, String collection, String sha512) {
        return new Members()
                .put("global", global(receiver, collection, sha512))
                .put("captures", new Json.Arr(List.of(capture(receiver))))
                .put("annotations", new Json.Arr(List.of(annotation(receiver))))
                .json();
    }

    private Json global(int receiver, String collection, String sha512) {
        return new Members()
                .put("core:datatype", "cf32_le")
                .put("core:version", VERSION)
                .put("core:sample_rate", spec.sampleRate())
                .put("core:num_channels", 1)
                .put("core:sha512", sha512)
                .put(
                        "core:description",
                        "Synthetic: " + transmission() + ", at receiver " + receiver + " of " + instance.receivers()
                                + "; squared magnitudes are mW")
                .put("core:recorder", "Millrace " + plan.millrace())
                .put("core:collection", collection)
                .put("core:geolocation", point(instance.receiver(receiver)))
                .put("core:extensions", extensions())
                .put("millrace:seed", Long.toString(plan.seed()))
                .put("millrace:index", instance.index())
                .put("millrace:receiver", receiver)
                .put("millrace:receiver_height_m", instance.receiver(receiver).height())
                .json();
    }

    private String transmission() {
        return instance.modulation().text() + ", instance " + instance.index() + " of radio, seed " + plan.seed();
    }

    private Json capture(int receiver) {
        return new Members()
                .put("core:sample_start", 0)
                .put("core:frequency", spec.scene().carrier())
                .put("core:datetime", time(instance.index(), spec.samples(), spec.sampleRate()))
                .put("core:geolocation", point(instance.receiver(receiver)))
                .json();
    }

    /** When an instance begins, to the nanosecond below. */
    static String time(long index, int samples, double sampleRate) {
        BigInteger nanos = BigDecimal.valueOf(index)
                .multiply(BigDecimal.valueOf(samples))
                .movePointRight(9)
                .divide(new BigDecimal(sampleRate), 0, RoundingMode.FLOOR)
                .toBigInteger();
        BigInteger second = BigInteger.valueOf(1_000_000_000);
        return EPOCH.plusSeconds(nanos.divide(second).mod(PERIOD).longValue())
                .plusNanos(nanos.mod(second).longValue())
                .toString();
    }

    private Json annotation(int receiver) {
        double shift = instance.value("cfo_hz", receiver) + instance.value("doppler_hz", receiver);
        double centre = spec.scene().carrier() + shift;
        List<Json> delays = new ArrayList<>();
        List<Json> gains = new ArrayList<>();
        for (int path = 0; path < instance.paths(); path++) {
            delays.add(number(instance.pathDelay(receiver, path)));
            gains.add(new Json.Arr(List.of(
                    number(instance.pathGain(receiver, path, 0)), number(instance.pathGain(receiver, path, 1)))));
        }
        return new Members()
                .put("core:sample_start", 0)
                .put("core:sample_count", spec.samples())
                .put("core:freq_lower_edge", centre + instance.modulation().lowest(spec.emission()))
                .put("core:freq_upper_edge", centre + instance.modulation().reach(spec.emission()))
                .put("core:label", instance.modulation().text())
                .put("core:generator", "Millrace " + plan.millrace())
                .put("millrace:snr_db", instance.value("snr_db", receiver))
                .put("millrace:snr_db_realised", instance.value("snr_db_realised", receiver))
                .put("millrace:snr_bandwidth_hz", spec.scene().ratioBandwidth())
                .put("millrace:power_dbm", instance.value("power_dbm", receiver))
                .put("millrace:delay_s", instance.value("delay_s", receiver))
                .put("millrace:doppler_hz", instance.value("doppler_hz", receiver))
                .put("millrace:cfo_hz", instance.value("cfo_hz", receiver))
                .put("millrace:path_delay_s", new Json.Arr(delays))
                .put("millrace:path_gain", new Json.Arr(gains))
                .put("millrace:transmitter", point(instance.transmitter()))
                .put("millrace:transmitter_height_m", instance.transmitter().height())
                .json();
    }

    /** The file of a transmission's collection. */
    Json collection(Streams streams) {
        Map<String, Json> settings = new LinkedHashMap<>();
        plan.spec().forEach((key, value) -> settings.put(key, new Json.Str(value)));
        return new Members()
                .put(
                        "collection",
                        new Members()
                                .put("core:version", VERSION)
                                .put(
                                        "core:description",
                                        "Synthetic: " + transmission() + ", at " + instance.receivers() + " receivers")
                                .put("core:extensions", extensions())
                                .put("core:streams", new Json.Arr(streams.streams))
                                .put("millrace:seed", Long.toString(plan.seed()))
                                .put("millrace:index", instance.index())
                                .put("millrace:workload_version", plan.workloadVersion())
                                .put("millrace:spec", new Json.Obj(settings))
                                .put("millrace:transmitter", point(instance.transmitter()))
                                .put(
                                        "millrace:transmitter_height_m",
                                        instance.transmitter().height())
                                .put("millrace:gdop", instance.value("gdop"))
                                .put("millrace:crlb_m", instance.value("crlb_m"))
                                .json())
                .json();
    }

    private static Json extensions() {
        return new Json.Arr(List.of(new Members()
                .put("name", EXTENSION)
                .put("version", EXTENSION_VERSION)
                .put("optional", new Json.Bool(true))
                .json()));
    }

    /** GeoJSON's point (RFC 7946): longitude, latitude, and the altitude where heights are not those above a terrain. */
    private Json point(Place place) {
        List<Json> coordinates = new ArrayList<>(List.of(number(place.longitude()), number(place.latitude())));
        if (!(spec.scene().terrain() instanceof Terrain.Profile)) {
            coordinates.add(number(place.height()));
        }
        return new Members()
                .put("type", "Point")
                .put("coordinates", new Json.Arr(coordinates))
                .json();
    }

    /** Without a fraction where it has none. */
    private static Json.Num number(double value) {
        return new Json.Num(Decimal.text(value));
    }

    /** An object, member by member. */
    private static final class Members {
        private final Map<String, Json> members = new LinkedHashMap<>();

        Members put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        Members put(String name, String value) {
            return put(name, new Json.Str(value));
        }

        Members put(String name, long value) {
            return put(name, Json.Num.of(value));
        }

        Members put(String name, double value) {
            return Double.isFinite(value) ? put(name, number(value)) : this;
        }

        Json json() {
            return new Json.Obj(members);
        }
    }
}
