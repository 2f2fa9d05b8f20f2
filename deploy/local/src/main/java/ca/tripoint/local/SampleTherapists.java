package ca.tripoint.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Therapists in several provinces, so that a new system has somebody to offer. */
public final class SampleTherapists {
    /** Always the same person from the office with the same keys: who is there already is not created again. */
    private static final UUID OFFICE = UUID.nameUUIDFromBytes("tripoint office".getBytes(StandardCharsets.UTF_8));

    private SampleTherapists() {}

    /** Creates those that are missing, through the public API; returns what was refused. */
    public static List<Answer> addTo(LocalSystem system) {
        Api therapists = system.api(Service.THERAPIST).as(system.tokens().ops(OFFICE));
        List<Answer> refused = new ArrayList<>();
        for (JsonNode therapist : all()) {
            String name = therapist.path("name").asText();
            String key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                    .toString();
            Answer answer = therapists.with("Idempotency-Key", key).post("/v1/therapists", therapist);
            if (answer.status() != 201) {
                refused.add(answer);
            }
        }
        return refused;
    }

    static JsonNode all() {
        try (InputStream source = SampleTherapists.class.getResourceAsStream("sample-therapists.json")) {
            if (source == null) {
                throw new IllegalStateException("sample-therapists.json is missing");
            }
            return new ObjectMapper().readTree(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
