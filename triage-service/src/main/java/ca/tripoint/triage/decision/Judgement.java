package ca.tripoint.triage.decision;

import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Rule;
import ca.tripoint.triage.ruleset.Rule.Escalation;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.ruleset.Sheet;
import ca.tripoint.triage.ruleset.Truths;

/** One rule on one sheet: the truths it may still have, and the mildest and gravest it may still come to. */
record Judgement(Rule rule, int truths, Outcome floor, Outcome ceiling) {

    static Judgement of(Rule rule, Sheet sheet) {
        int truths = sheet.truths(rule.when());
        Outcome mildest = Outcome.EMERGENCY;
        Outcome gravest = Outcome.PROCEED;
        if (Truths.may(truths, Truths.FALSE)) {
            mildest = Outcome.PROCEED;
        }
        if (Truths.may(truths, Truths.UNKNOWN)) {
            mildest = mildest.orMilder(rule.whenUnknown());
            gravest = gravest.orGraver(rule.whenUnknown());
        }
        if (Truths.may(truths, Truths.TRUE)) {
            mildest = mildest.orMilder(fired(rule, sheet, false));
            gravest = gravest.orGraver(fired(rule, sheet, true));
        }
        return new Judgement(rule, truths, mildest, gravest);
    }

    /** An escalation that is unknown in the end escalates: the safe side. */
    private static Outcome fired(Rule rule, Sheet sheet, boolean worst) {
        if (!(rule instanceof RedFlag flag)) {
            return rule.gravest();
        }
        Escalation escalation = flag.escalates();
        if (escalation == null) {
            return flag.outcome();
        }
        int truths = sheet.truths(escalation.when());
        boolean escalated = worst ? truths != Truths.FALSE : !Truths.may(truths, Truths.FALSE);
        return escalated ? escalation.to() : flag.outcome();
    }

    boolean fires() {
        return truths == Truths.TRUE;
    }

    boolean unresolved() {
        return truths == Truths.UNKNOWN;
    }

    boolean open() {
        return floor != ceiling;
    }

    @Override
    public String toString() {
        return "Judgement[redacted]";
    }
}
