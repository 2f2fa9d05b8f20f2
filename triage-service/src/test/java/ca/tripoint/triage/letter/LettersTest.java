package ca.tripoint.triage.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Gisèle Thériault-Œuvray", "Zażółć gęślą jaźń", "Łódź → Iqaluit", "ᐃᓄᒃᑎᑐᑦ ᓄᓇᕗᑦ", "8–20 s · “½”"})
    void a_letter_prints_the_scripts_of_those_who_live_here(String text) throws IOException {
        for (int weight : new int[] {400, 700}) {
            byte[] pdf = Letters.printed("<html><body style=\"font-family: 'DejaVu Sans Condensed'; font-weight: "
                    + weight + "\">" + text + "</body></html>");

            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).contains(text);
            }
        }
    }
}
