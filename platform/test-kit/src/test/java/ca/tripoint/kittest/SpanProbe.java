package ca.tripoint.kittest;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the service under test tells whoever collects its traces. */
@ApplicationScoped
class SpanProbe implements SpanProcessor {

    private final List<String> ended = new CopyOnWriteArrayList<>();

    /** Spans of a trace that have ended, with all their events and attributes. */
    List<String> of(String trace) {
        return ended.stream().filter(span -> span.contains(trace)).toList();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // only what has ended is told
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ended.add(span.toSpanData().toString());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
