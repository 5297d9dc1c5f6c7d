package io.millrace.cli;

import io.millrace.spec.SpecException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A YAML file with one flat map of scalars. Values are kept as they are written: what they mean is for the workload to say.
 *
 * @param file its name
 * @param values by key
 * @param lines where each key stands, from 1
 */
record SettingsFile(Path file, Map<String, String> values, Map<String, Integer> lines) {
    /** No file, no settings. */
    static final SettingsFile NONE = new SettingsFile(Path.of(""), Map.of(), Map.of());

    /**
     * Reads.
     *
     * @throws SpecException naming the file, the line and what is wrong there
     */
    static SettingsFile read(Path file) throws IOException {
        SettingsFile settings = new SettingsFile(file, new LinkedHashMap<>(), new LinkedHashMap<>());
        Optional<Node> root;
        LoadSettings syntax = LoadSettings.builder().setLabel(file.toString()).build();
        try {
            StreamReader text = new StreamReader(syntax, Files.readString(file));
            root = new Composer(syntax, new ParserImpl(syntax, text)).getSingleNode();
        } catch (CharacterCodingException e) {
            throw new SpecException(file + ": this is not a text in UTF-8");
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> ", line " + (mark.getLine() + 1))
                    .orElse("");
            throw new SpecException(file + line + ": this is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new SpecException(file + ": this is not YAML: " + e.getMessage());
        }
        if (root.isPresent()) {
            settings.take(root.get());
        }
        return settings;
    }

    /** Where a key stands. */
    String place(String key) {
        return file + ", line " + lines.get(key);
    }

    private void take(Node root) {
        if (!(root instanceof MappingNode map)) {
            throw wrong(root, "allowed is one 'key: value' per line");
        }
        for (NodeTuple entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(entry.getKeyNode(), "a key is a plain word");
            }
            if (!(entry.getValueNode() instanceof ScalarNode value)
                    || (value.isPlain() && value.getValue().isEmpty())) {
                throw wrong(
                        entry.getKeyNode(),
                        "the key '" + key.getValue()
                                + "' has no single value: allowed is a number, a word or a text in quotes");
            }
            if (values.put(key.getValue(), value.getValue()) != null) {
                throw wrong(
                        key,
                        "the key '" + key.getValue() + "' stands there twice, first in line "
                                + lines.get(key.getValue()));
            }
            lines.put(key.getValue(), line(key));
        }
    }

    private SpecException wrong(Node node, String sentence) {
        return new SpecException(file + ", line " + line(node) + ": " + sentence);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
