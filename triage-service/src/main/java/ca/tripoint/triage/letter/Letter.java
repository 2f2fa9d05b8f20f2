package ca.tripoint.triage.letter;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.plan.Plan;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Change;
import ca.tripoint.triage.ruleset.Rule.Ground;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import ca.tripoint.triage.screening.AnswerWords;
import ca.tripoint.triage.screening.AnswerWords.Said;
import ca.tripoint.triage.screening.RuleWords;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import ca.tripoint.triage.screening.ScreeningContent.StoredAnswer;
import ca.tripoint.triage.screening.ScreeningFile;
import ca.tripoint.triage.screening.ToldFlag;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the letter says: who writes to whom about whom, the warning signs first, then the other reasons, what was told, what was asked
 * and denied, what was not answered, and what is to be done. The person writes their own name on it: we do not know it here. Nothing
 * they wrote freely is in it.
 *
 * @param reasons everything that is no warning sign: what stands in the way, what binds the therapist, why somebody may book
 * @param told answers that say something, by section
 * @param denied symptoms that were asked about and are not there, by section
 * @param unresolved what the person did not know or did not want to say
 * @param earlier what was told earlier and not said again, with its day, denials last; none of it was decided on
 * @param missing what nobody answered
 * @param action what the person was told to do
 * @param plan how we would work, where we may
 * @param ask what the recipient is asked to look for
 */
