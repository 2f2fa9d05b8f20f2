package ca.tripoint.therapist.therapist;

import ca.tripoint.canada.place.Place;
import ca.tripoint.kit.problem.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The roster. */
@ApplicationScoped
public class TherapistRepository implements PanacheRepositoryBase<Therapist, UUID> {

    /** The longest radius that a therapist may have. */
    static final int LONGEST_RADIUS_KM = 200;

    private static final double KM_PER_DEGREE = 111;

    /** The therapist, locked until the transaction ends: the first thing that a change does. */
    public Therapist locked(UUID id) {
        Therapist therapist = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (therapist == null) {
            throw Refusal.notFound();
        }
        return therapist;
    }

    /** A therapist as of some version. */
    public record Edition(UUID id, long version) {}

    /**
     * The newest editions of the active therapists who may go to a place: those around it, and those with its area on their list.
     *
     * @param therapist nobody but this one; null for anybody
     * @param gender null if it does not matter
     * @param skills those who have all of these
     */
    public List<Edition> around(
            Place place, @Nullable UUID therapist, @Nullable Gender gender, Collection<Skill> skills) {
        double degrees = LONGEST_RADIUS_KM / KM_PER_DEGREE;
        double degreesEast = degrees / Math.cos(Math.toRadians(place.at().latitude()));
        StringBuilder who = new StringBuilder("""
                active and (
                    travelRadiusKm is not null
                        and latitude between :south and :north
                        and longitude between :west and :east
                    or array_contains(fsas, :fsa))
                """);
        Parameters parameters = Parameters.with("south", place.at().latitude() - degrees)
                .and("north", place.at().latitude() + degrees)
                .and("west", place.at().longitude() - degreesEast)
                .and("east", place.at().longitude() + degreesEast)
                .and("fsa", place.fsa().code());
        if (therapist != null) {
            who.append(" and id = :therapist");
            parameters.and("therapist", therapist);
        }
        if (gender != null) {
            who.append(" and gender = :gender");
            parameters.and("gender", gender);
        }
        if (!skills.isEmpty()) {
            who.append(" and array_includes(skills, :skills)");
            parameters.and("skills", skills.stream().map(Enum::name).toList());
        }
        return find(who.toString(), parameters).project(Edition.class).list();
    }

    /** A page in the order of ids, and one more to see whether there is another. */
    List<Therapist> after(@Nullable UUID last, int size) {
        return (last == null ? findAll(Sort.by("id")) : find("id > ?1", Sort.by("id"), last))
                .range(0, size)
                .list();
    }
}
