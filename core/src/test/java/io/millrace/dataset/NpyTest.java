package io.millrace.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.millrace.batch.DType;
import io.millrace.batch.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
    @TempDir
    Path temp;

    private Npy read(byte[] bytes) throws IOException {
        return Npy.read(Files.write(temp.resolve("x.npy"), bytes));
    }

    private static byte[] file(int major, String head, int payload) {
        byte[] text = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[(major == 1 ? 10 : 12) + text.length + payload];
        byte[] start = {
            (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, 0, (byte) text.length, (byte) (text.length >> 8)
        };
        System.arraycopy(start, 0, bytes, 0, 10);
        System.arraycopy(text, 0, bytes, major == 1 ? 10 : 12, text.length);
        return bytes;
    }

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        for (DType type : DType.values()) {
            for (Field field :
                    List.of(Field.of("a", type, ""), Field.of("a", type, "", 3), Field.of("a", type, "", 2, 1, 5))) {
                for (Npy npy : List.of(Npy.of(field), Npy.of(field, 0), Npy.of(field, 7))) {
                    assertEquals(npy, read(Arrays.copyOf(npy.head(), (int) npy.fileBytes())));
                }
            }
        }
    }

    @Test
    void headsOfNumpyAreRead() throws IOException {
        String head = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }" + " ".repeat(58) + "\n";
        assertEquals(new Npy(DType.F8, List.of(2L, 3L), 128), read(file(1, head, 48)));
        assertEquals(new Npy(DType.F8, List.of(2L, 3L), 130), read(file(2, head, 48)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f8', 'fortran_order': True, 'shape': (1,), }\n",
                "{'descr': '>f8', 'fortran_order': False, 'shape': (1,), }\n",
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }\n",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1), }\n",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }\n",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775807, 2), }\n",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999999999999,), }\n",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }\n",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }",
                "{'fortran_order': False, 'descr': '<f8', 'shape': (1,), }\n",
                "__import__('os')\n",
                ""
            })
    void otherHeadsAreRefused(String head) {
        assertThrows(DatasetException.class, () -> read(file(1, head, 8)), head);
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] bytes = file(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }\n", 8);
        read(bytes);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(DatasetException.class, () -> read(cut));
        }
        assertThrows(DatasetException.class, () -> read(Arrays.copyOf(bytes, bytes.length + 1)));
        assertThrows(DatasetException.class, () -> read(file(3, "{}\n", 0)));
    }

    @Test
    void plansCarryTheVersionOfTheModule() {
        java.lang.module.ModuleDescriptor module = Npy.class.getModule().getDescriptor();
        if (module != null && module.rawVersion().isPresent()) {
            assertEquals(module.rawVersion().get().replace("-SNAPSHOT", ""), Layout.MILLRACE);
        }
    }
}