@TemplateData
public record Letter(
        String language,
        Map<String, String> t,
        Outcome outcome,
        String to,
        String urgency,
        boolean cleared,
        String date,
        String age,
        String reference,
        String intro,
        List<Reason> redFlags,
        List<Reason> reasons,
        List<Section> told,
        List<Group> denied,
        List<String> unresolved,
        List<Said> earlier,
        List<String> missing,
        List<String> action,
        List<String> plan,
        String ask,
        String version,
        String footer) {
    private static final String KEY = "letter.";
    private static final Set<String> DENIALS = Set.of("NO", "NONE");

    /** Where a No says that something is not there; of an EVENT it says that something was not done. */
    private static final Set<String> SYMPTOMS =
            Set.of("NERVES", "BLADDER_AND_BOWEL", "INJURY", "GENERAL_HEALTH", "PREGNANCY");

    /** @param basis the evidence the rule rests on */
    @TemplateData
    public record Reason(String name, String text, String basis) {
        @Override
        public String toString() {
            return "Reason[redacted]";
        }
    }

    @TemplateData
    public record Section(String title, List<Said> said) {
        @Override
        public String toString() {
            return "Section[redacted]";
        }
    }

    /** Labels of one section in a line. */
    @TemplateData
    public record Group(String title, String labels) {
        @Override
        public String toString() {
            return "Group[redacted]";
        }
    }

    static Letter of(ScreeningFile file, Locale language) {
        return new Writer(file, language).letter();
    }

    private static final class Writer {
        private final ScreeningFile file;
        private final Ruleset ruleset;
        private final Texts texts;
        private final Locale language;
        private final AnswerWords words;
        private final RuleWords rules;
        private final LocalDate day;

        Writer(ScreeningFile file, Locale language) {
            this.file = file;
            this.ruleset = file.ruleset();
            this.texts = ruleset.texts(language);
            this.language = language;
            this.day = CalendarDay.of(
                    file.screening().decidedAt().orElse(file.screening().createdAt()));
            this.words = new AnswerWords(ruleset, language, day);
            this.rules = new RuleWords(texts);
        }

        Letter letter() {
            Outcome outcome = file.decision().outcome();
            return new Letter(
                    language.toLanguageTag(),
                    phrases(),
                    outcome,
                    texts.get(KEY + "to." + outcome),
                    texts.get(KEY + "urgency." + outcome),
                    outcome.bookable(),
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(language)
                            .format(day),
                    value("age"),
                    file.screening().id().toString(),
                    texts.get(KEY + (outcome.bookable() ? "introCleared" : "intro")),
                    file.redFlags().stream().map(this::redFlag).toList(),
                    reasons(reason -> !isRedFlag(reason.code()) && (outcome.bookable() || !isGround(reason.code()))),
                    bySection(said -> !denied(said) && !unresolved(said)),
                    groups(bySection(this::denied)),
                    words.allButFreeText(file.content()).stream()
                            .filter(this::unresolved)
                            .map(Said::label)
                            .toList(),
                    earlier(),
                    words.missingOfWeight(file.content()),
                    file.decision().advice().stream()
                            .map(code -> texts.get("advice." + code))
                            .toList(),
                    plan(),
                    outcome.bookable() ? "" : texts.get(KEY + "ask." + outcome),
                    file.screening().rulesetVersion(),
                    texts.get(KEY + "footer")
                            .replace("{version}", file.screening().rulesetVersion())
                            .replace("{sha256}", file.screening().rulesetSha256())
                            .replace("{id}", file.screening().id().toString()));
        }

        private Map<String, String> phrases() {
            return texts.byKey().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(KEY))
                    .collect(Collectors.toMap(entry -> entry.getKey().substring(KEY.length()), Map.Entry::getValue));
        }

        private boolean isRedFlag(String code) {
            return ruleset.rule(code).filter(rule -> rule instanceof RedFlag).isPresent();
        }

        private boolean isGround(String code) {
            return ruleset.rule(code).filter(rule -> rule instanceof Ground).isPresent();
        }

        private Reason redFlag(ToldFlag flag) {
            String text = rules.text(flag.code());
            return new Reason(
                    rules.name(flag.code()),
                    flag.outdated() ? text + " " + texts.get("phrases.outdatedFlag") : text,
                    basis(ruleset.rule(flag.code()).stream().flatMap(rule -> rule.evidence().stream())));
        }

        private String basis(Stream<String> evidence) {
            return evidence.distinct()
                    .map(ruleset.evidence()::get)
                    .map(found -> found.source(language))
                    .collect(Collectors.joining("; "));
        }

        /** Rules that were left open for the same want of an answer are told together. */
        private List<Reason> reasons(Predicate<Decision.Reason> which) {
            Map<String, List<Decision.Reason>> byCode = file.decision().reasons().stream()
                    .filter(which)
                    .collect(Collectors.groupingBy(Decision.Reason::code, LinkedHashMap::new, Collectors.toList()));
            return byCode.values().stream().map(this::reason).toList();
        }

        private Reason reason(List<Decision.Reason> alike) {
            Decision.Reason first = alike.getFirst();
            String leftOpen = alike.stream()
                    .filter(Decision.Reason::leftOpen)
                    .map(reason -> rules.name(reason.rule()))
                    .collect(Collectors.joining(", "));
            String basis = basis(alike.stream().flatMap(reason -> reason.evidence().stream()));
            return leftOpen.isEmpty()
                    ? new Reason(rules.name(first, file.decision()), rules.text(first, file.decision()), basis)
                    : new Reason(rules.name(first.code()) + " (" + leftOpen + ")", rules.text(first.code()), basis);
        }

        private String value(String question) {
            return words.allButFreeText(file.content()).stream()
                    .filter(said -> said.question().equals(question))
                    .map(Said::value)
                    .findFirst()
                    .orElse("");
        }

        private Optional<Answer> answer(Said said) {
            return Optional.ofNullable(file.content().answers().get(said.question()))
                    .map(StoredAnswer::answer);
        }

        private boolean denied(Said said) {
            Question question = ruleset.questionnaire().question(said.question());
            return SYMPTOMS.contains(question.section())
                    && question.change() != Change.EVENT
                    && answer(said)
                            .filter(answer -> answer instanceof Answer.Choice choice && DENIALS.contains(choice.code()))
                            .isPresent();
        }

        /** What says something comes first. */
        private List<Said> earlier() {
            Map<Boolean, List<Said>> byDenial =
                    words.earlier(file.content()).stream().collect(Collectors.partitioningBy(this::denied));
            return Stream.of(false, true)
                    .map(byDenial::get)
                    .flatMap(List::stream)
                    .toList();
        }

        private boolean unresolved(Said said) {
            return answer(said)
                    .filter(answer -> answer instanceof Answer.Unresolved)
                    .isPresent();
        }

        private List<Section> bySection(Predicate<Said> which) {
            Map<String, List<Said>> bySection = words.allButFreeText(file.content()).stream()
                    .filter(which)
                    .collect(Collectors.groupingBy(this::section, LinkedHashMap::new, Collectors.toList()));
            return bySection.entrySet().stream()
                    .map(entry -> new Section(title(entry.getKey()), entry.getValue()))
                    .toList();
        }

        /** As one professional says it to another; the questionnaire speaks to the person. */
        private String title(String section) {
            return texts.get(KEY + "section." + section);
        }

        private String section(Said said) {
            return ruleset.questionnaire().question(said.question()).section();
        }

        private static List<Group> groups(List<Section> sections) {
            return sections.stream()
                    .map(section -> new Group(
                            section.title(),
                            section.said().stream().map(Said::label).collect(Collectors.joining(", "))))
                    .toList();
        }

        private List<String> plan() {
            Decided decided = file.content().decided();
            Plan plan = decided == null ? null : decided.plan();
            if (plan == null) {
                return List.of();
            }
            String course = texts.get(KEY + "planCourse")
                    .replace("{sessions}", String.valueOf(plan.course().sessions()))
                    .replace("{minutes}", String.valueOf(plan.durationMinutes()))
                    .replace("{days}", String.valueOf(plan.course().spacingDays()))
                    .replace("{again}", String.valueOf(plan.course().rescreenAfterSession()));
            String muscles = texts.get(KEY + "planMuscles")
                    .replace("{muscles}", plan.steps().stream().map(this::step).collect(Collectors.joining("; ")));
            return List.of(course, muscles);
        }

        private String step(Plan.Step step) {
            return texts.get(KEY + "planMuscle")
                    .replace("{muscle}", texts.get("muscles." + step.muscle() + ".name"))
                    .replace("{side}", texts.get(KEY + "side." + step.side()))
                    .replace("{pressure}", texts.get("pressures." + step.pressure()));
        }
    }

    @Override
    public String toString() {
        return "Letter[redacted]";
    }
}
