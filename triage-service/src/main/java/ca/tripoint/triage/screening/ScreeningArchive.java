package ca.tripoint.triage.screening;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Screenings for those whose task it is to read them; whether they may is judged where they ask. */
@ApplicationScoped
public class ScreeningArchive {
    private final Transactions transactions;
    private final Screenings screenings;
    private final ScreeningRepository repository;

    ScreeningArchive(Transactions transactions, Screenings screenings, ScreeningRepository repository) {
        this.transactions = transactions;
        this.screenings = screenings;
        this.repository = repository;
    }

    public ScreeningFile file(UUID id) {
        return transactions.run(() -> screenings.file(repository.screening(id)));
    }

    /** The last decision about a person until then: it speaks for them. */
    public Optional<ScreeningFile> newestDecided(UUID client, Instant by) {
        return transactions.run(() -> repository.newestDecided(client, by).map(screenings::file));
    }

    /** As {@link #decided}, within the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ScreeningFile decidedHere(UUID id) {
        Screening screening = repository.screening(id);
        if (!screening.decided()) {
            throw Refusal.notFound();
        }
        return screenings.file(screening);
    }

    /** Everything that is decided, page by page: the first of those after this id. */
    public List<ScreeningFile> decidedAfter(UUID id, int size) {
        return transactions.run(() ->
                repository.decidedAfter(id, size).stream().map(screenings::file).toList());
    }

    /** As {@link #file}, of a screening that is decided; an open one is not there. */
    public ScreeningFile decided(UUID id) {
        ScreeningFile file = file(id);
        if (!file.screening().decided()) {
            throw Refusal.notFound();
        }
        return file;
    }
}
