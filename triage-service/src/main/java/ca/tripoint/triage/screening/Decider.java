package ca.tripoint.triage.screening;

import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.decision.Fact;
import ca.tripoint.triage.decision.WouldChange;
import ca.tripoint.triage.plan.Finding;
import ca.tripoint.triage.plan.Plan;
import ca.tripoint.triage.plan.Plan.Requirements;
import ca.tripoint.triage.plan.Planner;
import ca.tripoint.triage.progress.Progress;
import ca.tripoint.triage.progress.SessionRecords;
import ca.tripoint.triage.ruleset.Condition.StandingFact;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Puts engine, planner and explanation together for one screening. */
@ApplicationScoped
public class Decider {
    private final ServedRulesets rulesets;
    private final SessionRecords records;
    /** One for each engine: it knows every limit that its rules name. */
    private final Map<Engine, WouldChange> searches = new ConcurrentHashMap<>();

    Decider(ServedRulesets rulesets, SessionRecords records) {
        this.rulesets = rulesets;
        this.records = records;
    }

    Circumstances circumstances(
            LocalDate today, boolean lastWord, Client client, Screening screening, ScreeningContent content) {
        return circumstances(today, lastWord, client, records.of(client), screening, content);
    }

    Circumstances circumstances(
            LocalDate today,
            boolean lastWord,
            Client client,
            Progress progress,
            Screening screening,
            ScreeningContent content) {
        int inARow = engine(screening).ruleset().constant("reviewAfterSessions");
        return new Circumstances(
                today, lastWord, client.history(), progress.noImprovementSince(inARow), content.lifted());
    }

    public Decision decide(Screening screening, ScreeningContent content, Circumstances circumstances) {
        return engine(screening).decide(content.confirmed(), circumstances);
    }

    List<ToldFlag> redFlags(
            Screening screening, ScreeningContent content, Circumstances circumstances, Decision decision) {
        return ToldFlags.of(engine(screening), screening.createdAt(), content, circumstances, decision);
    }

    /** Whether this person's last sessions, with no assessment since, speak against another one. */
    public boolean stuck(Client client, ScreeningFile file, LocalDate today) {
        Circumstances now = circumstances(today, true, client, file.screening(), file.content());
        return decide(file.screening(), file.content(), now).reasons().stream()
                .anyMatch(reason -> reason.rule().equals(StandingFact.NO_IMPROVEMENT.name()));
    }

    /** Everything a decision comes with. */
    public Decided complete(
            Screening screening, ScreeningContent content, Circumstances circumstances, Decision decision) {
        if (!decision.bookable()) {
            return new Decided(
                    circumstances, decision, null, null, wouldChange(screening, content, circumstances, decision));
        }
        Planner planner = new Planner(engine(screening).ruleset());
        List<Finding> findings = content.weighed();
        Plan plan = planner.plan(content.confirmed(), circumstances.today(), decision.adjustments(), findings);
        return new Decided(
                circumstances, decision, plan, requirements(screening, content, circumstances, plan), List.of());
    }

    /** The smallest sets of facts that would open booking, where a decision that can be taken does not. */
    List<List<Fact>> wouldChange(
            Screening screening, ScreeningContent content, Circumstances circumstances, Decision decision) {
        return searches.computeIfAbsent(engine(screening), WouldChange::new)
                .of(content.confirmed(), circumstances, decision);
    }

    /**
     * What any visit needs that the clearance may be used for: a pregnancy goes on counting until then. The clearance is looked at
     * when a visit is booked, on its last day at the latest, and a visit may be booked as far ahead as the booking horizon; a
     * therapist who can do less than that visit needs would be found out only at the door.
     */
    private Requirements requirements(
            Screening screening, ScreeningContent content, Circumstances circumstances, Plan plan) {
        Engine engine = engine(screening);
        Answers answers = content.confirmed();
        LocalDate lastVisit = circumstances
                .today()
                .plusDays(engine.ruleset().constant("clearanceDays"))
                .plusDays(engine.ruleset().constant("bookingHorizonDays"));
        Decision then = engine.decide(answers, circumstances.at(lastVisit));
        Requirements later = new Planner(engine.ruleset())
                .plan(answers, lastVisit, then.adjustments(), content.weighed())
                .requires();
        Set<String> skills = new TreeSet<>(plan.requires().skills());
        skills.addAll(later.skills());
        return new Requirements(
                List.copyOf(skills),
                Math.max(plan.durationMinutes(), later.minDuration()),
                plan.requires().equipment());
    }

    private Engine engine(Screening screening) {
        return rulesets.engine(screening.rulesetVersion);
    }
}
