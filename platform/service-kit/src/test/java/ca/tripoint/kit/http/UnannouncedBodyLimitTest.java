package ca.tripoint.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.kit.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;

class UnannouncedBodyLimitTest {

    private static InputStream failing(IOException failure) {
        return new UnannouncedBodyLimit.Bounded(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw failure;
                    }
                },
                10);
    }

    @Test
    void what_breaks_is_the_callers_and_what_is_interrupted_is_ours() {
        assertThatThrownBy(() -> failing(new IOException("reset")).read()).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> failing(new InterruptedIOException("shutdown")).read())
                .isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void a_body_is_read_up_to_its_limit() throws IOException {
        assertThat(new UnannouncedBodyLimit.Bounded(new ByteArrayInputStream(new byte[10]), 10).readAllBytes())
                .hasSize(10);
        assertThatThrownBy(() ->
                        new UnannouncedBodyLimit.Bounded(new ByteArrayInputStream(new byte[11]), 10).readAllBytes())
                .isInstanceOf(Refusal.class);
    }
}
