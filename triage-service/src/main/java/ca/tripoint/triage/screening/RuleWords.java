package ca.tripoint.triage.screening;

import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Decision.AppliedAdjustment;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule in the reader's language. Where it names places they are part of the sentence; places nobody knows have their own. */
public final class RuleWords {
    private static final String NAME = ".name";
    private static final String TEXT = ".text";

    private final Texts texts;

    public RuleWords(Texts texts) {
        this.texts = texts;
    }

    public String name(AppliedAdjustment applied) {
        return words(applied.rule(), NAME, applied.region().stream().toList());
    }

    public String text(AppliedAdjustment applied) {
        return words(applied.rule(), TEXT, applied.region().stream().toList());
    }

    /** What binds a therapist only if there is to be a massage says so. */
    public String text(AppliedAdjustment applied, Decision decision) {
        return ifCleared(text(applied), decision);
    }

    private String ifCleared(String text, Decision decision) {
        return decision.bookable() ? text : texts.get("phrases.ifCleared").replace("{text}", text);
    }

    /** Of a rule that nobody could answer it says which. */
    public String name(Decision.Reason reason, Decision decision) {
        return leftOpen(reason, words(reason.code(), NAME, regions(reason, decision)));
    }

    /** As {@link #name(Decision.Reason, Decision)}, in a sentence. */
    public String text(Decision.Reason reason, Decision decision) {
        String text = leftOpen(reason, words(reason.code(), TEXT, regions(reason, decision)));
        boolean adjustment = decision.adjustments().stream()
                .anyMatch(applied -> applied.rule().equals(reason.rule()));
        return adjustment ? ifCleared(text, decision) : text;
    }

    private String leftOpen(Decision.Reason reason, String words) {
        return reason.leftOpen() ? words + " (" + name(reason.rule()) + ")" : words;
    }

    public String name(String code) {
        return texts.get("rules." + code + NAME);
    }

    public String text(String code) {
        return texts.get("rules." + code + TEXT);
    }

    private static List<String> regions(Decision.Reason reason, Decision decision) {
        return decision.adjustments().stream()
                .filter(adjustment -> adjustment.rule().equals(reason.rule()))
                .flatMap(adjustment -> adjustment.region().stream())
                .toList();
    }

    private String words(String code, String which, List<String> regions) {
        String key = "rules." + code;
        Optional<String> unknown = regions.contains(AppliedAdjustment.UNKNOWN_REGION)
                ? texts.find(key + "_" + AppliedAdjustment.UNKNOWN_REGION + which)
                : Optional.empty();
        String labels = regions.stream()
                .map(region -> texts.find("regions." + region).orElse(region))
                .collect(Collectors.joining(", "));
        return unknown.orElseGet(() -> texts.get(key + which)).replace("{region}", labels);
    }
}
