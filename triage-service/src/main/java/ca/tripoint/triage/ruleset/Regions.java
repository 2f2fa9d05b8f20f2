package ca.tripoint.triage.ruleset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Our own coding of the body. A sided region exists twice, as {@code _L} and {@code _R}: the client's own left and right. */
public record Regions(List<Region> all) {

    /** @param paths by code and view: where the body chart shows it */
    public record Region(
            String code,
            boolean sided,
            List<String> views,
            boolean inScope,
            boolean belowKnee,
            boolean leg,
            Map<String, Map<String, String>> paths) {

        List<String> codes() {
            return sided ? List.of(code + "_L", code + "_R") : List.of(code);
        }
    }

    public enum Side {
        LEFT,
        RIGHT
    }

    public List<String> codes() {
        return all.stream().flatMap(region -> region.codes().stream()).toList();
    }

    /** The region of a code, whatever its side. */
    public Region of(String code) {
        return find(base(code)).orElseThrow(() -> new IllegalArgumentException("no region " + code));
    }

    Optional<Region> find(String base) {
        return all.stream().filter(region -> region.code().equals(base)).findFirst();
    }

    public static String base(String code) {
        return side(code).isPresent() ? code.substring(0, code.length() - 2) : code;
    }

    public static Optional<Side> side(String code) {
        return code.endsWith("_L")
                ? Optional.of(Side.LEFT)
                : code.endsWith("_R") ? Optional.of(Side.RIGHT) : Optional.empty();
    }

    /** The codes of these regions on one side and in the middle. */
    List<String> around(List<String> bases, Side side) {
        return expand(bases, Optional.empty())
                .filter(code -> side(code).map(side::equals).orElse(true))
                .toList();
    }

    /** All codes of these regions, or those of one side. */
    Stream<String> expand(List<String> bases, Optional<Side> side) {
        return bases.stream()
                .map(base -> find(base).orElseThrow(() -> new IllegalArgumentException("unknown region " + base)))
                .flatMap(region -> region.codes().stream())
                .filter(code -> side.isEmpty() || side.equals(side(code)));
    }
}
