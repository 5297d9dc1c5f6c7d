package io.millrace.latent.grid;

import java.io.IOException;

/** A file that is no safetensors file of real numbers; the message is one sentence that names the file and what is wrong. */
public final class SafetensorsException extends IOException {
    private static final long serialVersionUID = 1L;

    SafetensorsException(String file, String wrong) {
        super(file + ": " + wrong);
    }

    SafetensorsException(String file, String wrong, Throwable cause) {
        super(file + ": " + wrong, cause);
    }
}
