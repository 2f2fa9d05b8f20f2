package ca.tripoint.kit.problem;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The members of a problem document (RFC 9457), for answers that are given before the resource methods' own machinery starts. */
public final class ProblemDocument {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemDocument() {}

    public static Map<String, Object> of(Refusal refusal, ProblemTexts texts, Locale language) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type(refusal.problem()).toString());
        members.put("status", refusal.problem().status());
        members.put("title", texts.title(refusal.problem(), language));
        members.put("detail", texts.detail(refusal.problem(), language));
        members.putAll(extensions(refusal));
        return members;
    }

    static URI type(ProblemCode problem) {
        return URI.create("https://tripoint.ca/problems/" + problem.code());
    }

    static Map<String, Object> extensions(Refusal refusal) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", refusal.problem().code());
        if (!refusal.errors().isEmpty()) {
            members.put("errors", refusal.errors());
        }
        members.putAll(refusal.extensions());
        return members;
    }
}
