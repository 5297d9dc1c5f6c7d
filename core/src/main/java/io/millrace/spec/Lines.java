package io.millrace.spec;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a text file in UTF-8, ended by LF or CR LF, without a byte order mark; memory is bounded. */
public final class Lines implements AutoCloseable {
    /** The longest line: what is longer is no text of numbers. */
    public static final int LONGEST = 1 << 16;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder line = new StringBuilder();
    private int from;
    private int to;
    private int number;

    /** Of that file. */
    public Lines(Path file) throws IOException {
        this.reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
    }

    /** The number of the line last read, from 1. */
    public int number() {
        return number;
    }

    /**
     * The next line; null after the last.
     *
     * @throws IOException also for a line longer than {@link #LONGEST}
     */
    public String next() throws IOException {
        line.setLength(0);
        boolean ended = false;
        while (!ended && (from < to || fill())) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, from, end - from);
            if (line.length() > LONGEST) {
                throw new IOException("line " + (number + 1) + " is longer than " + LONGEST + " characters");
            }
            ended = end < to;
            from = ended ? end + 1 : end;
        }
        if (!ended && line.isEmpty()) {
            return null;
        }
        number++;
        String text = line.toString().strip();
        return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, reader.read(buffer));
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
