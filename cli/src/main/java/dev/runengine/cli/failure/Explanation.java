package dev.runengine.cli.failure;

import dev.runengine.cli.words.PlanText;
import dev.runengine.client.RunEngineException;
import dev.runengine.client.ServerUnreachableException;
import dev.runengine.client.wire.ProblemView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what was thrown into what a person is told. */
public final class Explanation {
    private Explanation() {}

    /** Empty for a bug of ours, which deserves its stack trace. */
    public static Optional<CommandFailure> of(Throwable thrown) {
        return switch (thrown) {
            case CommandFailure failure -> Optional.of(failure);
            case RunEngineException refusal -> Optional.of(refusal(refusal.problem()));
            case ServerUnreachableException unreachable -> Optional.of(unreachable(unreachable));
            case UncheckedIOException wrapped
            when wrapped.getCause() instanceof IOException io -> Optional.of(fileTrouble(io));
            case IOException io -> Optional.of(fileTrouble(io));
            default -> Optional.empty();
        };
    }

    private static CommandFailure refusal(ProblemView problem) {
        var details = new ArrayList<String>();
        details.add(problem.detail());
        problem.errors().forEach(place -> details.add(place.pointer() + ": " + place.detail()));
        details.addAll(PlanText.broken(problem.brokenPromises()));
        var hint = problem.plan()
                .map(plan -> "run-engine update %s --plan %s   (until %s)"
                        .formatted(plan.baseRunId(), plan.planId(), plan.expiresAt()))
                .orElseGet(() -> hint(problem.status()));
        return new CommandFailure(code(problem.status()), problem.title(), details, hint);
    }

    private static ExitCode code(int status) {
        return switch (status) {
            case 400, 413, 415 -> ExitCode.USAGE;
            case 401, 403 -> ExitCode.UNAUTHORIZED;
            case 404 -> ExitCode.NOT_FOUND;
            case 409, 422 -> ExitCode.CONFLICT;
            case 502, 503, 504 -> ExitCode.UNREACHABLE;
            default -> ExitCode.UNEXPECTED;
        };
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> "give a token with --token or RUN_ENGINE_TOKEN";
            case 404 -> "'run-engine runs' and 'run-engine workflows' list what there is";
            case 429, 503 -> "try again in a moment";
            default -> "";
        };
    }

    private static CommandFailure unreachable(ServerUnreachableException e) {
        return new CommandFailure(
                ExitCode.UNREACHABLE,
                "The server does not answer",
                String.valueOf(e.getMessage()),
                "start one with 'run-engine server', or name another with --server");
    }

    private static CommandFailure fileTrouble(IOException e) {
        var message = String.valueOf(e.getMessage());
        var detail = switch (e) {
            case NoSuchFileException _ -> "there is no " + message;
            case AccessDeniedException _ -> "no permission for " + message;
            case FileAlreadyExistsException _ -> message + " is in the way";
            default -> message;
        };
        return new CommandFailure(ExitCode.UNEXPECTED, "A file cannot be read or written", List.of(detail), "");
    }
}
