package ca.tripoint.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.local.Repository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    @TempDir
    static Path clone;

    private final Session session = new Session(new Repository(clone));

    @ParameterizedTest
    @ValueSource(strings = {"client", "therapist", "clinician", "partner", "ops"})
    void the_token_stands_alone_on_the_last_line(String group) {
        Session.Said said = session.dev("token", group);

        assertThat(said.code()).isZero();
        assertThat(said.output().lines()).hasSize(2).first().asString().startsWith("sub ");
        assertThat(claims(said.lastLine())).contains("\"groups\":[\"" + group + "\"]");
    }

    @Test
    void sub_says_whose_token_it_is() {
        UUID anne = UUID.randomUUID();

        Session.Said said = session.dev("token", "client", "--sub", anne.toString());

        assertThat(claims(said.lastLine())).contains("\"sub\":\"" + anne + "\"");
    }

    @Test
    void without_sub_everyone_is_somebody_new() {
        assertThat(session.dev("token", "client").output().lines().findFirst())
                .isNotEqualTo(session.dev("token", "client").output().lines().findFirst());
    }

    @Test
    void count_gives_as_many_people_each_with_their_token() {
        Session.Said said = session.dev("token", "client", "--count", "3");

        assertThat(said.code()).isZero();
        assertThat(said.output().lines()).hasSize(3).doesNotHaveDuplicates().allSatisfy(line -> {
            String[] subAndToken = line.split(" ");
            assertThat(claims(subAndToken[1])).contains("\"sub\":\"" + subAndToken[0] + "\"");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void a_count_below_one_is_refused(String count) {
        Session.Said said = session.dev("token", "client", "--count", count);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.output().strip()).isEqualTo("--count must be at least 1, not " + count + ".");
    }

    @Test
    void one_person_and_several_new_ones_are_refused() {
        Session.Said said =
                session.dev("token", "client", "--sub", UUID.randomUUID().toString(), "--count", "2");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.output().strip())
                .isEqualTo("--sub is one person, --count asks for several new ones: give one of the two.");
    }

    @Test
    void a_group_that_does_not_exist_is_refused() {
        Session.Said said = session.dev("token", "juggler");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.output()).startsWith("No such group: juggler.");
    }

    @Test
    void a_sub_that_is_no_uuid_is_refused() {
        Session.Said said = session.dev("token", "client", "--sub", "anne");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.output()).contains("--sub").contains("anne");
    }

    private static String claims(String token) {
        assertThat(token).matches("[^.\\s]+\\.[^.\\s]+\\.[^.\\s]+");
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
