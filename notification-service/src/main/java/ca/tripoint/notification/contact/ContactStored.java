package ca.tripoint.notification.contact;

import java.util.UUID;

/** A person can now be reached, or reached elsewhere. Told inside the transaction that stores it. */
public record ContactStored(UUID personId) {}
