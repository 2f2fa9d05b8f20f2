package ca.tripoint.canada.travel;

import ca.tripoint.canada.place.Coordinates;

/** Distance along the surface of a sphere with the earth's mean radius (haversine); within 0.6 % of the true one. */
public final class GreatCircle {

    /** Mean radius of the earth in kilometres (IUGG R1). */
    private static final double RADIUS = 6371.0088;

    private GreatCircle() {}

    /** Kilometres between two points as the crow flies. */
    public static double kilometres(Coordinates a, Coordinates b) {
        double latitude = Math.toRadians(b.latitude() - a.latitude());
        double longitude = Math.toRadians(b.longitude() - a.longitude());
        double h = square(Math.sin(latitude / 2))
                + Math.cos(Math.toRadians(a.latitude()))
                        * Math.cos(Math.toRadians(b.latitude()))
                        * square(Math.sin(longitude / 2));
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static double square(double value) {
        return value * value;
    }
}
