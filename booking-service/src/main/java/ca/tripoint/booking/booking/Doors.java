package ca.tripoint.booking.booking;

import ca.tripoint.booking.visit.Address;
import ca.tripoint.kit.crypto.Cell;
import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The addresses of visits, sealed with their clients' keys. */
@ApplicationScoped
public class Doors {

    private final Vault vault;
    private final Json json;

    Doors(Vault vault, Json json) {
        this.vault = vault;
        this.json = json;
    }

    public byte[] seal(Address address, UUID booking, UUID client) {
        return vault.seal(cell(booking, client), json.write(address));
    }

    Address open(Booking booking) {
        String opened = vault.openText(cell(booking.id(), booking.clientId()), booking.sealedAddress());
        return json.read(opened.getBytes(StandardCharsets.UTF_8), Address.class);
    }

    private static Cell cell(UUID booking, UUID client) {
        return new Cell("booking", "sealed_address", booking, client);
    }
}
