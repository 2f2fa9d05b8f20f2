package ca.tripoint.kit.http;

import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.Refusal;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Stops reading a body that did not say its length (chunked) where {@link BodyLimit} would have refused it. */
@Provider
class UnannouncedBodyLimit implements ReaderInterceptor {

    /** Asked for when needed: providers are made before the configuration of the run is there. */
    private final Instance<HttpConfig> config;

    UnannouncedBodyLimit(Instance<HttpConfig> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(
                new Bounded(context.getInputStream(), config.get().maxBodyBytes()));
        return context.proceed();
    }

    static final class Bounded extends FilterInputStream {

        private final long maxBytes;
        private long read;

        Bounded(InputStream body, long maxBytes) {
            super(body);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int next = received(super::read);
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = received(() -> super.read(buffer, offset, length));
            count(Math.max(count, 0));
            return count;
        }

        /** What breaks while a body arrives broke on the caller's side, unless it is we who stop. */
        private static int received(Reading reading) throws IOException {
            try {
                return reading.bytes();
            } catch (InterruptedIOException stopped) {
                throw stopped;
            } catch (IOException broken) {
                throw Refusal.of(CommonProblem.INVALID_REQUEST);
            }
        }

        @FunctionalInterface
        private interface Reading {
            int bytes() throws IOException;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > maxBytes) {
                throw Refusal.of(CommonProblem.PAYLOAD_TOO_LARGE).with("maxBytes", maxBytes);
            }
        }
    }
}
