package ca.tripoint.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Decision.NextQuestion;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Ruleset.Keyword;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of a note that ask a question again: as people write them, in both languages. */
class MentionsTest {
    private static final Map<String, List<String>> NOTES = new TreeMap<>();

    static {
        NOTES.put(
                "BLADDER",
                List.of(
                        "I peed myself on Tuesday",
                        "wet-myself twice",
                        "I need a diaper now",
                        "I dribble when I cough",
                        "some leaking at night",
                        "j’ai des fuites",
                        "je porte une couche",
                        "Problème de VESSIE"));
        NOTES.put(
                "BOWEL",
                List.of("I soiled my pants", "fæces", "bowels are odd", "perte de selles", "un accident d’intestins"));
        NOTES.put(
                "SADDLE",
                List.of(
                        "strange when I wipe",
                        "numb between my legs",
                        "I can't feel my bum",
                        "I can barely feel my bottom",
                        "no longer feel my buttocks",
                        "Engourdi à l’entrejambe",
                        "je ne sens plus mes fesses",
                        "au périnée"));
        NOTES.put("SEXUAL", List.of("no erections lately", "trouble d’érection", "ma vie sexuelle"));
        NOTES.put(
                "NUMBNESS",
                List.of(
                        "my foot is numb",
                        "my foot is _numb_",
                        "I can’t feel my toes",
                        "cant feel my toes",
                        "orteils engourdis",
                        "je ne sens pas mes jambes",
                        "je ne sens plus mon pied"));
        NOTES.put(
                "WEAKNESS",
                List.of(
                        "foot drop since Friday",
                        "a foot-drop",
                        "my knee buckles",
                        "my legs give way",
                        "lost strength in my left leg",
                        "my legs feel weak",
                        "legs like jelly",
                        "mes jambes sont molles",
                        "cant walk far",
                        "ma jambe lâche",
                        "mes jambes cèdent",
                        "mes jambes sont faibles",
                        "jambe droite faible",
                        "je peux pas bouger mes jambes",
                        "je n’arrive plus à marcher",
                        "j’ai perdu de la force"));
        NOTES.put("TINGLING", List.of("pins  and needles", "Tingling toes", "des fourmis", "picotements"));
        NOTES.put("BELOW_KNEE", List.of("shoots down to my foot", "jusqu’au mollet"));
        NOTES.put("WORSENING", List.of("it is getting worse", "c’est de pire en pire"));
        NOTES.put("UNBEARABLE", List.of("it is unbearable", "10 / 10", "une douleur insupportable"));
        NOTES.put(
                "INJURY",
                List.of(
                        "I FELL on the ice",
                        "slipped in the shower",
                        "tripped over the cat",
                        "j’ai glissé",
                        "je suis tombée"));
        NOTES.put(
                "ADVISED_AGAINST",
                List.of("my doctor advised against it", "physio said no massage", "on me l’a déconseillé"));
        NOTES.put("DISC", List.of("a slipped disc in 2019", "une hernie discale"));
        NOTES.put("STENOSIS", List.of("narrowing of the spine", "sténose lombaire"));
        NOTES.put("FEVER", List.of("chills at night", "un peu de fièvre"));
        NOTES.put("CANCER", List.of("breast cancer in 2015", "chemo last year", "une tumeur", "suivie en oncologie"));
        NOTES.put(
                "WEIGHT",
                List.of(
                        "I lost 20 pounds",
                        "lost\u00a0\n  20   pounds",
                        "losing weight",
                        "lost a lot of weight",
                        "weight-loss",
                        "lost 10 lb",
                        "lost 10-15 lb",
                        "I have lost my appetite and 8 kg",
                        "lost about 20 pounds",
                        "j’ai maigri",
                        "perdu beaucoup de poids",
                        "perdu 8 kilos",
                        "perdu 8 à 10 kilos"));
        NOTES.put("NIGHT_PAIN", List.of("it keeps me awake", "I can't sleep", "mal la nuit", "ça me réveille"));
        NOTES.put(
                "IMMUNE",
                List.of("weak immune system", "kidney transplant", "système immunitaire", "une greffe de rein"));
        NOTES.put(
                "OSTEOPOROSIS",
                List.of("mild osteoporosis", "I take Fosamax", "ostéopénie", "tassement d’une vertèbre"));
        NOTES.put("STEROIDS", List.of("on prednisone since spring", "steroids", "de la cortisone", "corticostéroïdes"));
        NOTES.put(
                "BLOOD_THINNER",
                List.of(
                        "on warfarin for years",
                        "blood thinners",
                        "blood\u2011thinners",
                        "un anticoagulant",
                        "pour éclaircir le sang"));
        NOTES.put("CLOT", List.of("had a blood clot", "une phlébite"));
        NOTES.put(
                "CALF",
                List.of(
                        "my calf is swollen",
                        "calf is big and hot",
                        "mollet enflé",
                        "mon mollet est gros et chaud",
                        "un œdème"));
        NOTES.put("ANEURYSM", List.of("a small aneurysm", "anévrisme"));
        NOTES.put("SURGERY", List.of("surgery in September", "on m’a opérée"));
        NOTES.put(
                "PREGNANCY",
                List.of("I might be pregnant", "due date in May", "je suis enceinte", "troisième trimestre"));
        NOTES.put("HIGH_RISK_PREGNANCY", List.of("they call it high-risk", "grossesse à risque"));
        NOTES.put("SKIN", List.of("a rash on my hip", "du zona", "une plaie"));
    }

    private final Person expecting = Person.cleared().with("pregnantWeeks", 20).with("highRiskPregnancy", "NO");

    static List<Keyword> keywords() {
        return Person.RULES.keywords();
    }

