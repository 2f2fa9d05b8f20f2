package ca.tripoint.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How notices go out by e-mail. */
@ConfigMapping(prefix = "tripoint.delivery")
interface DeliveryConfig {

    /** Who the messages are from: an address, or a name with the address in angle brackets. There is no default. */
    String sender();

    Server server();

    /** The mail server to submit to (RFC 6409). */
    interface Server {

        String host();

        @WithDefault("587")
        int port();

        /** Health news goes through no open line: only a server on loopback does without. */
        @WithDefault("REQUIRED")
        StartTLSOptions startTls();

        Optional<String> username();

        Optional<String> password();
    }

    /**
     * Pauses between attempts. A server that restarts is back within a minute, one that greylists within five or fifteen; an
     * outage that people repair is over within the day. Together 17 hours 21 minutes, after which the app has long told them.
     */
    @WithDefault("1m,5m,15m,1h,4h,12h")
    List<Duration> retries();

    /**
     * The same for safety messages, which must be there as soon as the server can take them: a restart is over within seconds, and the
     * first hour has eleven attempts. Together 24 hours.
     */
    @WithDefault("10s,20s,30s,1m,2m,5m,5m,10m,15m,20m,30m,30m,1h,1h,2h,2h,4h,4h,8h")
    List<Duration> urgentRetries();

    /** Messages under way at once in one replica: with the local server some twenty a second. Most servers allow a sender ten. */
    @WithDefault("4")
    int workers();

    /** How long a message waits at most when another replica committed it, or a wake-up was lost. */
    @WithDefault("1s")
    Duration poll();

    /**
     * How long a server may take over one message, connecting included. Beyond it the attempt has failed, and a connection on which it
     * said nothing for so long is closed.
     */
    @WithDefault("20s")
    Duration patience();

    /** How long a message belongs to the worker that took it: longer than its patience, so that two never send the same one at once. */
    @WithDefault("1m")
    Duration lease();

    /** For how long a safety message goes out to somebody who could not be reached before. After a week a newer screening stands. */
    @WithDefault("7d")
    Duration safetyWorth();
}
