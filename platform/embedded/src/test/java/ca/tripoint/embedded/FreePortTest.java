package ca.tripoint.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {
    /** Of so many drawn at random, two would be the same in all but one of a million runs. */
    private static final int MANY = 700;

    @Test
    void no_port_is_given_out_twice() {
        assertThat(IntStream.range(0, MANY).map(any -> FreePort.next()).distinct())
                .hasSize(MANY);
    }

    @Test
    void a_port_that_somebody_listens_on_is_not_free() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePort.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
