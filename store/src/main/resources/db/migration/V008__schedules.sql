CREATE TABLE schedules (
    schedule_id    uuid PRIMARY KEY,
    tenant_id      text NOT NULL,
    name           text NOT NULL,
    workflow_name  text NOT NULL,
    payload        text NOT NULL,
    cron           text NOT NULL,
    zone           text NOT NULL,
    catch_up       text NOT NULL CHECK (catch_up IN ('skip', 'once', 'all')),
    overlap        text NOT NULL CHECK (overlap IN ('allow', 'skip')),
    created_at     timestamptz NOT NULL,
    paused_at      timestamptz,
    seen_up_to     timestamptz NOT NULL,
    last_run_id    uuid,
    last_error     text,
    UNIQUE (tenant_id, name)
);
ALTER TABLE schedules ENABLE ROW LEVEL SECURITY;
ALTER TABLE schedules FORCE ROW LEVEL SECURITY;
CREATE POLICY api ON schedules TO run_engine_api
    USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY worker ON schedules TO run_engine_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON schedules TO run_engine_api;
GRANT SELECT, UPDATE ON schedules TO run_engine_worker;

-- The table that db-scheduler 16 expects. Holds ids and times, nothing of a tenant's; a request may only add to it.
CREATE TABLE scheduled_tasks (
    task_name             text NOT NULL,
    task_instance         text NOT NULL,
    task_data             bytea,
    execution_time        timestamptz NOT NULL,
    picked                boolean NOT NULL,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  integer,
    last_heartbeat        timestamptz,
    version               bigint NOT NULL,
    priority              smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
GRANT INSERT ON scheduled_tasks TO run_engine_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO run_engine_worker;
