package ca.tripoint.kit.security;

/** The groups of the access token's {@code groups} claim, for {@code @RolesAllowed}. */
public final class Roles {

    public static final String CLIENT = "client";
    public static final String THERAPIST = "therapist";
    public static final String CLINICIAN = "clinician";
    public static final String PARTNER = "partner";
    public static final String OPERATIONS = "ops";

    private Roles() {}
}
