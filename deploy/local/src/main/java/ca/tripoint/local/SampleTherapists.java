package ca.tripoint.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Therapists in several provinces, so that a new system has somebody to offer. */
public final class SampleTherapists {
    private SampleTherapists() {}

    /** Adds those that are missing, through the public API; returns what was refused. */
    public static List<Answer> addTo(LocalSystem system) {
        Api therapists = system.api(Service.THERAPIST).as(system.tokens().ops(UUID.randomUUID()));
        List<Answer> refused = new ArrayList<>();
        for (JsonNode therapist : all()) {
            Answer answer = therapists.post("/v1/therapists", identified(therapist));
            if (answer.status() != 201 && !answer.code().equals("therapist-exists")) {
                refused.add(answer);
            }
        }
        return refused;
    }

    /** Always the same id for the same name: who is there already, since whenever, is not added again. */
    private static JsonNode identified(JsonNode therapist) {
        String name = "sample therapist " + therapist.path("name").asText();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return therapist.<ObjectNode>deepCopy().put("id", id.toString());
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
