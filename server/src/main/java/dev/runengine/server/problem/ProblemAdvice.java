package dev.runengine.server.problem;

import dev.runengine.client.wire.ProblemView;
import dev.runengine.core.error.ErrorCode;
import dev.runengine.runtime.port.StoreUnavailableException;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever goes wrong while a request is answered into a problem document. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String SOON = "1"; // seconds

    @ExceptionHandler
    ResponseEntity<ProblemView> refused(ApiProblem problem) {
        return answer(ProblemDocuments.of(problem), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> unavailable(StoreUnavailableException e) {
        LOG.warn("[RunEngine] Request refused, the database is out of reach: {}", e.getMessage());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, SOON);
        return answer(
                ProblemDocuments.of(ErrorCode.UNAVAILABLE, "the database is out of reach; try again soon"), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> badParameter(MethodArgumentTypeMismatchException e) {
        var part = e.getParameter().hasParameterAnnotation(PathVariable.class) ? "/path/" : "/query/";
        var reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        var place = ApiProblem.place(part + e.getName(), PlaceCode.INVALID_VALUE, reason);
        return refused(ApiProblem.invalid(e.getName() + " " + reason, List.of(place)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> unknownPath(NoResourceFoundException e) {
        return answer(ProblemDocuments.of(ErrorCode.NOT_FOUND, "there is nothing at this path"), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> wrongMethod(HttpRequestMethodNotSupportedException e) {
        var detail = e.getMethod() + " is not possible here; possible: "
                + String.join(", ", List.of(orEmpty(e.getSupportedMethods())));
        return answer(ProblemDocuments.of(ErrorCode.METHOD_NOT_ALLOWED, detail), e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> wrongMediaType(HttpMediaTypeNotSupportedException e) {
        var detail = "send the body as application/json (header Content-Type), not as " + e.getContentType();
        return answer(ProblemDocuments.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, detail), e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> notAcceptable(HttpMediaTypeNotAcceptableException e) {
        return answer(
                ProblemDocuments.of(HttpStatus.NOT_ACCEPTABLE, "this is only there as application/json"),
                new HttpHeaders());
    }

    /** Whoever asked has gone away: there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("the client went away", e);
    }

    @ExceptionHandler
    ResponseEntity<ProblemView> broken(Exception e) throws Exception {
        if (e instanceof IOException) {
            throw e; // the connection or a file broke in the middle of an answer: the web server ends it
        }
        LOG.error("[RunEngine] Request failed", e);
        return answer(
                ProblemDocuments.of(ErrorCode.INTERNAL, "something is wrong with the server; its log says more"),
                new HttpHeaders());
    }

    private static String[] orEmpty(String @org.jspecify.annotations.Nullable [] methods) {
        return methods == null ? new String[0] : methods;
    }

    private static ResponseEntity<ProblemView> answer(ProblemView problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
