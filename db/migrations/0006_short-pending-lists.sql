DROP INDEX "search_documents_words";--> statement-breakpoint
DROP INDEX "search_spellings_keys";--> statement-breakpoint
CREATE INDEX "search_documents_words" ON "search_documents" USING gin ("words") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "search_spellings_keys" ON "search_spellings" USING gin ("keys") WITH (gin_pending_list_limit=256);