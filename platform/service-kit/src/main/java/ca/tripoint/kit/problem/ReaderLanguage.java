package ca.tripoint.kit.problem;

import java.util.Locale;

/** The language in which the caller of the request at hand wants to be answered. */
public interface ReaderLanguage {

    Locale language();
}
