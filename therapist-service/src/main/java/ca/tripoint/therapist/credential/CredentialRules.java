package ca.tripoint.therapist.credential;

import ca.tripoint.canada.place.Province;
import ca.tripoint.canada.table.ReferenceTable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What each province asks of a massage therapist ({@code credential-rules.csv}: dated rows). A credential counts where a row names
 * its province, kind and issuer, on the days on which both hold: an Ontario licence does not serve Gatineau. <strong>No lawyer
 * has reviewed the table.</strong>
 */
public final class CredentialRules {

    private static final LocalDate WITHOUT_END = LocalDate.of(9999, 12, 31);
    private static final List<Rule> RULES = ReferenceTable.read(CredentialRules.class, "credential-rules.csv").stream()
            .map(CredentialRules::rule)
            .toList();

    private CredentialRules() {}

    private record Rule(Province province, CredentialKind kind, String issuer, Dates dates) {

        boolean names(Credential credential) {
            return province == credential.province() && kind == credential.kind() && issuer.equals(credential.issuer());
        }
    }

    private static Rule rule(ReferenceTable.Row row) {
        return new Rule(
                Province.valueOf(row.get("province")),
                CredentialKind.valueOf(row.get("kind")),
                row.get("issuer"),
                new Dates(
                        LocalDate.parse(row.get("from")),
                        row.get("to").isEmpty() ? WITHOUT_END : LocalDate.parse(row.get("to"))));
    }

    /** Whether any rule, of any time, names the credential's province, kind and issuer. */
    public static boolean recognise(Credential credential) {
        return RULES.stream().anyMatch(rule -> rule.names(credential));
    }

    /** On which local dates the credential entitles to visits in a province. */
    public static List<Dates> validity(Credential credential, Province province) {
        return credential.province() != province
                ? List.of()
                : RULES.stream()
                        .filter(rule -> rule.names(credential))
                        .map(rule -> new Dates(
                                later(rule.dates().first(), credential.validFrom()),
                                earlier(rule.dates().last(), credential.validTo())))
                        .filter(dates -> !dates.last().isBefore(dates.first()))
                        .toList();
    }

    /** The credential that entitles to a visit in a province on a local date; the one that holds longest, if there are several. */
    public static Optional<Credential> entitling(
            Collection<Credential> credentials, Province province, LocalDate date) {
        return credentials.stream()
                .filter(credential -> validity(credential, province).stream().anyMatch(dates -> dates.include(date)))
                .max(Comparator.comparing(Credential::validTo));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
