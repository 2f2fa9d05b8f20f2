package ca.tripoint.triage.screening;

import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.idempotency.Idempotency.Attempt;
import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.clearance.Clearance;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Fact;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.progress.Progress;
import ca.tripoint.triage.progress.SessionRecords;
import ca.tripoint.triage.recall.RecalledVersions;
import ca.tripoint.triage.review.Review;
import ca.tripoint.triage.review.Reviews;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import ca.tripoint.triage.screening.ScreeningContent.Guardian;
import ca.tripoint.triage.screening.ScreeningContent.Source;
import ca.tripoint.triage.screening.ScreeningContent.StoredAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
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
    private final Clearing clearing;
    private final RecalledVersions recalled;
    private final SessionRecords records;
    private final Reviews reviews;
    private final ServedRulesets rulesets;
    private final Clock clock;

    Screenings(
            Transactions transactions,
            Idempotency idempotency,
            Clients clients,
            ScreeningRepository repository,
            Decider decider,
            Clearing clearing,
            RecalledVersions recalled,
            SessionRecords records,
            Reviews reviews,
            ServedRulesets rulesets,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clients = clients;
        this.repository = repository;
        this.decider = decider;
        this.clearing = clearing;
        this.recalled = recalled;
        this.records = records;
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
        ScreeningFile file = settle(screening, content, client, request.submitted(), now);
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
            return settle(
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
                : current.signalling(gravestFlag(decision).orElse(null));
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
        settle(screening, standing(screening, client, now).content(), client, true, now);
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
        settle(screening, content, client, false, now);
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

    /**
     * Evaluates, decides if asked or if it is an emergency, stores it, and tells who must know. A submission that cannot be decided is
     * nobody's last word: what is not known is asked once more as ever.
     */
    private ScreeningFile settle(
            Screening screening, ScreeningContent given, Client client, boolean submitted, Instant now) {
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
                screening, content, ruleset(screening), circumstances, decision, wouldChange, clearance, false);
    }

    /** A red flag is told once, and again if its urgency rises. */
    private static Optional<Outcome> signal(ScreeningContent content, Decision decision) {
        return gravestFlag(decision)
                .filter(urgency -> content.signalled() == null || urgency.graverThan(content.signalled()));
    }

    private static Optional<Outcome> gravestFlag(Decision decision) {
        return decision.redFlags().stream().map(Decision.RaisedFlag::urgency).max(Outcome::compareTo);
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
