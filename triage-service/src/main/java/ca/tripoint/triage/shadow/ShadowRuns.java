package ca.tripoint.triage.shadow;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.screening.ScreeningArchive;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import ca.tripoint.triage.screening.ScreeningFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads all decisions page by page, so that a run over many never holds more than a few. */
@ApplicationScoped
class ShadowRuns {
    private static final int PAGE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final ServedRulesets rulesets;
    private final ScreeningArchive archive;

    ShadowRuns(ServedRulesets rulesets, ScreeningArchive archive) {
        this.rulesets = rulesets;
        this.archive = archive;
    }

    Shadow.Result run(String version) {
        if (rulesets.version(version).isEmpty()) {
            throw Refusal.notFound();
        }
        Shadow shadow = new Shadow(rulesets.engine(version));
        List<ScreeningFile> page = archive.decidedAfter(FIRST, PAGE);
        while (!page.isEmpty()) {
            page.forEach(file -> compare(shadow, file));
            page = archive.decidedAfter(page.getLast().screening().id(), PAGE);
        }
        return shadow.result();
    }

    private static void compare(Shadow shadow, ScreeningFile file) {
        Decided decided = file.content().decided();
        if (decided != null) {
            shadow.compare(
                    file.screening().id(), file.content().confirmed(), decided.circumstances(), decided.decision());
        }
    }
}
