package io.millrace.waveform;

import io.millrace.json.Json;
import io.millrace.json.JsonReader;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Waveforms that LALSimulation 6.2.1.1 computed (resources {@code lal/}): every {@code stride}th bin of each polarization.
 *
 * @param approximant LAL's name
 * @param index the row in the arrays
 * @param arguments by their names in {@code params.json}
 * @param calls what is known of each call
 */
record Golden(String approximant, int index, Json.Obj arguments, Json.Obj calls) {
    private static final Map<Parameter, String> NAMES = Map.of(
            Parameter.MASS_1, "mass1_solar",
            Parameter.MASS_2, "mass2_solar",
            Parameter.SPIN_1Z, "s1z",
            Parameter.SPIN_2Z, "s2z",
            Parameter.LUMINOSITY_DISTANCE, "distance_Mpc",
            Parameter.IOTA, "inclination",
            Parameter.PHASE, "phi_ref",
            Parameter.LONGITUDE_ASCENDING_NODES, "long_asc_nodes");

    static List<Golden> all(String approximant) {
        Json.Obj file = (Json.Obj) JsonReader.read(bytes(approximant, "params.json"));
        List<Golden> all = new ArrayList<>();
        for (Json point : file.array("points")) {
            Json.Obj object = (Json.Obj) point;
            all.add(new Golden(
                    approximant, (int) object.integer("index"), object.object("params"), object.object("calls")));
        }
        return all;
    }

    Point point() {
        Point point = new Point();
        NAMES.forEach((parameter, name) -> point.set(parameter, number(name)));
        return point;
    }

    double number(String name) {
        return ((Json.Num) arguments.get(name)).real();
    }

    Json.Obj call(String name) {
        return calls.object(name);
    }

    /** Real and imaginary parts of the columns of this point; {@code array} as in {@code choosefd_hp}. */
    double[] row(String array) {
        return row(array, index, 513);
    }

    /** Row {@code index} of an array of {@code columns} complex columns. */
    double[] row(String array, int index, int columns) {
        ByteBuffer file = ByteBuffer.wrap(bytes(approximant, array + ".npy")).order(ByteOrder.LITTLE_ENDIAN);
        int data = 10 + file.getShort(8) + index * columns * 16;
        double[] row = new double[2 * columns];
        for (int i = 0; i < row.length; i++) {
            row[i] = file.getDouble(data + 8 * i);
        }
        return row;
    }

    @Override
    public String toString() {
        return approximant + " " + index + " " + arguments.text("tag");
    }

    private static byte[] bytes(String approximant, String file) {
        try (InputStream in = Golden.class.getResourceAsStream("/lal/" + approximant + "/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
