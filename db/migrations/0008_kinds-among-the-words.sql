-- Documents that were indexed before carry the kind of record among their words as new ones do.
UPDATE search_documents SET words = words || ('''y/' || type || '''')::tsvector
  WHERE NOT words @@ ('''y/' || type || '''')::tsquery;
--> statement-breakpoint
-- Dearer, it would call for other indexes beside the one on words, each read for nothing.
ALTER FUNCTION unpacks(text) COST 400 PARALLEL UNSAFE;
