package ca.tripoint.triage.screening;

import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.idempotency.Idempotency.Attempt;
import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.recall.RecalledVersions;
import ca.tripoint.triage.review.Reviews;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.screening.ScreeningContent.Guardian;
import ca.tripoint.triage.screening.ScreeningContent.Source;
import ca.tripoint.triage.screening.ScreeningContent.StoredAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Starting, answering and deciding screenings. Each is one transaction under the client's lock: answers, decision, clearance and
 * events together, or nothing.
 */
@ApplicationScoped
class Screenings {
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clients clients;
    private final ScreeningRepository repository;
    private final Decider decider;
    private final Settlement settlement;
    private final RecalledVersions recalled;
    private final Reviews reviews;
    private final ServedRulesets rulesets;
    private final Clock clock;

    Screenings(
            Transactions transactions,
            Idempotency idempotency,
            Clients clients,
            ScreeningRepository repository,
            Decider decider,
            Settlement settlement,
            RecalledVersions recalled,
            Reviews reviews,
            ServedRulesets rulesets,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clients = clients;
        this.repository = repository;
        this.decider = decider;
        this.settlement = settlement;
        this.recalled = recalled;
        this.reviews = reviews;
        this.rulesets = rulesets;
        this.clock = clock;
    }

    /** @param file what was just made; a replay is read anew */
    record Started(Idempotency.Outcome outcome, Optional<ScreeningFile> file) {}

    Started start(Attempt attempt, Reader who, NewScreening request) {
        UUID id = UUID.randomUUID();
        return transactions.run(() -> {
            AtomicReference<@Nullable ScreeningFile> made = new AtomicReference<>();
            Idempotency.Outcome outcome = idempotency.once(attempt, id, () -> made.set(create(id, who, request)));
            return new Started(outcome, Optional.ofNullable(made.get()));
        });
    }

    private ScreeningFile create(UUID id, Reader who, NewScreening request) {
        Ruleset ruleset = rulesets.active();
        String version = request.rulesetVersion();
        if (version != null && !version.equals(ruleset.version())) {
            throw Refusal.of(TriageProblem.RULESET_SUPERSEDED);
        }
        requireConsent(request, ruleset);
        UUID clientId = about(who, request);
        Instant now = clock.instant();
        Client client = clients.lock(clientId);
        Screening screening = new Screening(
                id,
                clientId,
                who.id(),
                ruleset.version(),
                ruleset.sha256(),
                ruleset.consent().healthIntakeVersion(),
                now);
        Map<String, StoredAnswer> carried = request.basedOn() == null
                ? Map.of()
                : carriedOver(repository.readable(request.basedOn(), who), clientId, ruleset);
        ScreeningContent content = ScreeningContent.empty(guardian(request))
                .with(AnswerSheet.merged(ruleset.questionnaire(), carried, request.given(), now));
        ScreeningFile file = settlement.settle(screening, content, client, request.submitted(), now);
        refuseRecalled(file);
        return file;
    }

    /** A version that was recalled starts no screening; but somebody who tells a warning sign is told what to do. */
    private void refuseRecalled(ScreeningFile started) {
        if (started.decision().redFlags().isEmpty()
                && started.clearance().isEmpty()
                && recalled.contains(started.ruleset().version())) {
            throw Refusal.of(TriageProblem.RULESET_RECALLED);
        }
    }

    private static void requireConsent(NewScreening request, Ruleset ruleset) {
        boolean given = request.consent() != null
                && ruleset.consent()
                        .healthIntakeVersion()
                        .equals(request.consent().healthIntake());
        if (!given) {
            throw Refusal.of(TriageProblem.CONSENT_REQUIRED)
                    .with("healthIntake", ruleset.consent().healthIntakeVersion());
        }
    }

    /** A client speaks for themselves; a partner names the person. */
    private static UUID about(Reader who, NewScreening request) {
        UUID person = request.onBehalfOf();
        if (who.partner()) {
            if (person == null) {
                throw Refusal.invalidField("onBehalfOf", "required");
            }
            return person;
        }
        if (person != null && !person.equals(who.id())) {
            throw Refusal.of(CommonProblem.FORBIDDEN);
        }
        return who.id();
    }

    private static @Nullable Guardian guardian(NewScreening request) {
        return request.guardian() == null
                ? null
                : new Guardian(request.guardian().name(), request.guardian().relationship());
    }

    /** What does not change between screenings, marked as not confirmed yet. */
    private Map<String, StoredAnswer> carriedOver(Screening earlier, UUID clientId, Ruleset ruleset) {
        if (!earlier.clientId.equals(clientId)) {
            throw Refusal.notFound();
        }
        Map<String, StoredAnswer> carried = new HashMap<>();
        repository
                .open(earlier)
                .answers()
                .forEach((id, stored) -> ruleset.questionnaire()
                        .find(id)
                        .filter(Question::stable)
                        .ifPresent(
                                question -> carried.put(id, new StoredAnswer(stored.answer(), Source.CARRIED_OVER))));
        return carried;
    }

