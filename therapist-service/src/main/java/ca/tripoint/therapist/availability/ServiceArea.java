package ca.tripoint.therapist.availability;

import ca.tripoint.canada.place.Coordinates;
import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.travel.GreatCircle;
import java.util.Set;

/** Where a therapist goes. */
public sealed interface ServiceArea {

    boolean reaches(Place place);

    /** So far from home, as the crow flies, measured between the middles of the two areas. */
    record Radius(Coordinates home, int kilometres) implements ServiceArea {
        @Override
        public boolean reaches(Place place) {
            return GreatCircle.kilometres(home, place.at()) <= kilometres;
        }
    }

    /** These areas and no others. */
    record Areas(Set<Fsa> fsas) implements ServiceArea {
        @Override
        public boolean reaches(Place place) {
            return fsas.contains(place.fsa());
        }
    }
}
