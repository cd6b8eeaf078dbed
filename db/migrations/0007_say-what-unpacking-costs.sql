-- Reading a table from end to end looks cheap to the planner as long as the table is small or was not vacuumed yet. It
-- does not know that testing the words of a document means fetching and unpacking all of them first, which takes a
-- hundred times longer than asking the index. Conditions on words therefore carry "or unpacks(…)": never run, because
-- what stands before it is always true, but dear enough that the index wins. Not safe for parallel plans, so that the
-- price does not call for a second process either.
CREATE FUNCTION unpacks(value text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE PARALLEL UNSAFE COST 400
  AS $$ BEGIN RETURN false; END $$;
