-- Documents that were indexed before carry the kind of record among their words as new ones do.
UPDATE search_documents SET words = words || ('''y/' || type || '''')::tsvector
  WHERE NOT words @@ ('''y/' || type || '''')::tsquery;
