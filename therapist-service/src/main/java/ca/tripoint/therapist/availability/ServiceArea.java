package ca.tripoint.therapist.availability;

import ca.tripoint.canada.place.Area;
import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.travel.GreatCircle;
import java.util.Set;

/** Where a therapist goes. */
public sealed interface ServiceArea {

    /** @param ruralKilometres how far a door may be from the middle of a rural area */
    boolean reaches(Place place, double ruralKilometres);

    /**
     * So far from home, as the crow flies, measured between the middles of the two areas. Where one of them is rural, the door may be
     * farther than its middle: the radius must reach that much beyond. Who knows the country better names the areas instead.
     */
    record Radius(Area home, int kilometres) implements ServiceArea {
        @Override
        public boolean reaches(Place place, double ruralKilometres) {
            boolean rural = home.fsa().isRural() || place.fsa().isRural();
            return GreatCircle.kilometres(home.at(), place.at()) + (rural ? ruralKilometres : 0) <= kilometres;
        }
    }

    /** These areas and no others. */
    record Areas(Set<Fsa> fsas) implements ServiceArea {
        @Override
        public boolean reaches(Place place, double ruralKilometres) {
            return fsas.contains(place.fsa());
        }
    }
}
