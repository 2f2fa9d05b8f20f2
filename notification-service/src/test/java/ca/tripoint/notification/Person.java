package ca.tripoint.notification;

import static io.restassured.RestAssured.given;

import ca.tripoint.embedded.ReceivedMail;
import ca.tripoint.testkit.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** Somebody who uses the app. */
record Person(UUID id, String role) {

    static Person client() {
        return new Person(UUID.randomUUID(), "client");
    }

    static Person therapist() {
        return new Person(UUID.randomUUID(), "therapist");
    }

    String email() {
        return role + "." + id + "@example.ca";
    }

    RequestSpecification app() {
        return given().auth().oauth2(TestTokens.token(id, role).sign()).contentType("application/json");
    }

    Person reachedIn(String language) {
        return reachedIn(language, "Anne");
    }

    Person reachedIn(String language, String name) {
        app().body("{\"email\":\"%s\",\"language\":\"%s\",\"name\":\"%s\"}".formatted(email(), language, name))
                .put("/v1/contacts/me")
                .then()
                .statusCode(201);
        return this;
    }

    /** Corrects the contact. */
    void reachedAnewIn(String language) {
        app().body("{\"email\":\"%s\",\"language\":\"%s\"}".formatted(email(), language))
                .put("/v1/contacts/me")
                .then()
                .statusCode(200);
    }

    ValidatableResponse inbox() {
        return app().get("/v1/notifications").then().statusCode(200);
    }

    List<String> kindsInInbox() {
        return inbox().extract().jsonPath().getList("items.kind");
    }

    List<ReceivedMail> mail() {
        return MailServer.mailbox().messagesTo(email());
    }
}
