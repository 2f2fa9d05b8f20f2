package ca.tripoint.kit.crypto;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed value lies. It is bound to the ciphertext: moved to another row, column or person it does not open.
 *
 * @param row the row's primary key
 * @param owner the person whom the value is about; their data key seals it
 */
public record Cell(String table, String column, UUID row, UUID owner) {

    byte[] associatedData() {
        return String.join("\n", table, column, row.toString(), owner.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
