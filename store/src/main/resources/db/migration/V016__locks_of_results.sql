-- Results are locked in one order before they are deleted, and who locks must be allowed to update some column.
GRANT UPDATE (last_hit_at) ON step_cache TO run_engine_api;
