package ca.tripoint.triage.replay;

import ca.tripoint.kit.json.Json;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.screening.Decider;
import ca.tripoint.triage.screening.ScreeningArchive;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import ca.tripoint.triage.screening.ScreeningContent.Lifting;
import ca.tripoint.triage.screening.ScreeningFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Same answers, same circumstances, same rule set: the same decision, or where it differs. */
@ApplicationScoped
class Replays {
    private final ScreeningArchive archive;
    private final Decider decider;
    private final Json json;

    Replays(ScreeningArchive archive, Decider decider, Json json) {
        this.archive = archive;
        this.decider = decider;
        this.json = json;
    }

    Replay replay(UUID id) {
        ScreeningFile file = archive.decided(id);
        List<Decided> decisions = file.content().decisions();
        String fingerprint = file.ruleset().sha256();
        List<Instant> times = times(file, decisions.size());
        List<Replay.Step> steps = IntStream.range(0, decisions.size())
                .mapToObj(i -> step(times.get(i), differences(file, decisions.get(i), fingerprint)))
                .toList();
        return new Replay(
                id,
                steps.stream().allMatch(Replay.Step::same),
                steps.getLast().differences(),
                steps,
                file.screening().rulesetVersion(),
                fingerprint);
    }

    private static Replay.Step step(Instant decidedAt, List<String> differences) {
        return new Replay.Step(decidedAt, differences.isEmpty(), differences);
    }

    /** When the last so many decisions were taken. */
    private static List<Instant> times(ScreeningFile file, int decisions) {
        List<Instant> all = Stream.concat(
                        file.screening().decidedAt().stream(),
                        file.content().overrides().stream().map(Lifting::at))
                .toList();
        return all.subList(all.size() - decisions, all.size());
    }

    private List<String> differences(ScreeningFile file, Decided stored, String fingerprint) {
        Decision decision = decider.decide(file.screening(), file.content(), stored.circumstances());
        Decided again = decider.complete(file.screening(), file.content(), stored.circumstances(), decision);
        List<String> differences = new ArrayList<>();
        if (!fingerprint.equals(file.screening().rulesetSha256())) {
            differences.add("ruleset.sha256");
        }
        Map<String, Object> before = json.members(stored.decision());
        Map<String, Object> after = json.members(again.decision());
        before.forEach((member, value) -> {
            if (!Objects.equals(value, after.get(member))) {
                differences.add("decision." + member);
            }
        });
        compare("plan", stored.plan(), again.plan(), differences);
        compare("clearance.requires", stored.requires(), again.requires(), differences);
        compare("wouldChange", stored.wouldChange(), again.wouldChange(), differences);
        return List.copyOf(differences);
    }

    private static void compare(
            String where, @Nullable Object before, @Nullable Object after, List<String> differences) {
        if (!Objects.equals(before, after)) {
            differences.add(where);
        }
    }
}
