package ca.tripoint.therapist.roster;

import ca.tripoint.therapist.therapist.Equipment;
import ca.tripoint.therapist.therapist.Gender;
import ca.tripoint.therapist.therapist.Skill;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a client would like, or what their clearance requires. What is null or empty does not matter. */
public record Wish(
        @Nullable UUID therapistId,
        @Nullable Gender gender,
        @Nullable String language,
        Set<Skill> skills,
        Set<Equipment> equipment) {

    /** Anybody. */
    public static final Wish NONE = new Wish(null, null, null, Set.of(), Set.of());

    public static Wish nobodyBut(UUID therapistId) {
        return new Wish(therapistId, null, null, Set.of(), Set.of());
    }

    /** The same wish, of anybody. */
    public Wish ofAnybody() {
        return new Wish(null, gender, language, skills, equipment);
    }

    public boolean fits(Member member) {
        return (therapistId == null || therapistId.equals(member.id()))
                && (gender == null || gender == member.gender())
                && (language == null || member.languages().contains(language))
                && member.skills().containsAll(skills)
                && member.equipment().containsAll(equipment);
    }
}
