package ca.tripoint.triage.ruleset;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of one ruleset version as trees, and the fingerprint of their content. */
final class RulesetFiles {
    static final List<String> NAMES = List.of(
            "approval.yaml",
            "changelog.yaml",
            "consent.yaml",
            "evidence.yaml",
            "keywords.yaml",
            "muscles.yaml",
            "questionnaire.yaml",
            "regions.yaml",
            "rules.yaml",
            "texts.en-CA.yaml",
            "texts.fr-CA.yaml");

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper CANONICAL = JsonMapper.builder().build();

    private RulesetFiles() {}

    static Map<String, JsonNode> fromClasspath(String folder) {
        Map<String, JsonNode> files = new TreeMap<>();
        NAMES.forEach(name -> files.put(name, read(folder + "/" + name)));
        return files;
    }

    static JsonNode read(String resource) {
        try (InputStream in = RulesetFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new RulesetRejected(resource, "", "missing file");
            }
            return YAML.readTree(in);
        } catch (IOException broken) {
            throw new RulesetRejected(resource, "", "not readable as YAML: " + broken.getMessage());
        }
    }

    /** SHA-256 over the content, whatever its layout, comments and order of fields. */
    static String sha256(Map<String, JsonNode> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, JsonNode> file : new TreeMap<>(files).entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update(CANONICAL.writeValueAsBytes(sorted(file.getValue())));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return node.valueStream().map(RulesetFiles::sorted).toList();
        }
        return node;
    }
}
