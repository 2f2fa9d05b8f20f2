package ca.tripoint.triage.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A row of a ruleset file, read strictly: every field has its type, and {@link #end} refuses what nobody asked for. */
final class Row {
    private final String file;
    private final String name;
    private final JsonNode node;
    private final Set<String> read = new HashSet<>();

    Row(String file, String name, JsonNode node) {
        this.file = file;
        this.name = name;
        this.node = node;
        if (!node.isObject()) {
            throw rejected("expected fields");
        }
    }

    RulesetRejected rejected(String why) {
        return new RulesetRejected(file, name, why);
    }

    Optional<JsonNode> find(String field) {
        read.add(field);
        return Optional.ofNullable(node.get(field));
    }

    JsonNode get(String field) {
        return find(field).orElseThrow(() -> rejected("missing field " + field));
    }

    boolean has(String field) {
        return node.has(field);
    }

    String text(String field) {
        return text(field, get(field));
    }

    Optional<String> findText(String field) {
        return find(field).map(value -> text(field, value));
    }

    private String text(String field, JsonNode value) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw rejected("field " + field + " must be text");
        }
        return value.textValue();
    }

    /** A text in each language. */
    Map<Locale, String> bilingual(String field) {
        Row languages = row(field);
        Map<Locale, String> texts = new HashMap<>();
        Ruleset.LANGUAGES.forEach(language -> texts.put(language, languages.text(language.toLanguageTag())));
        languages.end();
        return Map.copyOf(texts);
    }

    int number(String field) {
        return number(field, get(field));
    }

    Optional<Integer> findNumber(String field) {
        return find(field).map(value -> number(field, value));
    }

    private int number(String field, JsonNode value) {
        if (!value.isInt()) {
            throw rejected("field " + field + " must be a whole number");
        }
        return value.intValue();
    }

    boolean flag(String field, boolean otherwise) {
        return find(field)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw rejected("field " + field + " must be true or false");
                    }
                    return value.booleanValue();
                })
                .orElse(otherwise);
    }

    List<String> texts(String field) {
        return texts(field, get(field));
    }

    List<String> findTexts(String field) {
        return find(field).map(value -> texts(field, value)).orElse(List.of());
    }

    List<String> texts(String field, JsonNode value) {
        if (!value.isArray()) {
            throw rejected("field " + field + " must be a list");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> texts.add(text(field, item)));
        return List.copyOf(texts);
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String field) {
        return oneOf(type, field, text(field));
    }

    <E extends Enum<E>> List<E> someOf(Class<E> type, String field) {
        return texts(field).stream().map(code -> oneOf(type, field, code)).toList();
    }

    private <E extends Enum<E>> E oneOf(Class<E> type, String field, String code) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(code)) {
                return constant;
            }
        }
        throw rejected("unknown code " + code + " in " + field);
    }

    Row row(String field) {
        return new Row(file, name.isEmpty() ? field : name + " " + field, get(field));
    }

    List<Row> rows(String field) {
        return rows(file, name.isEmpty() ? field : name + " " + field, get(field), this::rejected);
    }

    /** The rows of a list, named by position and, where they have one, by code or id. */
    static List<Row> rows(String file, String name, JsonNode list, Function<String, RulesetRejected> refusal) {
        if (!list.isArray()) {
            throw refusal.apply("expected a list of rows");
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode item : list) {
            JsonNode label = item.hasNonNull("code") ? item.get("code") : item.path("id");
            String position = name + "[" + (rows.size() + 1) + "]";
            rows.add(new Row(file, label.isTextual() ? position + " " + label.textValue() : position, item));
        }
        return rows;
    }

    /** Refuses fields that were not read. */
    void end() {
        node.fieldNames().forEachRemaining(field -> {
            if (!read.contains(field)) {
                throw rejected("unknown field " + field);
            }
        });
    }

    Iterable<String> fields() {
        return () -> {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            return names.iterator();
        };
    }
}
