package ca.tripoint.triage.rulebook;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.clearance.Clearance;
import ca.tripoint.triage.clearance.Clearances;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A version turned out to be wrong: every clearance it still stands behind is taken back, person by person. */
@ApplicationScoped
class Recalls {
    private final ServedRulesets rulesets;
    private final Clearances clearances;
    private final Clients clients;
    private final Transactions transactions;
    private final Clock clock;

    Recalls(ServedRulesets rulesets, Clearances clearances, Clients clients, Transactions transactions, Clock clock) {
        this.rulesets = rulesets;
        this.clearances = clearances;
        this.clients = clients;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One clearance taken back. */
    public record Recalled(UUID clearanceId, UUID screeningId, UUID clientId) {}

    List<Recalled> recall(String version) {
        if (rulesets.version(version).isEmpty()) {
            throw Refusal.notFound();
        }
        List<Recalled> recalled = new ArrayList<>();
        for (Clearance clearance : transactions.run(() -> clearances.issuedUnder(version))) {
            if (transactions.run(() -> takeBack(clearance))) {
                recalled.add(new Recalled(clearance.id(), clearance.screeningId(), clearance.clientId()));
            }
        }
        return recalled;
    }

    private boolean takeBack(Clearance clearance) {
        Client client = clients.lock(clearance.clientId());
        if (!client.honours(clearance.issuedAt())) {
            return false;
        }
        client.revoke(clock.instant());
        clients.save(client);
        return true;
    }
}
