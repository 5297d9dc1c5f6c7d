package io.millrace.latent.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsReaderTest {
    @TempDir
    Path directory;

    private Path file(long length, String header, byte[] data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(json).put(data);
        return Files.write(directory.resolve("weights.safetensors"), bytes.array());
    }

    private Path file(String header, byte[] data) throws IOException {
        return file(header.getBytes(StandardCharsets.UTF_8).length, header, data);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void readsEveryType() throws IOException {
        ByteBuffer data = buffer(4 * 3 + 2 * 2 + 2 * 2 + 8 * 2);
        data.putFloat(1.5f).putFloat(-0x1p-140f).putFloat(Float.NaN);
        data.putShort(Float.floatToFloat16(0.333f)).putShort((short) 0x0001);
        data.putShort((short) 0x3fc0).putShort((short) 0xff80);
        data.putDouble(0.1).putDouble(-1e300 * 1e300);
        Map<String, FloatTensor> tensors = SafetensorsReader.read(file("""
                        {"__metadata__":{"format":"pt"},
                        "d":{"dtype":"F64","shape":[2,1],"data_offsets":[20,36]},
                        "a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},
                        "b":{"dtype":"F16","shape":[1,2],"data_offsets":[12,16]},
                        "none":{"dtype":"F32","shape":[0,7],"data_offsets":[16,16]},
                        "c":{"dtype":"BF16","shape":[2],"data_offsets":[16,20]}}   \
                        """, data.array()));
        assertEquals(List.of("a", "b", "none", "c", "d"), List.copyOf(tensors.keySet()));
        assertArrayEquals(
                new float[] {1.5f, -0x1p-140f, Float.NaN}, tensors.get("a").toArray());
        assertArrayEquals(
                new float[] {Float.float16ToFloat(Float.floatToFloat16(0.333f)), 0x1p-24f},
                tensors.get("b").toArray());
        assertArrayEquals(
                new float[] {1.5f, Float.NEGATIVE_INFINITY}, tensors.get("c").toArray());
        assertArrayEquals(
                new float[] {0.1f, Float.NEGATIVE_INFINITY}, tensors.get("d").toArray());
        assertEquals(List.of(2, 1), tensors.get("d").shape());
        assertEquals(0, tensors.get("none").toArray().length);
    }

    @Test
    void aSingleValue() throws IOException {
        byte[] data = buffer(4).putFloat(7).array();
        Map<String, FloatTensor> tensors =
                SafetensorsReader.read(file("{\"x\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}", data));
        assertEquals(new FloatTensor(List.of(), new float[] {7}), tensors.get("x"));
    }

    @Test
    void noTensors() throws IOException {
        assertTrue(SafetensorsReader.read(file("{}", new byte[0])).isEmpty());
    }

    /** Each beside 8 bytes of data. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            []                                                                  | its header does not start with {
             {}                                                                 | it has 8 bytes behind its header where its tensors have 0
            {"x":1}                                                             | its header is wrong: the member 'x' is not an object
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}               | its header is wrong: line 1, column
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}}             | its header is wrong: line 1, column
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},}             | its header is wrong: line 1, column
            {"__metadata__":[],"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}        | its header is wrong: the member '__metadata__' is not an object
            {"__metadata__":{"a":1},"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}   | its header is wrong: the member 'a' is not a string
            {"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | its header is wrong: line 1, column
            {"x":{"dtype":"F32","shape":[2]}}                                   | the tensor 'x' has the members
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":0}}     | the tensor 'x' has the members
            {"x":{"dtype":1,"shape":[2],"data_offsets":[0,8]}}                  | its header is wrong: the member 'dtype' is not a string
            {"x":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}              | the tensor 'x' has the type 'I64': read are F32, F16, BF16 and F64
            {"x":{"dtype":"f32","shape":[2],"data_offsets":[0,8]}}              | the tensor 'x' has the type 'f32'
            {"x":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}                | its header is wrong: the member 'shape' is not an array
            {"x":{"dtype":"F32","shape":[-2,-1],"data_offsets":[0,8]}}          | the tensor 'x' has something else than integers from 0 to 2147483647 in its shape
            {"x":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}            | the tensor 'x' has something else than integers from 0 to 2147483647 in its shape
            {"x":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}            | the tensor 'x' has something else than integers from 0 to 2147483647 in its shape
            {"x":{"dtype":"F32","shape":[4294967298],"data_offsets":[0,8]}}     | the tensor 'x' has something else than integers from 0 to 2147483647 in its shape
            {"x":{"dtype":"F32","shape":[2,1,1,1,1,1,1,1,1],"data_offsets":[0,8]}} | the tensor 'x' has 9 dimensions
            {"x":{"dtype":"F32","shape":[2147483647,2147483647,4],"data_offsets":[0,8]}} | the tensor 'x' of shape
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}}            | the tensor 'x' has 3 data_offsets where 2 are expected
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}             | the tensor 'x' has something else than integers from 0 to 9223372036854775807 in its data_offsets
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}              | the tensor 'x' goes from byte 8 to 0
            {"x":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}              | the tensor 'x' goes from byte 0 to 8 where its type F32 and shape [1] make 4 bytes
            {"x":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}              | the tensor 'x' goes from byte 0 to 8
            {"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}              | the tensor 'x' starts at byte 4 where the one before ends at 0
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | the tensor 'y' starts at byte 4 where the one before ends at 8
            {"x":{"dtype":"F16","shape":[1],"data_offsets":[0,2]},"y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | the tensor 'y' starts at byte 4 where the one before ends at 2
            {"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}              | it has 8 bytes behind its header where its tensors have 4
            {"x":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}             | it has 8 bytes behind its header where its tensors have 12
            """)
    void refusesWrongHeaders(String header, String sentence) throws IOException {
        refused(file(header, new byte[8]), sentence);
    }

    @Test
    void refusesWrongLengths() throws IOException {
        refused(Files.write(directory.resolve("short"), new byte[7]), "it has 7 bytes where a safetensors file starts");
        refused(file(0, "{}", new byte[0]), "its header has 0 bytes: read are 2 to 4194304");
        refused(file(-1, "{}", new byte[0]), "its header has 18446744073709551615 bytes");
        refused(file(SafetensorsReader.LARGEST_HEADER + 1, "{}", new byte[0]), "its header has 4194305 bytes");
        refused(file(3, "{}", new byte[0]), "it ends within its header of 3 bytes");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Path file = file("{\"xx\":{}}", new byte[0]);
        byte[] bytes = Files.readAllBytes(file);
        bytes[10] = (byte) 0xff;
        refused(Files.write(file, bytes), "its header is wrong: the text is not UTF-8");
    }

    @Test
    void refusesDoublesBeyondSinglePrecision() throws IOException {
        byte[] data = buffer(8).putDouble(1e39).array();
        refused(
                file("{\"x\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", data),
                "the tensor 'x' has 1.0E39 at 0, which is beyond single precision");
    }

    private static void refused(Path file, String sentence) {
        String message = assertThrows(SafetensorsException.class, () -> SafetensorsReader.read(file))
                .getMessage();
        assertTrue(message.startsWith(file + ": " + sentence), message);
    }
}
