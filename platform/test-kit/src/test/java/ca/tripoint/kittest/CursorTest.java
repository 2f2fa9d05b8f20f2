package ca.tripoint.kittest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.kit.http.Cursor;
import ca.tripoint.kit.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String ID = "0190a1b2-0000-7000-8000-00000000b00c";

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-01T15:04:05.123456Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"})
    void what_was_written_is_read_back(Instant at) {
        Cursor cursor = new Cursor(at, UUID.fromString(ID));

        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.read(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-01T15:04:05Z",
                "2027-03-01 " + ID,
                "2027-03-01T15:04:05Z not-an-id",
                "0000-12-31T23:59:59Z " + ID,
                "+10000-01-01T00:00:00Z " + ID,
                "+1000000000-12-31T23:59:59.999999999Z " + ID,
                "-1000000000-01-01T00:00:00Z " + ID,
            })
    void what_no_page_gave_is_refused(String content) {
        refused(Base64.getUrlEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_is_not_base64_is_refused() {
        refused("!");
        refused("");
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> Cursor.read(text))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(422));
    }
}
