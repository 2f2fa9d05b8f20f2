package ca.tripoint.therapist.credential;

import static ca.tripoint.therapist.credential.CredentialKind.ASSOCIATION;
import static ca.tripoint.therapist.credential.CredentialKind.COLLEGE;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.canada.place.Province;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialRulesTest {

    private static final Credential ONTARIO = of(Province.ON, COLLEGE, "CMTO", "2026-03-01", "2027-02-28");

    private static Credential of(Province province, CredentialKind kind, String issuer, String from, String to) {
        return new Credential(province, kind, issuer, "1", LocalDate.parse(from), LocalDate.parse(to));
    }

    @ParameterizedTest
    @CsvSource({
        "BC, COLLEGE, CCHPBC",
        "ON, COLLEGE, CMTO",
        "NB, COLLEGE, CMTNB",
        "NL, COLLEGE, CMTNL",
        "PE, COLLEGE, CMTPEI",
        "NS, TITLE_ACT, MTANS",
        "AB, ASSOCIATION, MTAA",
        "SK, ASSOCIATION, MTAS",
        "MB, ASSOCIATION, MTAM",
        "QC, ASSOCIATION, FQM",
        "YT, ASSOCIATION, CMTA",
        "NT, ASSOCIATION, CMTA",
        "NU, ASSOCIATION, CMTA",
    })
    void every_province_recognises_its_own(Province province, CredentialKind kind, String issuer) {
        assertThat(CredentialRules.recognise(of(province, kind, issuer, "2026-01-01", "2026-12-31")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ON, ASSOCIATION, CMTO", "ON, COLLEGE, FQM", "QC, ASSOCIATION, CMTO", "QC, COLLEGE, FQM"})
    void what_does_not_go_together_is_not_recognised(Province province, CredentialKind kind, String issuer) {
        assertThat(CredentialRules.recognise(of(province, kind, issuer, "2026-01-01", "2026-12-31")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, false", "2026-03-01, true", "2027-02-28, true", "2027-03-01, false"})
    void a_credential_entitles_from_its_first_to_its_last_day(LocalDate day, boolean entitles) {
        assertThat(CredentialRules.entitling(List.of(ONTARIO), Province.ON, day).isPresent())
                .isEqualTo(entitles);
    }

    @Test
    void an_ontario_licence_does_not_serve_gatineau() {
        assertThat(CredentialRules.entitling(List.of(ONTARIO), Province.QC, LocalDate.of(2026, 6, 1)))
                .isEmpty();
    }

    @Test
    void of_two_credentials_the_one_that_holds_longer_is_shown() {
        Credential renewed = of(Province.ON, COLLEGE, "CMTO", "2027-02-01", "2028-02-28");

        assertThat(CredentialRules.entitling(List.of(ONTARIO, renewed), Province.ON, LocalDate.of(2027, 2, 1)))
                .contains(renewed);
        assertThat(CredentialRules.entitling(List.of(ONTARIO, renewed), Province.ON, LocalDate.of(2027, 1, 31)))
                .contains(ONTARIO);
    }

    @Test
    void a_renewal_is_told_from_a_repetition_by_its_first_day() {
        assertThat(ONTARIO.isRepeatedBy(of(Province.ON, COLLEGE, "CMTO", "2026-03-01", "2028-02-28")))
                .isTrue();
        assertThat(ONTARIO.isRepeatedBy(of(Province.ON, COLLEGE, "CMTO", "2027-03-01", "2028-02-28")))
                .isFalse();
    }

    @Test
    void a_credential_counts_only_while_its_rule_does() {
        Credential before = of(Province.BC, COLLEGE, "CCHPBC", "2020-01-01", "2024-06-28");

        assertThat(CredentialRules.validity(before, Province.BC))
                .containsExactly(new Dates(LocalDate.of(2024, 6, 28), LocalDate.of(2024, 6, 28)));
        assertThat(CredentialRules.validity(
                        of(Province.ON, ASSOCIATION, "CMTO", "2020-01-01", "2024-06-28"), Province.ON))
                .isEmpty();
    }
}
