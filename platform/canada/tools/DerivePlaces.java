import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.iakovlev.timeshape.TimeZoneEngine;

/**
 * Derives fsa.csv: the areas and coordinates of the npm package zipcodes, corrected by fsa-corrections.csv, each with
 * the time zone that contains its coordinates according to timeshape. Run by ./derive; see README.md.
 *
 * <p>Arguments: codesCanada.js, fsa-corrections.csv, words.csv, the file to write.
 */
public class DerivePlaces {

    record Area(String code, String place, String province, double latitude, double longitude) {}

    private static final Pattern ENTRY = Pattern.compile("\"([A-Z][0-9][A-Z])\":\\{\"zip\":\"\\1\",\"latitude\":([^,]*),"
            + "\"longitude\":([^,]*),\"city\":\"([^\"]*)\",\"state\":\"([^\"]*)\",\"country\":\"Canada\"}");

    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("Alberta", "AB"),
            Map.entry("British Columbia", "BC"),
            Map.entry("Manitoba", "MB"),
            Map.entry("New Brunswick", "NB"),
            Map.entry("Newfoundland and Labrador", "NL"),
            Map.entry("Nova Scotia", "NS"),
            Map.entry("Northwest Territory", "NT"),
            Map.entry("Nunavut Territory", "NU"),
            Map.entry("Ontario", "ON"),
            Map.entry("Prince Edward Island", "PE"),
            Map.entry("Quebec", "QC"),
            Map.entry("Saskatchewan", "SK"),
            Map.entry("Yukon", "YT"));

    public static void main(String[] arguments) throws Exception {
        var corrections = table(Path.of(arguments[1]));

        var words = new HashMap<String, String>();
        table(Path.of(arguments[2])).values().forEach(row -> words.put(row[0], row[1]));

        var areas = new TreeMap<String, Area>();
        var source = Files.readString(Path.of(arguments[0]), StandardCharsets.UTF_8);
        var entry = ENTRY.matcher(source);
        while (entry.find()) {
            var code = entry.group(1);
            if (!corrections.containsKey(code)) {
                var province = PROVINCES.get(entry.group(5));
                if (province == null || entry.group(2).equals("null") || entry.group(3).equals("null")) {
                    throw new IllegalStateException(code + " is broken in the source and not corrected");
                }
                areas.put(code, new Area(code, name(entry.group(4), words), province,
                        Double.parseDouble(entry.group(2)), Double.parseDouble(entry.group(3))));
            }
        }
        for (var row : corrections.values()) {
            if (!row[1].equals("remove")) {
                areas.put(row[0], new Area(row[0], row[2], row[3], Double.parseDouble(row[4]), Double.parseDouble(row[5])));
            }
        }

        var engine = TimeZoneEngine.initialize(41, -142, 84, -52, true);
        var csv = new StringBuilder("""
                # Derived by platform/canada/tools/derive from zipcodes 8.0.0 (npm) and timeshape 2026b.29 (Maven); see NOTICE.
                # Do not edit: correct tools/fsa-corrections.csv and derive again. Zones that differ from the middle of an
                # area stand in zone-overrides.csv.
                code,place,province,latitude,longitude,zone
                """);
        for (var area : areas.values()) {
            var zone = engine.query(area.latitude(), area.longitude())
                    .orElseThrow(() -> new IllegalStateException(area + " lies in no zone"))
                    .getId();
            var place = area.place().contains(",") ? '"' + area.place() + '"' : area.place();
            csv.append(String.format(Locale.ROOT, "%s,%s,%s,%.4f,%.4f,%s%n", area.code(), place, area.province(),
                    area.latitude(), area.longitude(), zone));
        }
        Files.writeString(Path.of(arguments[3]), csv, StandardCharsets.UTF_8);
        System.out.println(areas.size() + " areas");
    }

    private static final Pattern WORD = Pattern.compile("(^|[ (/-])([^ ()/-]+)");

    private static final Set<String> ANYWHERE = Set.of("Of", "And", "De", "Du", "Des", "Aux", "Au");

    private static final Set<String> AFTER_HYPHEN = Set.of("La", "Le", "Les", "Sur", "A");

    /** The source lower-cased every letter but those after a space, and broke hyphenated words in two. */
    private static String name(String source, Map<String, String> words) {
        var word = WORD.matcher(source.strip().replace("- ", "-"));
        var name = new StringBuilder();
        while (word.find()) {
            var before = word.group(1);
            var titled = Character.toUpperCase(word.group(2).charAt(0)) + word.group(2).substring(1);
            boolean inside = before.equals("-") || before.equals(" ") && !name.toString().endsWith("/");
            String right;
            boolean goesOn = before.equals(" ") && name.toString().matches(".* (of|and|de)|.*-de");
            if (before.equals("-") && titled.equals("A")) {
                right = "à";
            } else if (inside && ANYWHERE.contains(titled) || before.equals("-") && AFTER_HYPHEN.contains(titled)
                    || goesOn && Set.of("La", "The").contains(titled)) {
                right = titled.toLowerCase(Locale.ROOT);
            } else {
                right = words.getOrDefault(titled, titled);
            }
            word.appendReplacement(name, Matcher.quoteReplacement(before + right));
        }
        var result = word.appendTail(name).toString();
        if (result.indexOf('\uFFFD') >= 0) {
            throw new IllegalStateException(result + " has lost an accent and words.csv does not know it");
        }
        return result;
    }

    private static Map<String, String[]> table(Path file) throws Exception {
        var rows = new TreeMap<String, String[]>();
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(row -> rows.put(row[0], row));
        return rows;
    }
}
