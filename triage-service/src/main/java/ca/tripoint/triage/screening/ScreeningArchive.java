package ca.tripoint.triage.screening;

import ca.tripoint.kit.http.Cursor;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.clearance.Clearance;
import ca.tripoint.triage.clearance.Clearances;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Fact;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads screenings: with the decision as it was taken or, of an open one, as it stands. Whether others than the person may read is
 * judged where they ask.
 */
@ApplicationScoped
public class ScreeningArchive {
    private final Transactions transactions;
    private final ScreeningRepository repository;
    private final Clients clients;
    private final Clearances clearances;
    private final Rescreening rescreening;
    private final Decider decider;
    private final ServedRulesets rulesets;
    private final Clock clock;

    ScreeningArchive(
            Transactions transactions,
            ScreeningRepository repository,
            Clients clients,
            Clearances clearances,
            Rescreening rescreening,
            Decider decider,
            ServedRulesets rulesets,
            Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.clients = clients;
        this.clearances = clearances;
        this.rescreening = rescreening;
        this.decider = decider;
        this.rulesets = rulesets;
        this.clock = clock;
    }

    public ScreeningFile read(UUID id, Reader who) {
        return transactions.run(() -> file(repository.readable(id, who)));
    }

    /** As {@link #read}, of a screening that is decided. */
    public ScreeningFile readDecided(UUID id, Reader who) {
        ScreeningFile file = read(id, who);
        if (!file.screening().decided()) {
            throw Refusal.of(TriageProblem.SCREENING_OPEN);
        }
        return file;
    }

    List<ScreeningFile> list(Reader who, Screening.@Nullable Status status, @Nullable Cursor after, int size) {
        return transactions.run(() -> repository.page(who.id(), status, after, size).stream()
                .map(this::file)
                .toList());
    }

    /** For whoever may read any. */
    public ScreeningFile file(UUID id) {
        return transactions.run(() -> file(repository.screening(id)));
    }

    /** As {@link #file}, of a screening that is decided; an open one is not there. */
    public ScreeningFile decided(UUID id) {
        return transactions.run(() -> decidedHere(id));
    }

    /** As {@link #decided}, within the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ScreeningFile decidedHere(UUID id) {
        return decided(repository.screening(id));
    }

    /** The last decision about a person until then: it speaks for them. */
    public Optional<ScreeningFile> newestDecided(UUID client, Instant by) {
        return transactions.run(() -> repository.newestDecided(client, by).map(this::file));
    }

    /** Everything that is decided, page by page: the first of those after this id. */
    public List<ScreeningFile> decidedAfter(UUID id, int size) {
        return transactions.run(
                () -> repository.decidedAfter(id, size).stream().map(this::file).toList());
    }

    private ScreeningFile decided(Screening screening) {
        if (!screening.decided()) {
            throw Refusal.notFound();
        }
        return file(screening);
    }

    /** An open screening as it stands today: answers that are too old to count are shown and not decided on. */
    private ScreeningFile file(Screening screening) {
        ScreeningContent content = repository.open(screening);
        Ruleset ruleset = rulesets.ruleset(screening.rulesetVersion);
        return file(screening, screening.decided() ? content : content.asOf(ruleset, clock.instant()));
    }

    private ScreeningFile file(Screening screening, ScreeningContent content) {
        Client client = clients.find(screening.clientId).orElseThrow(Refusal::notFound);
        Decided decided = content.decided();
        if (decided != null) {
            return file(screening, content, client, decided.circumstances(), decided.decision(), decided.wouldChange());
        }
        Circumstances circumstances =
                decider.circumstances(CalendarDay.of(clock.instant()), false, client, screening, content);
        Decision decision = decider.decide(screening, content, circumstances);
        List<List<Fact>> wouldChange = decider.wouldChange(screening, content, circumstances, decision);
        return file(screening, content, client, circumstances, decision, wouldChange);
    }

    private ScreeningFile file(
            Screening screening,
            ScreeningContent content,
            Client client,
            Circumstances circumstances,
            Decision decision,
            List<List<Fact>> wouldChange) {
        Ruleset ruleset = rulesets.ruleset(screening.rulesetVersion);
        boolean cleared = decision.bookable() && screening.decided();
        boolean rescreenDue = cleared && rescreening.due(screening, ruleset);
        Optional<Clearance> live = cleared && !rescreenDue
                ? clearances
                        .of(screening.id)
                        .filter(issued -> client.honours(issued.issuedAt()))
                        .filter(issued -> issued.expiresAt().isAfter(clock.instant()))
                : Optional.empty();
        return new ScreeningFile(
                screening,
                content,
                ruleset,
                circumstances,
                decision,
                decider.redFlags(screening, content, circumstances, decision),
                wouldChange,
                live,
                rescreenDue);
    }
}
