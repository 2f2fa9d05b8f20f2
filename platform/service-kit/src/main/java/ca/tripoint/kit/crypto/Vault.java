package ca.tripoint.kit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is personal before it reaches a table. Each person has a data key, kept in {@code data_key} wrapped by the master
 * key; where that row is gone nothing of theirs can be read any more.
 */
@Startup
@ApplicationScoped
@IfBuildProperty(name = "tripoint.crypto.enabled", stringValue = "true")
public class Vault {

    private static final Configuration AEAD = AeadConfig2026.get();

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final Aead master;

    Vault(CryptoConfig config, DataSource database, TransactionSynchronizationRegistry transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        Path keyset = Path.of(config.masterKeysetLocation()
                .orElseThrow(() -> new IllegalStateException("tripoint.crypto.master-keyset-location is not set")));
        try {
            this.master = TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(keyset), AEAD, InsecureSecretKeyAccess.get())
                    .getPrimitive(AEAD, Aead.class);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("tripoint.crypto.master-keyset-location names no keyset", unreadable);
        }
    }

    /** Seals a value with its owner's data key; the first value of an owner makes the key, in the same transaction. */
    @Transactional
    public byte[] seal(Cell cell, byte[] plaintext) {
        try {
            return dataKey(cell.owner()).encrypt(plaintext, cell.associatedData());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a value of " + cell.table() + " could not be sealed", failure);
        }
    }

    public byte[] seal(Cell cell, String plaintext) {
        return seal(cell, plaintext.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens what {@link #seal(Cell, byte[])} sealed for the same cell; anything else fails. */
    @Transactional
    public byte[] open(Cell cell, byte[] sealed) {
        try {
            Aead key = knownKey(cell.owner());
            if (key == null) {
                throw new IllegalStateException("the data key behind " + cell.table() + " is gone");
            }
            return key.decrypt(sealed, cell.associatedData());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a value of " + cell.table() + " could not be opened", failure);
        }
    }

    public String openText(Cell cell, byte[] sealed) {
        return new String(open(cell, sealed), StandardCharsets.UTF_8);
    }

    /** The owner's key, made if there is none yet. */
    private Aead dataKey(UUID owner) throws GeneralSecurityException {
        Aead known = knownKey(owner);
        if (known != null) {
            return known;
        }
        KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD);
        byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(made, master, associatedData(owner), AEAD);
        if (insert(owner, wrapped)) {
            return keep(owner, made.getPrimitive(AEAD, Aead.class));
        }
        Aead others = knownKey(owner);
        if (others == null) {
            throw new IllegalStateException("a data key vanished while it was made");
        }
        return others;
    }

    /** Looked up and unwrapped once in a transaction, and forgotten with it: an erased key is not used any longer. */
    private @Nullable Aead knownKey(UUID owner) throws GeneralSecurityException {
        if (transaction.getResource(inTransaction(owner)) instanceof Aead kept) {
            return kept;
        }
        byte[] wrapped = wrappedKey(owner);
        return wrapped == null
                ? null
                : keep(
                        owner,
                        TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, associatedData(owner), AEAD)
                                .getPrimitive(AEAD, Aead.class));
    }

    private Aead keep(UUID owner, Aead key) {
        transaction.putResource(inTransaction(owner), key);
        return key;
    }

    private static String inTransaction(UUID owner) {
        return Vault.class.getName() + " " + owner;
    }

    private static byte[] associatedData(UUID owner) {
        return ("data_key\n" + owner).getBytes(StandardCharsets.UTF_8);
    }

    private byte @Nullable [] wrappedKey(UUID owner) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT wrapped FROM data_key WHERE owner_id = ?")) {
            select.setObject(1, owner);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a data key could not be read", failure);
        }
    }

    /** False where somebody else made one in the meantime. */
    private boolean insert(UUID owner, byte[] wrapped) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO data_key (owner_id, wrapped, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, owner);
            insert.setBytes(2, wrapped);
            insert.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("a data key could not be stored", failure);
        }
    }
}
