package ca.tripoint.triage.rulebook;

import ca.tripoint.triage.ruleset.Ruleset;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One change between two versions. Rows of a list are matched by their code or id, not by position.
 *
 * @param path such as {@code redFlags/SERIOUS_TRAUMA/outcome}
 */
public record Difference(
        String file,
        String path,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    static List<Difference> between(Ruleset before, Ruleset after) {
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.files().keySet());
        names.addAll(after.files().keySet());
        for (String name : names) {
            compare(name, "", before.files().get(name), after.files().get(name), differences);
        }
        return differences;
    }

    private static void compare(
            String file, String path, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> found) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before == null || after == null || !comparable(before, after)) {
            found.add(new Difference(file, path, before, after));
            return;
        }
        Map<String, JsonNode> left = members(before);
        Map<String, JsonNode> right = members(after);
        TreeSet<String> keys = new TreeSet<>(left.keySet());
        keys.addAll(right.keySet());
        for (String key : keys) {
            String inner = path.isEmpty() ? key : path + "/" + key;
            compare(file, inner, left.get(key), right.get(key), found);
        }
    }

    private static boolean comparable(JsonNode before, JsonNode after) {
        return before.isContainerNode() && before.getNodeType() == after.getNodeType() && named(before) && named(after);
    }

    /** An object, or a list whose rows have names. */
    private static boolean named(JsonNode node) {
        return node.isObject() || node.valueStream().allMatch(row -> !name(row).isEmpty());
    }

    private static Map<String, JsonNode> members(JsonNode node) {
        Map<String, JsonNode> members = new TreeMap<>();
        if (node.isObject()) {
            node.properties().forEach(field -> members.put(field.getKey(), field.getValue()));
        } else {
            node.forEach(row -> members.put(name(row), row));
        }
        return members;
    }

    private static String name(JsonNode row) {
        return row.path("code").asText(row.path("id").asText(row.path("version").asText("")));
    }
}
