package ca.tripoint.booking.booking;

/** What the published API shows. */
final class Examples {

    static final String BOOK = """
            {"offer": "eyJhbGciOiJSUzI1NiJ9…", "clearance": "eyJhbGciOiJSUzI1NiJ9…"}""";

    static final String HOLD = """
            {"offer": "eyJhbGciOiJSUzI1NiJ9…", "clearance": "eyJhbGciOiJSUzI1NiJ9…", "hold": true}""";

    static final String CONFIRMED = """
            {"id": "0190a1b2-0000-7000-8000-00000000b00c", "status": "CONFIRMED", "version": 1,
             "clientId": "0190a1b2-0000-7000-8000-00000000c11e", "therapistId": "0190a1b2-0000-7000-8000-000000007e4a",
             "start": "2027-03-14T10:00:00-04:00", "end": "2027-03-14T11:15:00-04:00", "zone": "America/Toronto",
             "localStart": "2027-03-14T10:00:00", "durationMinutes": 75, "fsa": "H2X", "province": "QC",
             "price": {"subtotalCents": 15400, "taxes": [{"name": "GST", "rate": 0.05, "cents": 770},
             {"name": "QST", "rate": 0.09975, "cents": 1536}], "totalCents": 17706, "currency": "CAD"},
             "madeAt": "2027-03-01T15:04:05.123456Z", "bookedAt": "2027-03-01T15:04:05.123456Z"}""";

    static final String SLOT_TAKEN = """
            {"type": "https://tripoint.ca/problems/slot-taken", "status": 409, "code": "slot-taken",
             "title": "Somebody was faster",
             "detail": "The therapist has just been booked for this time. Please choose another one."}""";

    private Examples() {}
}
