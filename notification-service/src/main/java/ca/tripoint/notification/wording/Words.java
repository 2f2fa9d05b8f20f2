package ca.tripoint.notification.wording;

import java.util.List;

/**
 * What a person reads.
 *
 * @param title one line; the subject of the e-mail
 * @param text the whole message in a few sentences
 * @param more what an e-mail adds, paragraph by paragraph
 */
public record Words(String title, String text, List<String> more) {}
