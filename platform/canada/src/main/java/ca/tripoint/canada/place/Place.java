package ca.tripoint.canada.place;

import ca.tripoint.canada.clock.TimeZones;
import java.time.ZoneId;

/**
 * The area a postal code stands for.
 *
 * @param fsa its first three characters
 * @param name what the area is called, in English or French as people there do; may list several neighbourhoods
 * @param province whose credentials, taxes and holidays apply
 * @param at about the middle of the area: good for distances of kilometres, not of streets
 * @param zone whose clocks apply; a fact of the address, never derived from the province
 */
public record Place(Fsa fsa, String name, Province province, Coordinates at, ZoneId zone) {

    public Place {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        TimeZones.rules(zone);
    }

    public Area area() {
        return new Area(fsa, at);
    }
}
