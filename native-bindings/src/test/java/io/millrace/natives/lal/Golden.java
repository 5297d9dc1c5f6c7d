package io.millrace.natives.lal;

import io.millrace.waveform.domain.Domain;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One of LALSimulation's waveforms on record; see {@code lal/README.txt}.
 *
 * @param name of the point
 * @param values as many complex numbers for h₊, then as many for h×, as there are {@code bins}
 */
record Golden(String name, Point point, Domain domain, double reference, int[] bins, double[] values) {
    private static final int COLUMNS = 64;
    private static final int[] COLUMN = IntStream.concat(
                    IntStream.concat(IntStream.of(0), IntStream.range(8, 40)),
                    IntStream.iterate(40, column -> column <= 512, column -> column < 504 ? column + 16 : column + 8))
            .toArray();

    /** All points of one approximant by one call. */
    static List<Golden> all(String approximant, String call) {
        String[] lines = new String(bytes(approximant + ".csv"), StandardCharsets.UTF_8).split("\n");
        String[] header = lines[0].split(",");
        ByteBuffer numbers =
                ByteBuffer.wrap(bytes(approximant + "-" + call + ".c16")).order(ByteOrder.LITTLE_ENDIAN);
        List<Golden> all = new ArrayList<>();
        for (int row = 1; row < lines.length; row++) {
            String[] cells = lines[row].split(",");
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                named.put(header[i], cells[i]);
            }
            all.add(of(named, numbers));
        }
        return all;
    }

    private static Golden of(Map<String, String> row, ByteBuffer numbers) {
        Point point = new Point();
        for (Parameter parameter : Parameter.values()) {
            if (row.containsKey(parameter.text())) {
                point.set(parameter, Double.parseDouble(row.get(parameter.text())));
            }
        }
        int stride = Integer.parseInt(row.get("bins_per_column"));
        int present = Integer.parseInt(row.get("columns_present"));
        Domain domain = Domain.uniform(
                Double.parseDouble(row.get("f_min")),
                Double.parseDouble(row.get("f_max")),
                Double.parseDouble(row.get("delta_f")));
        // a series may be longer than its grid
        int[] bins = IntStream.of(COLUMN)
                .filter(column -> column < present)
                .map(column -> column * stride)
                .filter(bin -> bin < domain.bins())
                .toArray();
        double[] values = new double[4 * bins.length];
        for (int polarization = 0; polarization < 2; polarization++) {
            for (int i = 0; i < 2 * COLUMNS; i++) {
                double value = numbers.getDouble();
                if (i < 2 * bins.length) {
                    values[polarization * 2 * bins.length + i] = value;
                }
            }
        }
        return new Golden(row.get("name"), point, domain, Double.parseDouble(row.get("f_ref")), bins, values);
    }

    private static byte[] bytes(String name) {
        try (InputStream resource = Golden.class.getResourceAsStream("/lal/" + name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
