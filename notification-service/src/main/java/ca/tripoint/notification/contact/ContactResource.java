package ca.tripoint.notification.contact;

import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.problem.ProblemDocument;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own contact. */
@Path("/v1/contacts/me")
@Tag(name = "Contacts", description = "How you are reached, and in which language")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
class ContactResource {

    private static final String EXAMPLE = """
            {"email":"anne@example.ca","language":"fr-CA","name":"Anne"}
            """;
    private static final String NOT_FOUND = """
            {"type":"https://tripoint.ca/problems/not-found","status":404,"code":"not-found",
             "title":"Not found","detail":"There is nothing here that you may see."}
            """;
    private static final String REFUSED = """
            {"type":"https://tripoint.ca/problems/validation-failed","status":422,"code":"validation-failed",
             "title":"Some values cannot be accepted","detail":"See \\"errors\\" for the fields and what is wrong with each.",
             "errors":[{"field":"email","code":"wrong-format"}]}
            """;

    private final Contacts contacts;
    private final Caller caller;

    ContactResource(Contacts contacts, Caller caller) {
        this.contacts = contacts;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Operation(operationId = "readContact", summary = "Read your contact")
    @APIResponse(
            responseCode = "200",
            description = "Your contact, with its version as ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = ContactView.class),
                            examples = @ExampleObject(name = "contact", value = EXAMPLE)))
    @APIResponse(
            responseCode = "404",
            description = "not-found: you have stored none yet",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            examples = @ExampleObject(name = "not-found", value = NOT_FOUND)))
    public Response read() {
        return answer(Response.Status.OK, contacts.of(caller.id()).orElseThrow(Refusal::notFound));
    }

    @PUT
    @RunOnVirtualThread
    @Operation(
            operationId = "storeContact",
            summary = "Store or replace your contact",
            description =
                    "Messages that waited for it, and safety messages that have not gone out, go out at once if they are still of use."
                            + " If-Match is optional.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ContactRequest.class),
                            examples = @ExampleObject(name = "contact", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Stored for the first time",
            content =
                    @Content(
                            schema = @Schema(implementation = ContactView.class),
                            examples = @ExampleObject(name = "contact", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "malformed-json, invalid-request (such as an unknown field)")
    @APIResponse(responseCode = "412", description = "precondition-failed")
    @APIResponse(
            responseCode = "422",
            description = "validation-failed: wrong-format, wrong-length, required",
            content =
                    @Content(
                            mediaType = ProblemDocument.MEDIA_TYPE,
                            examples = @ExampleObject(name = "validation-failed", value = REFUSED)))
    public Response store(@HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ContactRequest request) {
        Contact stored = contacts.store(caller.id(), request, ifMatch);
        return answer(stored.version() == 1 ? Response.Status.CREATED : Response.Status.OK, stored);
    }

    private static Response answer(Response.Status status, Contact contact) {
        return Response.status(status)
                .tag(new Version(contact.version()).etag())
                .entity(ContactView.of(contact))
                .build();
    }
}
