package ca.tripoint.kit.signing;

/** Why a fact is not believed. The service that asked turns it into its own refusal ({@code offer-expired}, …). */
public final class FactRejected extends Exception {

    /** The three ways in which a token can be of no use. */
    public enum Reason {
        /** Not signed by whom it should be, not meant for us, or not a fact at all. */
        INVALID,
        /** It was good once. */
        EXPIRED,
        /** It is good, and somebody else's. */
        FOREIGN
    }

    private final Reason reason;

    FactRejected(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
