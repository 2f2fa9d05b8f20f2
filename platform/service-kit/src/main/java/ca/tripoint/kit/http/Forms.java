package ca.tripoint.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Of the forms an answer has, the one that is wanted most. */
public final class Forms {

    private Forms() {}

    /**
     * @param forms all that the resource produces, its own first; that one of them is acceptable has been seen to by the framework
     */
    public static MediaType wanted(HttpHeaders request, List<MediaType> forms) {
        return request.getAcceptableMediaTypes().stream()
                .flatMap(acceptable -> forms.stream().filter(acceptable::isCompatible))
                .findFirst()
                .orElse(forms.getFirst());
    }
}
