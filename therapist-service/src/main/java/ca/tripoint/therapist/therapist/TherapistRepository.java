package ca.tripoint.therapist.therapist;

import ca.tripoint.canada.place.Place;
import ca.tripoint.kit.problem.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
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

    /** The newest editions of the active therapists who may go to a place: those around it, and those with its area on their list. */
    public List<Edition> around(Place place) {
        double degrees = LONGEST_RADIUS_KM / KM_PER_DEGREE;
        double degreesEast = degrees / Math.cos(Math.toRadians(place.at().latitude()));
        return find(
                        """
                        active and (
                            travelRadiusKm is not null
                                and latitude between :south and :north
                                and longitude between :west and :east
                            or array_contains(fsas, :fsa))
                        """,
                        Map.of(
                                "south",
                                place.at().latitude() - degrees,
                                "north",
                                place.at().latitude() + degrees,
                                "west",
                                place.at().longitude() - degreesEast,
                                "east",
                                place.at().longitude() + degreesEast,
                                "fsa",
                                place.fsa().code()))
                .project(Edition.class)
                .list();
    }

    /** A page in the order of ids, and one more to see whether there is another. */
    List<Therapist> after(@Nullable UUID last, int size) {
        return (last == null ? findAll(Sort.by("id")) : find("id > ?1", Sort.by("id"), last))
                .range(0, size)
                .list();
    }
}
