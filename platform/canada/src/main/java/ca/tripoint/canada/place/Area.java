package ca.tripoint.canada.place;

/**
 * As much of an address as distances are reckoned with.
 *
 * @param at about the middle of the area; where it is rural, some tens of kilometres from a door
 */
public record Area(Fsa fsa, Coordinates at) {}
