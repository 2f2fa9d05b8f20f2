package ca.tripoint.bench.floor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "stored_row")
class StoredRow {
    @Id
    UUID id;

    byte[] content;

    protected StoredRow() {}

    StoredRow(UUID id, byte[] content) {
        this.id = id;
        this.content = content;
    }
}
