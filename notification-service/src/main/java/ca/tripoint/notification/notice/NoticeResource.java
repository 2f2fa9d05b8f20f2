package ca.tripoint.notification.notice;

import ca.tripoint.kit.http.Cursor;
import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.problem.ProblemDocument;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.notification.contact.Contacts;
import ca.tripoint.notification.wording.Language;
import ca.tripoint.notification.wording.Words;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's in-app inbox. */
@Path("/v1/notifications")
@Tag(name = "Notifications", description = "What you were told")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class NoticeResource {

    private static final String EXAMPLE = """
            {"items":[{"id":"0190a1b2-0000-7000-8000-0000000000a1","kind":"visit-booked",
              "bookingId":"0190a1b2-0000-7000-8000-00000000b00c","createdAt":"2027-03-01T15:04:05.123456Z",
              "title":"Your Tripoint visit is booked: Sunday, March 14, 2027",
              "text":"Maude Tremblay will visit you on Sunday, March 14, 2027, from 6:00 to 7:15, Toronto time.",
              "readAt":null}],
             "next":null}
            """;
    private static final String BAD_CURSOR = """
            {"type":"https://tripoint.ca/problems/validation-failed","status":422,"code":"validation-failed",
             "title":"Some values cannot be accepted","detail":"See \\"errors\\" for the fields and what is wrong with each.",
             "errors":[{"field":"cursor","code":"invalid"}]}
            """;

    private final Notices notices;
    private final NoticeWords words;
    private final NoticeConfig config;
    private final Contacts contacts;
    private final Languages languages;
    private final Caller caller;

    NoticeResource(
            Notices notices,
            NoticeWords words,
            NoticeConfig config,
            Contacts contacts,
            Languages languages,
            Caller caller) {
        this.notices = notices;
        this.words = words;
        this.config = config;
        this.contacts = contacts;
        this.languages = languages;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "listNotifications",
            summary = "List your notifications, newest first",
            description = "In the language of your contact; without one, in that of Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = NoticePage.class),
                            examples = @ExampleObject(name = "page", value = EXAMPLE)))
    @APIResponse(
            responseCode = "422",
            description = "validation-failed: a cursor that no page gave",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            examples = @ExampleObject(name = "validation-failed", value = BAD_CURSOR)))
    public Response list(
            @Parameter(description = "From the previous page's next") @QueryParam("cursor") @Nullable String cursor) {
        UUID reader = caller.id();
        Language language = contacts.languageOf(reader).orElseGet(() -> Language.of(languages.ofRequest()));
        List<Notice> found = notices.of(reader, cursor == null ? null : Cursor.read(cursor), config.page() + 1);
        return Response.ok(page(found, language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .build();
    }

    @POST
    @Path("/{id}/read")
    @RunOnVirtualThread
    @Operation(
            operationId = "readNotification",
            summary = "Mark a notification as read",
            description = "Once read, it stays read: repeating this changes nothing.")
    @APIResponse(responseCode = "204", description = "Read")
    @APIResponse(responseCode = "404", description = "not-found: there is none of yours with that id")
    public void read(@PathParam("id") UUID id) {
        notices.markRead(caller.id(), id);
    }

    private Items<NoticeView> page(List<Notice> found, Language language) {
        Items<Notice> page = Items.page(
                found,
                config.page(),
                last -> "/v1/notifications?cursor=" + cursor(last).text());
        List<Words> told = words.of(page.items(), language);
        return new Items<>(
                IntStream.range(0, page.items().size())
                        .mapToObj(at -> NoticeView.of(page.items().get(at), told.get(at)))
                        .toList(),
                page.next());
    }

    private static Cursor cursor(Notice last) {
        return new Cursor(last.createdAt(), last.id());
    }

    /** For the API's description only, which does not see what {@code Items} holds. */
    @Schema(
            name = "NotificationPage",
            requiredProperties = {"items"})
    private record NoticePage(
            List<NoticeView> items, @Nullable String next) {}
}