    private static List<String> askedAgain(Person person) {
        return person.decision().nextQuestions().stream().map(NextQuestion::id).toList();
    }

    @Test
    void every_keyword_has_notes_that_mention_it() {
        Set<String> codes = new HashSet<>();
        keywords().forEach(keyword -> codes.add(keyword.code()));
        assertThat(NOTES.keySet()).isEqualTo(codes);
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void a_note_that_mentions_a_danger_asks_about_it_again(Keyword keyword) {
        boolean pregnant = keyword.code().equals("HIGH_RISK_PREGNANCY");
        for (String note : NOTES.getOrDefault(keyword.code(), List.of())) {
            Person writing =
                    (pregnant ? expecting : Person.cleared().without("skin.localProblemRegions")).with("notes", note);

            assertThat(writing.decision().outcome()).as(note).isEqualTo(Outcome.INCOMPLETE);
            assertThat(askedAgain(writing)).as(note).contains(keyword.asks().id());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sitting makes it worse, walking helps.",
                "I would like an evening appointment, and my dog is friendly.",
                "La marche me fait du bien, la position assise non.",
                "Je préfère une massothérapeute, le soir."
            })
    void a_note_without_a_danger_asks_nothing(String note) {
        assertThat(Person.cleared().with("notes", note).decision().outcome()).isEqualTo(Outcome.PROCEED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am on warfarin|gen.anticoagulantOrBleedingDisorder|NO",
                "I fell|trauma.kind|NONE",
            })
    void an_answer_given_after_the_note_counts(String note, String question, String answer) {
        Person writing = Person.cleared().with("notes", note);

        assertThat(askedAgain(writing)).containsExactly(question);
        assertThat(writing.withLater(question, answer).decision().outcome()).isEqualTo(Outcome.PROCEED);
    }

    @Test
    void weeks_of_pregnancy_are_asked_again_while_they_are_said_to_be_none() {
        Person writing = Person.cleared().with("notes", "I am pregnant");

        assertThat(askedAgain(writing)).containsExactly("pregnantWeeks");
        assertThat(expecting.with("notes", "I am pregnant").decision().outcome())
                .isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
        assertThat(writing.withLater("pregnantWeeks", 0).decision().outcome()).isEqualTo(Outcome.PROCEED);
    }

    @Test
    void severity_is_asked_again_while_it_is_said_to_be_bearable() {
        Person agony = Person.cleared().with("notes", "unbearable");

        assertThat(askedAgain(agony.with("pain.severity", 6))).containsExactly("pain.severity");
        assertThat(agony.with("pain.severity", 7).decision().outcome()).isEqualTo(Outcome.PROCEED);
    }

    @Test
    void a_list_is_asked_again_until_it_names_what_the_note_speaks_of() {
        Person writing = Person.cleared().with("notes", "I have a herniated disc");

        assertThat(askedAgain(writing)).containsExactly("dx.confirmed");
        assertThat(askedAgain(writing.with("dx.confirmed", List.of("BONE_SPUR"))))
                .containsExactly("dx.confirmed");
        assertThat(writing.with("dx.confirmed", List.of("BONE_SPUR", "DISC_HERNIATION"))
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
    }

    @Test
    void a_question_nobody_has_to_answer_is_asked_for_a_note() {
        Person silent = Person.cleared().without("skin.localProblemRegions");

        assertThat(silent.decision().outcome()).isEqualTo(Outcome.PROCEED);
        assertThat(askedAgain(silent.with("notes", "a rash"))).containsExactly("skin.localProblemRegions");
        assertThat(silent.with("notes", "a rash")
                        .withLater("skin.localProblemRegions", List.of())
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.PROCEED);
    }

    @Test
    void what_is_not_known_counts_already_and_what_is_not_asked_is_not_asked_again() {
        assertThat(Person.cleared()
                        .with("gen.osteoporosis", "UNKNOWN")
                        .with("notes", "osteoporosis?")
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
        Decision unassessed = Person.cleared()
                .notAssessed()
                .with("notes", "no massage, they said")
                .decision();
        assertThat(unassessed.outcome()).isEqualTo(Outcome.ASSESSMENT_FIRST);
        assertThat(unassessed.contradictions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blad\u00adder",
                "blad\u200bder",
                "\uff42\uff4c\uff41\uff44\uff44\uff45\uff52",
                "can\u02bct hold it",
                "can\u00b4t hold it",
                "can\u2018t hold it",
                "can`t hold it",
                "can\u2032t hold it",
                "my\u200bbladder",
                "bla\u007fdder",
                "can\u02b9t hold it"
            })
    void letters_that_look_alike_are_alike(String note) {
        assertThat(askedAgain(Person.cleared().with("notes", note))).containsExactly("ces.bladderControlLossOrChange");
    }

    /** One such letter is eighteen when it is taken apart. */
    @Test
    void a_note_of_ligatures_is_read_like_any_other() {
        String note = "\ufdfa".repeat(3_000);

        assertThat(askedAgain(Person.cleared().with("notes", note))).isEmpty();
        assertThat(askedAgain(Person.cleared().with("notes", note + " my bladder")))
                .containsExactly("ces.bladderControlLossOrChange");
    }

    /** Four thousand blanks are one: where a pattern looks for several, such a note takes time in the square of its length. */
    @Test
    void a_note_of_blanks_is_read_like_any_other() {
        String note = "lost" + " ".repeat(3_980);

        assertThat(askedAgain(Person.cleared().with("notes", note))).isEmpty();
        assertThat(askedAgain(Person.cleared().with("notes", note + "9 pounds")))
                .containsExactly("gen.unexplainedWeightLoss");
    }
}
