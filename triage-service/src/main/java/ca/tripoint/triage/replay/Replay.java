package ca.tripoint.triage.replay;

import java.util.List;
import java.util.UUID;

/** @param differences where the decision would be another one today */
record Replay(UUID screeningId, boolean same, List<String> differences, String rulesetVersion, String sha256) {}
