package ca.tripoint.booking.booking;

import ca.tripoint.booking.clearance.Requirements;
import ca.tripoint.kit.crypto.Cell;
import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What the treatments need, sealed with their clients' keys. */
@ApplicationScoped
public class Treatments {

    private final Vault vault;
    private final Json json;

    Treatments(Vault vault, Json json) {
        this.vault = vault;
        this.json = json;
    }

    public byte[] seal(Requirements requires, UUID booking, UUID client) {
        return vault.seal(cell(booking, client), json.write(requires));
    }

    public Requirements open(Booking booking) {
        String opened = vault.openText(
                cell(booking.id(), booking.clientId()), booking.grounds().sealedRequirements());
        return json.read(opened.getBytes(StandardCharsets.UTF_8), Requirements.class);
    }

    private static Cell cell(UUID booking, UUID client) {
        return new Cell("booking", "sealed_requirements", booking, client);
    }
}
