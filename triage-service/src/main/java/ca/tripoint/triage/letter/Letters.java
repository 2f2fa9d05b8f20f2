package ca.tripoint.triage.letter;

import ca.tripoint.triage.screening.ScreeningFile;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Writes letters, for the screen and for the printer. */
@ApplicationScoped
class Letters {
    /** In every letter, so that it reads the same wherever it is opened. */
    private static final String FONT = "DejaVu Sans Condensed";

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    private final Template template;

    Letters(@Location("letter.html") Template template) {
        this.template = template;
    }

    String html(ScreeningFile file, Locale language) {
        return template.data("letter", Letter.of(file, language)).render();
    }

    byte[] pdf(ScreeningFile file, Locale language) {
        return printed(html(file, language));
    }

    static byte[] printed(String html) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(() -> font("DejaVuSansCondensed.ttf"), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true)
                    .withHtmlContent(html, null)
                    .withProducer("Tripoint")
                    .toStream(pdf)
                    .run();
        } catch (IOException failure) {
            throw new UncheckedIOException("a letter could not be printed", failure);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        InputStream font = Letters.class.getResourceAsStream(FONTS + file);
        if (font == null) {
            throw new IllegalStateException("the font " + file + " is not there");
        }
        return font;
    }
}
