package ca.tripoint.triage.screening;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** As {@link #file}, of a screening that is decided; an open one is not there. */
    public ScreeningFile decided(UUID id) {
        ScreeningFile file = file(id);
        if (!file.screening().decided()) {
            throw Refusal.notFound();
        }
        return file;
    }
}
