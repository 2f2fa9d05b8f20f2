package ca.tripoint.canada.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of reference data beside the class that owns it: comma separated, first line the column names, lines that
 * begin with {@code #} are remarks, a field with a comma stands in double quotes.
 *
 * <p>Every mistake in the data is found when the table is read, and named with file and line.
 */
public final class ReferenceTable {

    private ReferenceTable() {}

    /**
     * Reads a table from the package of its owner.
     *
     * @throws IllegalStateException if the table is missing, or a line has another number of fields than the heading
     */
    public static List<Row> read(Class<?> owner, String file) {
        var stream = owner.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("Reference table " + file + " is missing beside " + owner.getName());
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows(file, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Reference table " + file + " cannot be read", e);
        }
    }

    static List<Row> rows(String file, List<String> lines) {
        var rows = new ArrayList<Row>();
        List<String> columns = List.of();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var fields = fields(line);
            if (columns.isEmpty()) {
                columns = fields;
            } else if (fields.size() != columns.size()) {
                throw new IllegalStateException(
                        "%s line %d has %d fields, not %d".formatted(file, number, fields.size(), columns.size()));
            } else {
                var values = new HashMap<String, String>();
                for (int column = 0; column < columns.size(); column++) {
                    values.put(columns.get(column), fields.get(column));
                }
                rows.add(new Row(file, number, values));
            }
        }
        return List.copyOf(rows);
    }

    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    /** One line of a table. */
    public static final class Row {
        private final String file;
        private final int line;
        private final Map<String, String> values;

        private Row(String file, int line, Map<String, String> values) {
            this.file = file;
            this.line = line;
            this.values = Map.copyOf(values);
        }

        /**
         * The field in a column; empty if the field is.
         *
         * @throws IllegalStateException if there is no such column
         */
        public String get(String column) {
            var value = values.get(column);
            if (value == null) {
                throw new IllegalStateException(file + " has no column " + column);
            }
            return value;
        }

        /** Where this row stands, for messages: {@code taxes.csv line 7}. */
        public String where() {
            return file + " line " + line;
        }
    }
}
