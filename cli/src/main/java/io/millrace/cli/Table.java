package io.millrace.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text in columns two spaces apart, each as wide as its widest cell; long cells go on in the next line. */
final class Table {
    private static final int WIDEST = 56;

    private final List<String[]> lines = new ArrayList<>();

    Table(String... head) {
        lines.add(head);
    }

    void row(String... cells) {
        List<List<String>> wrapped = Arrays.stream(cells).map(Table::wrap).toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            int line = i;
            lines.add(wrapped.stream()
                    .map(cell -> line < cell.size() ? cell.get(line) : "")
                    .toArray(String[]::new));
        }
    }

    void print(PrintStream out) {
        int[] widths = new int[lines.getFirst().length];
        for (String[] line : lines) {
            Arrays.setAll(widths, i -> Math.max(widths[i], line[i].length()));
        }
        for (String[] line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line[i]).repeat(" ", widths[i] - line[i].length() + 2);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static List<String> wrap(String cell) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : cell.split(" ")) {
            if (!part.isEmpty() && part.length() + 1 + word.length() > WIDEST) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : " ").append(word);
        }
        parts.add(part.toString());
        return parts;
    }
}
