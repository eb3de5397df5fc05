package dev.runengine.server.queue;

import dev.runengine.client.wire.Promoted;
import dev.runengine.client.wire.QueueJobList;
import dev.runengine.client.wire.QueueList;
import dev.runengine.client.wire.QueueView;
import dev.runengine.core.error.ErrorCode;
import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.server.parameter.ListCursor;
import dev.runengine.server.parameter.ListLimit;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.tenancy.Tenant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queue of a tenant's runs, over all nodes. */
@RestController
@RequestMapping("/api/v1/queues")
final class QueueController {
    private final QueueBoard board;
    private final InstantSource clock;

    QueueController(QueueBoard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    @GetMapping
    QueueList queues(Tenant tenant) {
        return new QueueList(List.of(view(tenant)));
    }

    @GetMapping("/{queue}/jobs")
    QueueJobList jobs(
            Tenant tenant,
            @PathVariable String queue,
            @RequestParam Optional<QueueBoard.State> state,
            @RequestParam Optional<Integer> limit,
            @RequestParam Optional<String> cursor) {
        check(queue);
        var page = board.jobs(tenant.id(), state, cursor.map(ListCursor::read), ListLimit.of(limit));
        return new QueueJobList(
                page.jobs().stream().map(QueueViews::job).toList(), page.next().map(ListCursor::text));
    }

    @PostMapping("/{queue}/pause")
    QueueView pause(Tenant tenant, @PathVariable String queue) {
        check(queue);
        board.pause(tenant.id(), clock.instant());
        return view(tenant);
    }

    @PostMapping("/{queue}/resume")
    QueueView resume(Tenant tenant, @PathVariable String queue) {
        check(queue);
        board.resume(tenant.id());
        return view(tenant);
    }

    @PostMapping("/{queue}/promote")
    Promoted promote(Tenant tenant, @PathVariable String queue, @RequestParam Optional<UUID> runId) {
        check(queue);
        return new Promoted(board.promote(tenant.id(), runId));
    }

    private QueueView view(Tenant tenant) {
        var standing = board.standing(tenant.id());
        return QueueViews.runs(standing.counts(), standing.pausedAt(), clock.instant());
    }

    private static void check(String queue) {
        if (!queue.equals(QueueViews.RUNS)) {
            throw ApiProblem.of(ErrorCode.NOT_FOUND, "there is no queue " + queue + "; there is " + QueueViews.RUNS);
        }
    }
}
