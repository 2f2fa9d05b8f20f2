package ca.tripoint.triage.letter;

import ca.tripoint.triage.screening.ScreeningFile;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Writes letters, for the screen and for the printer. */
@ApplicationScoped
class Letters {
    private final Template template;

    Letters(@Location("letter.html") Template template) {
        this.template = template;
    }

    String html(ScreeningFile file, Locale language) {
        return template.data("letter", Letter.of(file, language)).render();
    }

    byte[] pdf(ScreeningFile file, Locale language) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withHtmlContent(html(file, language), null)
                    .withProducer("Tripoint")
                    .toStream(pdf)
                    .run();
        } catch (IOException failure) {
            throw new UncheckedIOException("a letter could not be printed", failure);
        }
        return pdf.toByteArray();
    }
}
