package ca.tripoint.triage.decision;

import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Keyword;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words in free text that speak of a danger the form says is not there. They can only raise: the question is asked again,
 * until it is answered after the text was written.
 */
final class Mentions {
    private final List<Keyword> keywords;
    private final Map<String, Phrase> phrases;

    Mentions(Ruleset ruleset) {
        keywords = ruleset.keywords();
        phrases = keywords.stream()
                .flatMap(keyword -> keyword.words().stream())
                .distinct()
                .collect(Collectors.toUnmodifiableMap(word -> word, Phrase::of));
    }

    List<Question> contradicted(Answers answers) {
        List<Question> asked = new ArrayList<>();
        for (Answer answer : answers.byQuestion().values()) {
            if (answer instanceof Answer.Text text) {
                Set<String> readings = Set.copyOf(List.of(plain(text.text(), ""), plain(text.text(), " ")));
                keywords.stream()
                        .filter(keyword -> stillSafe(keyword, answers, text))
                        .filter(keyword -> readings.stream().anyMatch(plain -> mentions(keyword, plain)))
                        .map(Keyword::asks)
                        .forEach(asked::add);
            }
        }
        return asked;
    }

    private boolean mentions(Keyword keyword, String plain) {
        return keyword.words().stream().map(phrases::get).anyMatch(phrase -> phrase.in(plain));
    }

    /** The form says that there is no danger, and has not said so since; a question that need not be answered says so too. */
    private static boolean stillSafe(Keyword keyword, Answers answers, Answer.Text text) {
        return answers.to(keyword.asks().id())
                .map(answer -> safe(keyword, answer) && !answer.answeredAt().isAfter(text.answeredAt()))
                .orElse(!keyword.asks().needed());
    }

    private static boolean safe(Keyword keyword, Answer answer) {
        return switch (answer) {
            case Answer.Choice choice -> keyword.safe().contains(choice.code());
            case Answer.Choices choices -> keyword.safe().containsAll(choices.codes());
            case Answer.Whole whole -> keyword.safe().contains(String.valueOf(whole.number()));
            case Answer.Weeks weeks -> keyword.safe().contains(String.valueOf(weeks.weeks()));
            case Answer.Unresolved ignored -> false;
            case Answer.Day ignored -> false;
            case Answer.Text ignored -> false;
        };
    }

    /** @param literal the longest part between stars: it is looked for first, which is quick */
    private record Phrase(String literal, Pattern pattern) {

        static Phrase of(String word) {
            String[] parts = plain(word, "").split("\\*", -1);
            String body = Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining("\\w*"));
            String end = word.endsWith("*") ? "" : "\\b";
            String literal = Arrays.stream(parts)
                    .max(Comparator.comparingInt(String::length))
                    .orElseThrow();
            return new Phrase(literal, Pattern.compile("\\b" + body + end));
        }

        boolean in(String plain) {
            return plain.contains(literal) && pattern.matcher(plain).find();
        }
    }

    /**
     * Lower case, without accents, ligatures and wide letters, every apostrophe made plain, hyphens parting words. One space between
     * words, whatever was typed: no pattern need look for many, which on a text of spaces takes time in their square.
     *
     * @param unseen what stands in place of characters that cannot be seen: they part words, or lie within one
     */
    private static String plain(String text, String unseen) {
        String bare = Normalizer.normalize(text.replaceAll("[’‘‛ʼʹ′´`]", "'"), Normalizer.Form.NFKD);
        return bare.replaceAll("\\p{M}+", "")
                .replaceAll("[\\p{Cf}\\p{Cc}&&[^\\s]]+", unseen)
                .replaceAll("[\\s\\p{Z}\\p{Pd}_]+", " ")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
    }
}