    /** Merges answers into an open screening. */
    ScreeningFile answer(UUID id, Reader who, @Nullable String ifMatch, Map<String, JsonNode> sent) {
        return transactions.run(() -> {
            Client client = lockedOwner(id, who);
            Screening screening = repository.screening(id);
            requireOpen(screening, ifMatch);
            Instant now = clock.instant();
            Standing standing = standing(screening, client, now);
            ScreeningContent content = standing.content();
            Ruleset ruleset = ruleset(screening);
            Map<String, StoredAnswer> merged =
                    AnswerSheet.merged(ruleset.questionnaire(), content.answers(), sent, now);
            Decision shown = standing.decision();
            Decision after = shown.contradictions().isEmpty()
                    ? shown
                    : decider.decide(screening, content.with(merged), standing.circumstances());
            screening.changed();
            return settlement.settle(
                    screening,
                    content.with(Clarification.settled(ruleset, shown, after, sent.keySet(), merged)),
                    client,
                    false,
                    now);
        });
    }

    /** An open screening as the person has it before their eyes. */
    private record Standing(ScreeningContent content, Circumstances circumstances, Decision decision) {
        @Override
        public String toString() {
            return "Standing[redacted]";
        }
    }

    /** Where answers have grown too old, so has the signal they gave: told anew, it is told to others anew. */
    private Standing standing(Screening screening, Client client, Instant now) {
        ScreeningContent told = repository.open(screening);
        ScreeningContent current = told.asOf(ruleset(screening), now);
        Circumstances circumstances = decider.circumstances(CalendarDay.of(now), false, client, screening, current);
        Decision decision = decider.decide(screening, current, circumstances);
        ScreeningContent content = current == told
                ? told
                : current.signalling(decision.gravestFlag().orElse(null));
        return new Standing(content, circumstances, decision);
    }

    private static void requireOpen(Screening screening, @Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Refusal.of(CommonProblem.PRECONDITION_REQUIRED);
        }
        if (screening.decided()) {
            throw Refusal.of(TriageProblem.SCREENING_DECIDED);
        }
        new Version(screening.version).requireMatch(ifMatch);
    }

    /** Decides, if it can be decided. Of two at once one decides; the other is told so. */
    Idempotency.Outcome submit(Optional<Attempt> attempt, UUID id, Reader who) {
        return transactions.run(() -> {
            Runnable decide = () -> decide(id, who);
            if (attempt.isPresent()) {
                return idempotency.once(attempt.get(), id, decide);
            }
            decide.run();
            return new Idempotency.Outcome(id, false);
        });
    }

    private void decide(UUID id, Reader who) {
        Client client = lockedOwner(id, who);
        Screening screening = repository.screening(id);
        if (screening.decided()) {
            throw Refusal.of(TriageProblem.SCREENING_DECIDED);
        }
        Instant now = clock.instant();
        screening.changed();
        settlement.settle(screening, standing(screening, client, now).content(), client, true, now);
    }

    /** A person asks for a person (Law 25). */
    Idempotency.Outcome askForReview(Attempt attempt, UUID id, Reader who) {
        UUID review = UUID.randomUUID();
        return transactions.run(() -> idempotency.once(attempt, review, () -> {
            Client client = lockedOwner(id, who);
            reviews.openRequest(review, id, client.id(), clock.instant());
        }));
    }

    /** A new open screening of the same person, with what is stable filled in. */
    UUID reopen(Screening earlier, Client client, UUID createdBy, Instant now) {
        Ruleset ruleset = rulesets.active();
        Screening screening = new Screening(
                UUID.randomUUID(),
                client.id(),
                createdBy,
                ruleset.version(),
                ruleset.sha256(),
                earlier.consentVersion,
                now);
        ScreeningContent content = ScreeningContent.empty(
                        repository.open(earlier).guardian())
                .with(carriedOver(earlier, client.id(), ruleset));
        settlement.settle(screening, content, client, false, now);
        return screening.id;
    }

    private Client lockedOwner(UUID id, Reader who) {
        UUID clientId = repository.clientOf(id).orElseThrow(Refusal::notFound);
        Client client = clients.lock(clientId);
        if (!who.mayAnswer(repository.screening(id))) {
            throw Refusal.notFound();
        }
        return client;
    }

    private Ruleset ruleset(Screening screening) {
        return rulesets.ruleset(screening.rulesetVersion);
    }
}
