package ca.tripoint.triage.casefile;

import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.redflag.RedFlagReports;
import ca.tripoint.triage.redflag.Report;
import ca.tripoint.triage.review.Review;
import ca.tripoint.triage.review.ReviewView;
import ca.tripoint.triage.review.Reviews;
import ca.tripoint.triage.screening.ScreeningArchive;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Opens what waits for a clinician. */
@ApplicationScoped
class CaseFiles {
    private static final Logger LOG = Logger.getLogger(CaseFiles.class);

    private final Reviews reviews;
    private final RedFlagReports reports;
    private final ScreeningArchive archive;
    private final Transactions transactions;
    private final Clock clock;

    CaseFiles(
            Reviews reviews, RedFlagReports reports, ScreeningArchive archive, Transactions transactions, Clock clock) {
        this.reviews = reviews;
        this.reports = reports;
        this.archive = archive;
        this.transactions = transactions;
        this.clock = clock;
    }

    CaseFile open(UUID id, UUID clinician, Locale language) {
        Review review = reviews.read(id, clinician);
        Optional<Report> report = review.reportId().flatMap(seen -> transactions.run(() -> reports.read(seen)));
        LOG.infof("review %s of screening %s opened by clinician %s", id, review.screeningId(), clinician);
        return CaseFile.of(
                ReviewView.of(review, clock.instant()), archive.file(review.screeningId()), report, language);
    }
}
