package ca.tripoint.triage.catalogue;

import ca.tripoint.triage.ruleset.Regions;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import java.util.Map;

/** Our own drawing of the body: one path per region and view. A region may show in both views. */
final class BodyChart {
    private BodyChart() {}

    static String svg(Regions regions, String view, Texts texts) {
        StringBuilder svg = new StringBuilder(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 450\" data-view=\"")
                .append(view)
                .append("\" role=\"group\">");
        for (String code : regions.codes()) {
            Regions.Region region = regions.of(code);
            if (region.views().contains(view)) {
                svg.append("<path data-region=\"")
                        .append(code)
                        .append("\" d=\"")
                        .append(path(region, code, view))
                        .append("\" fill=\"#f3e3d6\" stroke=\"#7a5c48\" stroke-width=\"1\"><title>")
                        .append(escaped(texts.get("regions." + code)))
                        .append("</title></path>");
            }
        }
        return svg.append("</svg>").toString();
    }

    static String path(Regions.Region region, String code, String view) {
        return region.paths().getOrDefault(code, Map.of()).getOrDefault(view, "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
