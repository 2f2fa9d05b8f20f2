package ca.tripoint.therapist.therapist;

import ca.tripoint.canada.place.Area;
import ca.tripoint.canada.place.Coordinates;
import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.place.Places;
import ca.tripoint.canada.place.PostalCode;
import ca.tripoint.contracts.RosterEvent;
import ca.tripoint.contracts.RosterEvent.CredentialChanged;
import ca.tripoint.contracts.RosterEvent.TherapistChanged;
import ca.tripoint.contracts.RosterEvent.TimeOffAdded;
import ca.tripoint.contracts.RosterEvent.TimeOffRemoved;
import ca.tripoint.therapist.availability.Practice;
import ca.tripoint.therapist.availability.ServiceArea;
import ca.tripoint.therapist.availability.TimeRange;
import ca.tripoint.therapist.availability.WeeklyHours;
import ca.tripoint.therapist.credential.Credential;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A therapist whom operations have verified. Every change is made under a lock on the row, raises the version by one and says
 * what others must know of it; two changes at once are two versions and two events.
 */
@Entity
public class Therapist {

    @Id
    private UUID id;

    private long version;
    private boolean active;
    private String name;

    @Enumerated(EnumType.STRING)
    private Gender gender;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> languages;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> skills;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> equipment;

    private String basePostalCode;
    private double latitude;
    private double longitude;
    private @Nullable Integer travelRadiusKm;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> fsas;

    @ElementCollection
    @CollectionTable(name = "weekly_hours", joinColumns = @JoinColumn(name = "therapist_id"))
    @Fetch(FetchMode.SUBSELECT)
    private Set<WeeklyHours> hours = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "credential", joinColumns = @JoinColumn(name = "therapist_id"))
    @Fetch(FetchMode.SUBSELECT)
    private Set<Credential> credentials = new HashSet<>();

    protected Therapist() {}

    static Therapist added(UUID id, Profile profile, Set<Credential> credentials) {
        Therapist therapist = new Therapist();
        therapist.id = id;
        therapist.set(profile);
        therapist.credentials = new HashSet<>(credentials);
        return therapist;
    }

    /** The events of somebody new. */
    List<RosterEvent> announce(Instant now) {
        return List.of(changed(now), credentialsChanged(now));
    }

    /** Changes what is given and differs. */
    List<RosterEvent> change(@Nullable Profile profile, @Nullable Set<Credential> newCredentials, Instant now) {
        List<RosterEvent> events = new ArrayList<>();
        if (profile != null && !profile.equals(profile())) {
            set(profile);
            events.add(changed(now));
        }
        if (newCredentials != null && !newCredentials.equals(credentials)) {
            credentials.retainAll(newCredentials);
            credentials.addAll(newCredentials);
            events.add(credentialsChanged(now));
        }
        return events;
    }

    public RosterEvent takeTimeOff(UUID timeOffId, TimeRange time, Instant now) {
        return new TimeOffAdded(id, ++version, timeOffId, time.from(), time.to(), now);
    }

    public RosterEvent giveBackTimeOff(UUID timeOffId, Instant now) {
        return new TimeOffRemoved(id, ++version, timeOffId, now);
    }

    private RosterEvent changed(Instant now) {
        return new TherapistChanged(id, ++version, active, name, now);
    }

    private RosterEvent credentialsChanged(Instant now) {
        return new CredentialChanged(
                id,
                ++version,
                credentials().stream()
                        .map(credential -> new RosterEvent.Credential(
                                credential.province().name(),
                                credential.kind().name(),
                                credential.validFrom(),
                                credential.validTo()))
                        .toList(),
                now);
    }

    private void set(Profile profile) {
        Place home = profile.home();
        active = profile.active();
        name = profile.name();
        gender = profile.gender();
        languages = List.copyOf(profile.languages());
        skills = names(profile.skills());
        equipment = names(profile.equipment());
        basePostalCode = profile.base().value();
        latitude = home.at().latitude();
        longitude = home.at().longitude();
        travelRadiusKm = profile.travelRadiusKm();
        fsas = profile.fsas() == null
                ? null
                : profile.fsas().stream().map(Fsa::code).toList();
        if (!hours.equals(profile.hours())) {
            hours.retainAll(profile.hours());
            hours.addAll(profile.hours());
        }
    }

    private static List<String> names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    Profile profile() {
        return new Profile(
                active,
                name,
                gender,
                new TreeSet<>(languages),
                skills(),
                equipment(),
                new PostalCode(basePostalCode),
                travelRadiusKm,
                fsas == null ? null : fsas.stream().map(Fsa::new).collect(Collectors.toCollection(TreeSet::new)),
                Set.copyOf(hours));
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public Gender gender() {
        return gender;
    }

    public List<String> languages() {
        return languages;
    }

    public Set<Skill> skills() {
        return skills.stream().map(Skill::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<Equipment> equipment() {
        return equipment.stream().map(Equipment::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** By province, then by the day from which they hold. */
    public List<Credential> credentials() {
        return credentials.stream()
                .sorted(Comparator.comparing(Credential::province)
                        .thenComparing(Credential::validFrom)
                        .thenComparing(Credential::number))
                .toList();
    }

    public Place home() {
        return Places.find(new PostalCode(basePostalCode))
                .orElseThrow(() -> new IllegalStateException("therapist " + id + " lives in no known area"));
    }

    public ServiceArea area() {
        return fsas == null
                ? new ServiceArea.Radius(
                        new Area(new PostalCode(basePostalCode).fsa(), new Coordinates(latitude, longitude)), radius())
                : new ServiceArea.Areas(fsas.stream().map(Fsa::new).collect(Collectors.toSet()));
    }

    private int radius() {
        return travelRadiusKm == null ? 0 : travelRadiusKm;
    }

    /** What availability asks, visits apart. */
    public Practice practice(List<TimeRange> timeOff) {
        return new Practice(id, active, home().zone(), area(), credentials(), List.copyOf(hours), timeOff, List.of());
    }
}
