-- Without statistics, as in a database that is a minute old, the planner finds a result by this index too, and reads all
-- results of a step for it. An index with a condition, however true, is only used by who asks for it with that condition.
DROP INDEX step_cache_newest;
CREATE INDEX step_cache_newest ON step_cache (tenant_id, workflow_name, step_id, id DESC) WHERE id > 0;
