package ca.tripoint.triage.screening;

import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.clearance.Clearance;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Fact;
import ca.tripoint.triage.progress.Progress;
import ca.tripoint.triage.progress.SessionRecords;
import ca.tripoint.triage.review.Review;
import ca.tripoint.triage.review.Reviews;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What follows from the answers as they stand: they are evaluated, decided if asked or if it is an emergency, stored, and who must
 * know is told. In the transaction of the caller, who holds the client's lock.
 */
@ApplicationScoped
class Settlement {
    private final Clients clients;
    private final ScreeningRepository repository;
    private final Decider decider;
    private final Clearing clearing;
    private final SessionRecords records;
    private final Reviews reviews;
    private final ServedRulesets rulesets;

    Settlement(
            Clients clients,
            ScreeningRepository repository,
            Decider decider,
            Clearing clearing,
            SessionRecords records,
            Reviews reviews,
            ServedRulesets rulesets) {
        this.clients = clients;
        this.repository = repository;
        this.decider = decider;
        this.clearing = clearing;
        this.records = records;
        this.reviews = reviews;
        this.rulesets = rulesets;
    }

    /** A submission that cannot be decided is nobody's last word: what is not known is asked once more as ever. */
    ScreeningFile settle(Screening screening, ScreeningContent given, Client client, boolean submitted, Instant now) {
        ScreeningContent answered = submitted ? given.lastWord() : given;
        Progress progress = records.of(client);
        Circumstances circumstances =
                decider.circumstances(CalendarDay.of(now), submitted, client, progress, screening, answered);
        Decision decision = decider.decide(screening, answered, circumstances);
        if (submitted && !decision.decidable()) {
            return settle(screening, given, client, false, now);
        }
        Optional<Outcome> signal = signal(answered, decision);
        ScreeningContent content = answered.signalling(signal.orElse(answered.signalled()));
        if (decision.outcome() == Outcome.EMERGENCY || submitted) {
            content = content.weighing(progress.latestFindings());
            content = content.decided(decider.complete(screening, content, circumstances, decision));
            screening.decide(now);
        } else {
            content = content.askedAgain(askedAgain(decision));
        }
        repository.store(screening, content);
        tell(screening, client, decision, signal.isPresent(), now);
        Optional<Clearance> clearance =
                content.decided() == null ? Optional.empty() : follow(screening, client, content.decided(), now);
        clients.save(client);
        List<List<Fact>> wouldChange = content.decided() == null
                ? decider.wouldChange(screening, answered, circumstances, decision)
                : content.decided().wouldChange();
        return new ScreeningFile(
                screening,
                content,
                ruleset(screening),
                circumstances,
                decision,
                decider.redFlags(screening, content, circumstances, decision),
                wouldChange,
                clearance,
                false);
    }

    /** A red flag is told once, and again if its urgency rises. */
    private static Optional<Outcome> signal(ScreeningContent content, Decision decision) {
        return decision.gravestFlag()
                .filter(urgency -> content.signalled() == null || urgency.graverThan(content.signalled()));
    }

    /**
     * Nobody keeps a clearance beside a serious doubt. What cannot simply be answered away is remembered of the person at once:
     * leaving this screening open and starting another changes nothing. An UNKNOWN that is asked once more is not final yet, and no
     * reason that would be remembered.
     */
    private void tell(Screening screening, Client client, Decision decision, boolean signal, Instant now) {
        if (signal) {
            client.warn(screening.id, now);
            reviews.open(Review.Kind.RED_FLAG, screening.id, client.id(), now);
        }
        if (decision.floor().graverThan(Outcome.PROCEED_WITH_ADJUSTMENTS)) {
            client.revoke(now);
        }
        client.remember(decision.remembered(), CalendarDay.of(now));
    }

    private Optional<Clearance> follow(Screening screening, Client client, Decided decided, Instant now) {
        Optional<Clearance> clearance = clearing.follow(client, screening, ruleset(screening), decided, now);
        if (decided.decision().humanReview()) {
            reviews.open(Review.Kind.RETRACTION, screening.id, client.id(), now);
        }
        client.completed(screening.id, now);
        return clearance;
    }

    private static Set<String> askedAgain(Decision decision) {
        return decision.nextQuestions().stream()
                .filter(next -> next.mode() == Decision.Mode.REASK)
                .map(Decision.NextQuestion::id)
                .collect(Collectors.toSet());
    }

    private Ruleset ruleset(Screening screening) {
        return rulesets.ruleset(screening.rulesetVersion);
    }
}
