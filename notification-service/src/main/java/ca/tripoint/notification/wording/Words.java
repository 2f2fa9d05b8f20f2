package ca.tripoint.notification.wording;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a person reads.
 *
 * @param title one line; the subject of the e-mail
 * @param text the whole message in a few sentences
 * @param more what an e-mail adds, paragraph by paragraph
 */
public record Words(String title, String text, List<String> more) {

    /** The same with one more paragraph at the end. */
    public Words followedBy(String paragraph) {
        return new Words(
                title, text, Stream.concat(more.stream(), Stream.of(paragraph)).toList());
    }
}
